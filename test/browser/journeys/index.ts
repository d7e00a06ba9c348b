import type { Journey } from '../journey.js';
import { anybody } from './anybody.js';
import { approvingForSomebody } from './approving-for-somebody.js';
import { breakGlass } from './break-glass.js';
import { changingTheRules } from './changing-the-rules.js';
import { conflictOfInterest } from './conflict-of-interest.js';
import { delisting } from './delisting.js';
import { doNotEngage } from './do-not-engage.js';
import { doctorRequestToReleasedReply } from './doctor-request-to-released-reply.js';
import { doctorsFiles } from './doctors-files.js';
import { draftsThatAreHeld } from './drafts-that-are-held.js';
import { editingADraft } from './editing-a-draft.js';
import { employerBrief } from './employer-brief.js';
import { everyPageOfTheNavigation } from './every-page-of-the-navigation.js';
import { evidenceJourneys } from './evidence.js';
import { formalComplaint } from './formal-complaint.js';
import { guidance } from './guidance.js';
import { indemnityScope } from './indemnity-scope.js';
import { legal } from './legal.js';
import { letters } from './letters.js';
import { lettingAFindingPass } from './letting-a-finding-pass.js';
import { logAnIncidentJourneys } from './log-an-incident.js';
import { moderator } from './moderator.js';
import { ownPost } from './own-post.js';
import { police } from './police.js';
import { pressOffice } from './press-office.js';
import { returningADraft } from './returning-a-draft.js';
import { safeguarding } from './safeguarding.js';
import { signatures } from './signatures.js';
import { triageDecisions } from './triage-decisions.js';
import { wordsInTheDoctorsName } from './words-in-the-doctors-name.js';
import { wordingATemplate } from './wording-a-template.js';
import { worksheetJourneys } from './worksheets.js';

/** All journeys, in the order in which they are played: later ones find what earlier ones left. */
export const JOURNEYS: readonly Journey[] = [
  ...anybody,
  ...logAnIncidentJourneys,
  ...doctorRequestToReleasedReply,
  ...draftsThatAreHeld,
  ...lettingAFindingPass,
  ...editingADraft,
  ...returningADraft,
  ...approvingForSomebody,
  ...letters,
  ...doctorsFiles,
  ...wordsInTheDoctorsName,
  ...triageDecisions,
  ...guidance,
  ...changingTheRules,
  ...wordingATemplate,
  ...moderator,
  ...delisting,
  ...worksheetJourneys,
  ...signatures,
  ...doNotEngage,
  ...police,
  ...legal,
  ...formalComplaint,
  ...employerBrief,
  ...safeguarding,
  ...ownPost,
  ...conflictOfInterest,
  ...indemnityScope,
  ...evidenceJourneys,
  ...pressOffice,
  ...breakGlass,
  ...everyPageOfTheNavigation,
];
