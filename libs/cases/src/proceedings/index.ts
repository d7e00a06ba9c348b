export { ACCOUNT_LENGTH, type Account, type NewAccount } from './account.js';
export { type AccountEntry, AccountsService, type GivenAccount } from './accounts.service.js';
export { DIFFERENCES } from './compared-accounts.js';
export {
  HEARING_KINDS,
  type HearingEntry,
  type HearingForDoctor,
  type HearingKind,
  type HearingState,
  type NewHearing,
} from './hearing.js';
export { type Adjourning, type HearingEnding, HearingsService } from './hearings.service.js';
export {
  areParallel,
  isRunning,
  type NewProceeding,
  type Proceeding,
  PROCEEDING_KINDS,
  type ProceedingKind,
  type ProceedingStage,
  type StageNote,
  stagesOf,
} from './proceeding.js';
export { type ProceedingFile, ProceedingsService } from './proceedings.service.js';
