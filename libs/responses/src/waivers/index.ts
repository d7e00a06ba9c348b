export {
  type FindingWaiver,
  isBlocking,
  isWaivable,
  stillBlocking,
  waiverOf,
  WAIVABLE,
} from './waiver.js';
export type { AwaitedAgreement, WaitingWaiver } from './waiver.repository.js';
export { type SaidWaiver, WaiversService } from './waivers.service.js';
