import type { CaseId, Id } from '#kernel';

/** What is decided where somebody in a case may be a colleague, or a doctor with a case of their own. */
export const CONFLICT_DECISIONS = {
  none: 'No conflict: it is somebody else, or it makes no difference',
  walled: 'The case is walled off from them',
  parted: 'The two cases are parted, each with an adviser of its own',
} as const;
export type ConflictDecision = keyof typeof CONFLICT_DECISIONS;

/** Who bears a name, besides the one who was added under it. */
export interface Namesakes {
  /** Whether a person of the organisation does: staff, or a doctor with an account. */
  readonly isPersonHere: boolean;
  /** Cases whose doctor does, walled ones included. */
  readonly caseIds: readonly CaseId[];
}

/** That a name in a case has to be looked at, without saying whose it is or where else it stands. */
export interface ConflictCheck {
  readonly id: Id;
  readonly raisedAt: Date;
  /** Null until somebody has decided. */
  readonly decision: ConflictDecision | null;
  readonly reason: string;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
}

/** The same for the one who decides. */
export interface ConflictCheckToDecide extends ConflictCheck {
  readonly isPersonHere: boolean;
  /** References of the other cases that this person may see; of the others nothing, not even whether there are any. */
  readonly others: readonly string[];
}
