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
import { PressApprovals1763784000000 } from './1763784000000-press-approvals.js';
import { PressDesk1763784010000 } from './1763784010000-press-desk.js';

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
  PressApprovals1763784000000,
  PressDesk1763784010000,
];
