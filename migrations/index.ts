import { Foundation1763780400000 } from './1763780400000-foundation.js';
import { Audit1763780500000 } from './1763780500000-audit.js';
import { Cases1763780600000 } from './1763780600000-cases.js';
import { Intake1763780700000 } from './1763780700000-intake.js';
import { Responses1763780800000 } from './1763780800000-responses.js';
import { Reporting1763780900000 } from './1763780900000-reporting.js';
import { PublishedBodies1763781100000 } from './1763781100000-published-bodies.js';
import { WorkingOnCases1763781200000 } from './1763781200000-working-on-cases.js';
import { RunningClocks1763781300000 } from './1763781300000-running-clocks.js';
import { Administration1763781310000 } from './1763781310000-administration.js';
import { OneBegunRequest1763781400000 } from './1763781400000-one-begun-request.js';
import { ExportFiles1763781600000 } from './1763781600000-export-files.js';
import { UnownedCases1763781610000 } from './1763781610000-unowned-cases.js';
import { WallsCoverRequests1763782000000 } from './1763782000000-walls-cover-requests.js';
import { DueByHour1763783000000 } from './1763783000000-due-by-hour.js';
import { LongLists1763783010000 } from './1763783010000-long-lists.js';
import { ModeratorReports1763783900000 } from './1763783900000-moderator-reports.js';
import { PressApprovals1763784000000 } from './1763784000000-press-approvals.js';
import { PressDesk1763784010000 } from './1763784010000-press-desk.js';
import { TriageThatExplains1763785000000 } from './1763785000000-triage-that-explains.js';
import { Calendars1763786000000 } from './1763786000000-calendars.js';
import { WarnedClocks1763786010000 } from './1763786010000-warned-clocks.js';
import { Notices1763786020000 } from './1763786020000-notices.js';
import { Guidance1763787000000 } from './1763787000000-guidance.js';
import { Tasks1763788000000 } from './1763788000000-tasks.js';
import { Worksheets1763788010000 } from './1763788010000-worksheets.js';
import { ReferralsRestOnWorksheets1763788020000 } from './1763788020000-referrals-rest-on-worksheets.js';
import { RulePacks1763789000000 } from './1763789000000-rule-packs.js';
import { PressOfficers1763789010000 } from './1763789010000-press-officers.js';
import { Evidence1763790000000 } from './1763790000000-evidence.js';
import { Holds1763790010000 } from './1763790010000-holds.js';
import { Proceedings1763791000000 } from './1763791000000-proceedings.js';
import { PartyRoles1763791010000 } from './1763791010000-party-roles.js';
import { PrivilegeMarks1763791020000 } from './1763791020000-privilege-marks.js';
import { MembershipAndConflicts1763791030000 } from './1763791030000-membership-and-conflicts.js';
import { HoldsCoverProceedings1763791100000 } from './1763791100000-holds-cover-proceedings.js';
import { SelfHelp1763792000000 } from './1763792000000-self-help.js';
import { WaitingWorksheets1763793000000 } from './1763793000000-waiting-worksheets.js';
import { SentFiles1763793001000 } from './1763793001000-sent-files.js';
import { LinkChecks1763793002000 } from './1763793002000-link-checks.js';
import { TemplateVersions1763794000000 } from './1763794000000-template-versions.js';
import { SentenceConfirmations1763795000000 } from './1763795000000-sentence-confirmations.js';
import { ReturnComments1763797000000 } from './1763797000000-return-comments.js';
import { BreakGlass1763797010000 } from './1763797010000-break-glass.js';
import { DateOfDeath1763798000000 } from './1763798000000-date-of-death.js';
import { WhatFilesTell1763798001000 } from './1763798001000-what-files-tell.js';
import { FindingWaivers1763799000000 } from './1763799000000-finding-waivers.js';
import { WorkingCopies1763800000000 } from './1763800000000-working-copies.js';
import { Acceptances1763801000000 } from './1763801000000-acceptances.js';
import { ConflictChecks1763802000000 } from './1763802000000-conflict-checks.js';
import { ReviewsThatStand1763803000000 } from './1763803000000-reviews-that-stand.js';
import { SecondSides1763807000000 } from './1763807000000-second-sides.js';
import { NamesOfOthersStayOut1763804000000 } from './1763804000000-names-of-others-stay-out.js';
import { CoversApprove1763804100000 } from './1763804100000-covers-approve.js';
import { WaitingDraftsByDueTime1763804200000 } from './1763804200000-waiting-drafts-by-due-time.js';
import { Rulings1763804210000 } from './1763804210000-rulings.js';
import { ExportsOfReportFigures1763806000000 } from './1763806000000-exports-of-report-figures.js';
import { NoticesOfSentFiles1763805000000 } from './1763805000000-notices-of-sent-files.js';
import { SpreadOfPosts1763805100000 } from './1763805100000-spread-of-posts.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  Foundation1763780400000,
  Audit1763780500000,
  Cases1763780600000,
  Intake1763780700000,
  Responses1763780800000,
  Reporting1763780900000,
  PublishedBodies1763781100000,
  WorkingOnCases1763781200000,
  RunningClocks1763781300000,
  Administration1763781310000,
  OneBegunRequest1763781400000,
  ExportFiles1763781600000,
  UnownedCases1763781610000,
  WallsCoverRequests1763782000000,
  DueByHour1763783000000,
  LongLists1763783010000,
  ModeratorReports1763783900000,
  PressApprovals1763784000000,
  PressDesk1763784010000,
  TriageThatExplains1763785000000,
  Calendars1763786000000,
  WarnedClocks1763786010000,
  Notices1763786020000,
  Guidance1763787000000,
  Tasks1763788000000,
  Worksheets1763788010000,
  ReferralsRestOnWorksheets1763788020000,
  RulePacks1763789000000,
  PressOfficers1763789010000,
  Evidence1763790000000,
  Holds1763790010000,
  Proceedings1763791000000,
  PartyRoles1763791010000,
  PrivilegeMarks1763791020000,
  MembershipAndConflicts1763791030000,
  HoldsCoverProceedings1763791100000,
  SelfHelp1763792000000,
  WaitingWorksheets1763793000000,
  SentFiles1763793001000,
  LinkChecks1763793002000,
  TemplateVersions1763794000000,
  SentenceConfirmations1763795000000,
  ReturnComments1763797000000,
  BreakGlass1763797010000,
  DateOfDeath1763798000000,
  WhatFilesTell1763798001000,
  FindingWaivers1763799000000,
  WorkingCopies1763800000000,
  Acceptances1763801000000,
  ConflictChecks1763802000000,
  ReviewsThatStand1763803000000,
  NamesOfOthersStayOut1763804000000,
  CoversApprove1763804100000,
  WaitingDraftsByDueTime1763804200000,
  Rulings1763804210000,
  NoticesOfSentFiles1763805000000,
  SpreadOfPosts1763805100000,
  ExportsOfReportFigures1763806000000,
  SecondSides1763807000000,
];
