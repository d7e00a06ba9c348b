import type { WorksheetKind } from '../kind.js';
import { DATA_BREACH } from './data-breach.js';
import { DATA_REQUEST } from './data-request.js';
import { DEFAMATION_CLAIM } from './defamation-claim.js';
import { DOCUMENT_REQUEST } from './document-request.js';
import { EMPLOYER_BRIEF } from './employer-brief.js';
import { FORMAL_COMPLAINT } from './formal-complaint.js';
import { IMAGE_CONSENT } from './image-consent.js';
import { INDEMNITY_SCOPE } from './indemnity-scope.js';
import { LEGAL_NOTICE } from './legal-notice.js';
import { NO_ENGAGEMENT } from './no-engagement.js';
import { OWN_POST } from './own-post.js';
import { POLICE } from './police.js';
import { PRESS_PLAN } from './press-plan.js';
import { REGULATOR_STAGE } from './regulator-stage.js';
import { REGULATOR_THRESHOLD } from './regulator-threshold.js';
import { SAFEGUARDING_REFERRAL } from './safeguarding-referral.js';
import { SECTION_5_NOTICE } from './section-5-notice.js';
import { WATCH } from './watch.js';
import { WELLBEING_SUPPORT } from './wellbeing-support.js';

/** Every kind of worksheet. A new kind is a file in this folder and a line here. */
export const WORKSHEET_KINDS: readonly WorksheetKind[] = [
  NO_ENGAGEMENT,
  WATCH,
  OWN_POST,
  IMAGE_CONSENT,
  FORMAL_COMPLAINT,
  DATA_BREACH,
  DATA_REQUEST,
  POLICE,
  PRESS_PLAN,
  LEGAL_NOTICE,
  SECTION_5_NOTICE,
  DEFAMATION_CLAIM,
  SAFEGUARDING_REFERRAL,
  EMPLOYER_BRIEF,
  REGULATOR_THRESHOLD,
  REGULATOR_STAGE,
  WELLBEING_SUPPORT,
  INDEMNITY_SCOPE,
  DOCUMENT_REQUEST,
];
