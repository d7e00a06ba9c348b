export {
  type Answer,
  type Answers,
  countingAnswers,
  isShown,
  missingForSignOff,
  sectionsAt,
} from './answers.js';
export { WORKSHEET_KINDS } from './data/index.js';
export * from './kind.js';
export { introOf, kindOf, rulesOn, type SignOffWords, type Worksheet } from './worksheet.js';
export { type Prefill, prefillsOf } from './prefill.js';
export { reachedWith, type SignerRights } from './signing-reach.js';
export {
  type AwaitedSignature,
  WaitingWorksheets,
  type WaitingWorksheet,
} from './waiting-worksheets.service.js';
export { WorksheetPrefills } from './worksheet-prefills.service.js';
export { WorksheetSigningService } from './worksheet-signing.service.js';
export {
  type WorksheetEntry,
  type WorksheetFile,
  WorksheetsService,
} from './worksheets.service.js';
