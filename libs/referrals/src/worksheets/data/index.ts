import type { WorksheetKind } from '../kind.js';
import { INDEMNITY_SCOPE } from './indemnity-scope.js';
import { REGULATOR_STAGE } from './regulator-stage.js';
import { REGULATOR_THRESHOLD } from './regulator-threshold.js';

/** Every kind of worksheet. A new kind is a file in this folder and a line here. */
export const WORKSHEET_KINDS: readonly WorksheetKind[] = [
  INDEMNITY_SCOPE,
  REGULATOR_STAGE,
  REGULATOR_THRESHOLD,
];
