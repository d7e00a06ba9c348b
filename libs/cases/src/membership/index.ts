export { type CaseConflict, type Parting, STAYS, type Stays } from './conflict.js';
export {
  CONFLICT_DECISIONS,
  type ConflictCheck,
  type ConflictCheckToDecide,
  type ConflictDecision,
} from './conflict-check.js';
export { ConflictChecks } from './conflict-checks.service.js';
export { ConflictsService } from './conflicts.service.js';
export { type Membership, type MembershipCheck, type Standing, STANDINGS } from './membership.js';
export { type MembershipFile, MembershipService } from './membership.service.js';
