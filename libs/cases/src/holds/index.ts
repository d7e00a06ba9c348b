export { CaseHolds, type StepHold } from './case-holds.service.js';
export {
  type CaseKeeping,
  type Hold,
  HOLD_ASKED_BY,
  type HoldAskedBy,
  type HoldPlan,
  type HoldWords,
} from './hold.js';
export { HoldsService, type LiftWords } from './holds.service.js';
