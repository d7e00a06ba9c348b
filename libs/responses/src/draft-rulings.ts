import type { GuardReport } from '#confidentiality';
import { Invalid, type PersonId } from '#kernel';
import { OtherWordsRead, SameApprover } from './draft-refusals.js';
import { assertStillSafe, refusalOf, UNAPPROVED } from './draft-rules.js';
import { type ApprovalSide, hasApproved, sidesOpen } from './draft-sides.js';
import { type Draft, IllegalTransition } from './draft.js';

/** Who decides on a submitted draft, on which words, and when. */
export interface Ruling {
  readonly approverId: PersonId;
  /** For whom they stand in; null where they decide by their own right. */
  readonly onBehalfOf: PersonId | null;
  /** SHA-256 of the words that the approver has read. */
  readonly readHash: string;
  /** On whose side; texts that need one approval have the approver's alone. */
  readonly side: ApprovalSide;
  readonly now: Date;
}

/**
 * Approves exactly the text that the approver has read. A text with two sides goes on waiting until both have
 * approved it, each by another person.
 *
 * @param report what the guard says of it now.
 * @throws IllegalTransition `draft-not-submitted`, SameAuthor `approver-is-author`,
 *   SameApprover `approver-has-approved`, OtherWordsRead `words-changed-since-read`, StaleFindings `findings-are-for-other-text` or
 *   `findings-have-changed`, UnsafeText `draft-has-blocking-findings`
 */
export function approveDraft(draft: Draft, report: GuardReport, ruling: Ruling): Draft {
  assertRuling(draft, ruling);
  assertStillSafe(draft, report);
  if (peopleOf(ruling).some((one) => hasApproved(draft, one))) throw new SameApprover();
  if (!sidesOpen(draft).includes(ruling.side)) throw notWaiting();
  const after = { ...draft, ...approvalOf(draft, ruling), updatedAt: ruling.now };
  return { ...after, state: sidesOpen(after).length === 0 ? 'approved' : 'submitted' };
}

/** Whose decision it is: one person's, or that of one who stands in for another. */
function peopleOf({ approverId, onBehalfOf }: Ruling): PersonId[] {
  return onBehalfOf === null ? [approverId] : [approverId, onBehalfOf];
}

function approvalOf({ textHash }: Draft, ruling: Ruling): Partial<Draft> {
  const { side, approverId, onBehalfOf, now } = ruling;
  if (side === 'approver') {
    return {
      approvedBy: approverId,
      approvedFor: onBehalfOf,
      approvedHash: textHash,
      approvedAt: now,
    };
  }
  return {
    secondApprovedBy: approverId,
    secondApprovedFor: onBehalfOf,
    secondApprovedHash: textHash,
    secondApprovedAt: now,
  };
}

/** Gives a draft back to its author. @throws as {@link approveDraft}; Invalid `return-needs-a-comment` */
export function returnDraft(draft: Draft, comment: string, ruling: Ruling): Draft {
  assertRuling(draft, ruling);
  if (comment === '') {
    const message = 'Say what should change';
    throw new Invalid('return-needs-a-comment', message, [{ field: 'comment', message }]);
  }
  const returned = { state: 'returned', returnReason: comment, updatedAt: ruling.now } as const;
  return { ...draft, ...UNAPPROVED, ...returned };
}

function notWaiting(): IllegalTransition {
  const message = 'This draft is not waiting for approval any more.';
  return new IllegalTransition('draft-not-submitted', message);
}

function assertRuling(draft: Draft, ruling: Ruling): void {
  for (const one of peopleOf(ruling)) {
    const refusal = refusalOf(draft, one);
    if (refusal) throw refusal;
  }
  if (draft.state !== 'submitted') throw notWaiting();
  if (ruling.readHash !== draft.textHash) throw new OtherWordsRead();
}
