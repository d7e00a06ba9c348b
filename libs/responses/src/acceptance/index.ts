export {
  type Acceptance,
  ACCEPTANCE_WAYS,
  type AcceptanceWay,
  awaitsDoctor,
  type OwnAnswer,
  type OwnWords,
  type RecordedAnswer,
} from './acceptance.js';
export type { ToldAcceptance } from './acceptance.repository.js';
export { Acceptances } from './acceptances.service.js';
