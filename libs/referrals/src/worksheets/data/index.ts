import type { WorksheetKind } from '../kind.js';
import { EMPLOYER_BRIEF } from './employer-brief.js';
import { INDEMNITY_SCOPE } from './indemnity-scope.js';
import { REGULATOR_STAGE } from './regulator-stage.js';
import { REGULATOR_THRESHOLD } from './regulator-threshold.js';
import { SAFEGUARDING_REFERRAL } from './safeguarding-referral.js';
import { WELLBEING_SUPPORT } from './wellbeing-support.js';

/** Every kind of worksheet. A new kind is a file in this folder and a line here. */
export const WORKSHEET_KINDS: readonly WorksheetKind[] = [
  EMPLOYER_BRIEF,
  INDEMNITY_SCOPE,
  REGULATOR_STAGE,
  REGULATOR_THRESHOLD,
  SAFEGUARDING_REFERRAL,
  WELLBEING_SUPPORT,
];
