import type { Finding, Verdict } from '#confidentiality';
import { type CaseId, DomainError, type Id, type OrganisationId, type PersonId } from '#kernel';
import type { TemplateChannel } from './template-heading.js';
import type { TemplateAudience } from './template-labels.js';
import type { SecondSide } from './draft-sides.js';
import type { FindingWaiver } from './waivers/waiver.js';

export const DRAFT_STATES = ['draft', 'submitted', 'returned', 'approved', 'released'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** `high` needs an approver with the right for it. */
export type DraftRisk = 'low' | 'high';

/** What the author filled in: the template's inputs, and facts that the case does not hold. */
export interface DraftInputs {
  readonly inputs: Readonly<Record<string, string>>;
  /** By the name of the fact, such as `complaint.receivedOn`. */
  readonly facts: Readonly<Record<string, string>>;
}

/** A text on its way out, with the check and the approval of exactly this text. */
export interface Draft {
  readonly id: Id;
  readonly organisationId: OrganisationId;
  readonly caseId: CaseId;
  readonly templateId: string;
  /** Version of the product's template. */
  readonly templateVersion: number;
  /** Number of the organisation's own wording; null where the words were the product's. */
  readonly templateNumber: number | null;
  /** SHA-256 of the template that it was made from; null for drafts older than this note. */
  readonly templateHash: string | null;
  readonly title: string;
  readonly channel: TemplateChannel;
  readonly audience: TemplateAudience;
  readonly risk: DraftRisk;
  /** Who approves it besides an approver; null where nobody does. */
  readonly secondSide: SecondSide | null;
  readonly inputs: DraftInputs;
  /** In whose name the text goes out; null is the organisation itself. */
  readonly bodyId: Id | null;
  /** Whether it goes out in the doctor's own name, so that the doctor has to agree to the exact words. */
  readonly isDoctorsWords: boolean;
  readonly text: string;
  /** SHA-256 of `text` in UTF-8, lower-case hex. */
  readonly textHash: string;
  /** Whether words were typed that the template did not write. */
  readonly isTyped: boolean;
  readonly state: DraftState;
  readonly authorId: PersonId;
  /** Everybody who has written words of it, the author too: none of them approves it. */
  readonly contributorIds: readonly PersonId[];
  readonly checkedHash: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly guardVersion: string;
  /** Why the author lets warnings stand; for the approver. */
  readonly warningsReason: string | null;
  readonly submittedAt: Date | null;
  readonly approvedBy: PersonId | null;
  /** For whom it was approved, by somebody who stands in for them; null where the approver's own right is enough. */
  readonly approvedFor: PersonId | null;
  readonly approvedHash: string | null;
  readonly approvedAt: Date | null;
  /** The approval of the second side, where there is one. */
  readonly secondApprovedBy: PersonId | null;
  readonly secondApprovedFor: PersonId | null;
  readonly secondApprovedHash: string | null;
  readonly secondApprovedAt: Date | null;
  /** SHA-256 of the words that the doctor agreed to; null before, and after any change of the words. */
  readonly acceptedHash: string | null;
  readonly acceptedAt: Date | null;
  /** Who let it out without an approval because a life was in danger; nobody in all other cases. */
  readonly brokenGlassBy: PersonId | null;
  /** Findings of exactly this text that an approver lets pass; in force once a second one agrees. */
  readonly waivers: readonly FindingWaiver[];
  readonly returnReason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

/** Where a draft can go from each state. A change of words leads back to `draft` from anywhere. */
const NEXT: Readonly<Record<DraftState, readonly DraftState[]>> = {
  draft: ['draft', 'submitted'],
  submitted: ['draft', 'approved', 'returned'],
  returned: ['draft', 'submitted'],
  approved: ['draft', 'returned', 'released'],
  released: [],
};

/**
 * Holds a table of states to its promises: every state can be reached from the first, and only the last
 * one is an end. @throws Error at the start of the program, not when a person meets it.
 */
export function assertStates<S extends string>(
  table: Readonly<Record<S, readonly S[]>>,
  first: S,
  last: S,
): void {
  const reached = new Set<S>([first]);
  for (const state of reached) for (const next of table[state]) reached.add(next);
  for (const state of Object.keys(table) as S[]) {
    if (!reached.has(state)) throw new Error(`The state ${state} cannot be reached.`);
    if ((table[state].length === 0) !== (state === last)) {
      throw new Error(`The state ${state} ${state === last ? 'leads on' : 'leads nowhere'}.`);
    }
  }
}

assertStates(NEXT, 'draft', 'released');

/** The draft is not in a state from which this can be done. */
export class IllegalTransition extends DomainError {
  override readonly name = 'IllegalTransition';
  constructor(code: string, message: string) {
    super('conflict', code, message);
  }
}

/** @throws IllegalTransition with the code given. */
export function assertTransition(
  from: DraftState,
  to: DraftState,
  code: string,
  message: string,
): void {
  if (!NEXT[from].includes(to)) throw new IllegalTransition(code, message);
}
