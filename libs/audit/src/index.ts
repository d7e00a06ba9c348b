export { type AuditPart, AuditParts } from './audit-parts.js';
export { AuditModule } from './audit.module.js';
export { AuditSealer, type LogEnd, type LogHead } from './audit-sealer.js';
export {
  type AuditChain,
  type AuditActor,
  type AuditEntry,
  type AuditFilter,
  type AuditSubject,
  AuditTrail,
} from './audit-trail.js';
export { type AuditFault, type AuditVerification, AuditVerifier } from './audit-verifier.js';
export { type Checkpoint, isGenuine, signCheckpoint } from './checkpoint.js';
export { CheckpointFile, readCheckpoints } from './checkpoint-file.js';
export type { AuditDetail } from './event-hash.js';
