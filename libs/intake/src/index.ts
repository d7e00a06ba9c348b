export { AcceptedRequests } from './accepted-requests.js';
export { AlertAnsweringService } from './alert-answering.service.js';
export { type AlertCaller, AlertRaisingService } from './alert-raising.service.js';
export { answerBy } from './answer-by.js';
export {
  type AlertRow,
  type AlertStatus,
  type DangerAlert,
  type OnDuty,
  statusOf,
} from './danger-alert.js';
export { DoctorsToTell, type DoctorToTell } from './doctors-to-tell.js';
export { requestAccepted, requestAnswered } from './intake.jobs.js';
export {
  type Acceptance,
  incidentOf,
  suggestedKind,
  suggestedTitle,
  triageFactsOf,
} from './incident-of-request.js';
export { INTAKE_ENTITIES, IntakeModule } from './intake.module.js';
export * from './request-answers.js';
export { type ReceivedRequest, RequestDecidingService } from './request-deciding.service.js';
export { type FollowedRequest, RequestFollowingService } from './request-following.service.js';
export { type KeptRequest, RequestKeepers } from './request-keepers.js';
export { RaiseCaseAlert } from './raise-case-alert.handler.js';
export { RequestSendingService } from './request-sending.service.js';
export * from './request-steps.js';
export * from './request.js';
export { SelfHelpService } from './self-help.service.js';
export * from './self-help.js';
