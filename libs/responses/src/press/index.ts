export { EnquiriesService, type LoggedEnquiry } from './enquiries.service.js';
export {
  type Enquiry,
  ENQUIRY_LENGTH,
  ENQUIRY_STATES,
  type EnquiryRow,
  type EnquiryState,
} from './enquiry.js';
export { type PressCase, type PressCaseRow, PressCasesService } from './press-cases.service.js';
export { RESTS_ON_CASE } from './press-findings.js';
export type { GivenApproval, PressStatement } from './press-statement.js';
export { PressStatementActs } from './press-statement-acts.service.js';
export { PressStatementsService, statementOfCase } from './press-statements.service.js';
export { type SafeSummary, SUMMARY_LENGTH, type SummaryForPress } from './safe-summary.js';
export { SafeSummaryService } from './safe-summary.service.js';
