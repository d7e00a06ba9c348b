import { type Actor, can, type Permission, type StoodInFor } from '#identity';
import type { PersonId } from '#kernel';
import type { Draft } from './draft.js';
import type { ResponseTemplate } from './response-template.js';

/** Who approves a text besides an approver, each the exact words. */
export type SecondSide = 'press' | 'solicitor';

/** Whose approval it is: of somebody with the right for the risk (`approver`), or of a second side. */
export type ApprovalSide = 'approver' | SecondSide;

/**
 * The right of each second side, and whether a second approver steps in where nobody is left who holds it.
 *
 * @source Routes of the domain: the press office with an adviser; solicitor and senior adviser for a legal notice,
 *   where nobody without the law stands in.
 */
const SECOND_SIDES: Record<SecondSide, { right: Permission; hasStandIn: boolean }> = {
  press: { right: 'draft:approve-press', hasStandIn: true },
  solicitor: { right: 'worksheet:sign-legal', hasStandIn: false },
};

type Approvals = Pick<Draft, 'secondSide' | 'risk' | 'verdict' | 'approvedBy' | 'secondApprovedBy'>;

/** Approvals, with those for whom they were given. */
export type SignedApprovals = Approvals & Pick<Draft, 'approvedFor' | 'secondApprovedFor'>;

/** Besides a person's own rights, what it depends on whether they decide. */
export interface Deciders {
  /** Whether somebody of the second side is left who can decide on the draft. */
  readonly hasSecondApprover: boolean;
  /** For whom the person approves today, of those who may know of the case. */
  readonly standsInFor: readonly StoodInFor[];
}

/** On which side somebody decides, and for whom; null where their own right is enough. */
export interface Capacity {
  readonly side: ApprovalSide;
  readonly onBehalfOf: StoodInFor | null;
}

/** Whether a text is a statement to the press. */
export function isPressStatement({ audience }: Pick<Draft, 'audience'>): boolean {
  return audience === 'press';
}

/** The second side of what a template makes; null where the approver is enough. */
export function secondSideOf(
  template: Pick<ResponseTemplate, 'audience' | 'alsoApprovedBy'>,
): SecondSide | null {
  return isPressStatement(template) ? 'press' : (template.alsoApprovedBy ?? null);
}

/** The approvals that a text still needs. */
export function sidesOpen(draft: Approvals): ApprovalSide[] {
  const open: ApprovalSide[] = draft.approvedBy === null ? ['approver'] : [];
  const second = draft.secondApprovedBy === null ? draft.secondSide : null;
  return second ? [...open, second] : open;
}

/** How many of its approvals a text has, and whose are still to come. */
export interface ApprovalsSoFar {
  readonly given: number;
  readonly needed: number;
  readonly waitingFor: readonly ApprovalSide[];
}

/** How far a text has come on its way through its approvals. */
export function approvalsSoFar(draft: Approvals): ApprovalsSoFar {
  const needed = draft.secondSide === null ? 1 : 2;
  const waitingFor = sidesOpen(draft);
  return { given: needed - waitingFor.length, needed, waitingFor };
}

/** The right that it takes to decide on a draft as its approver. What two sides approve is never a low risk, nor is what was let pass. */
export function approvalPermission(
  draft: Pick<Draft, 'risk' | 'secondSide' | 'verdict'>,
): Permission {
  return draft.risk === 'high' || draft.verdict === 'block' || draft.secondSide !== null
    ? 'draft:approve-high'
    : 'draft:approve-low';
}

/**
 * On which side a person decides; undefined when on none. Where no side is left, it is the one that would be theirs:
 * the rules of the draft then say that it waits no more.
 *
 * @param hasSecondApprover whether somebody of the second side is left who can decide on this draft. Where nobody of
 *   the press office is, a second approver takes that side: two people besides the author in any case.
 */
export function sideOf(
  actor: Pick<Actor, 'permissions'>,
  draft: Approvals,
  hasSecondApprover: boolean,
): ApprovalSide | undefined {
  const open = sidesOpen(draft);
  const isFree = (side: ApprovalSide) => open.length === 0 || open.includes(side);
  const second = draft.secondSide;
  if (second && can(actor, SECOND_SIDES[second].right) && isFree(second)) return second;
  if (!can(actor, approvalPermission(draft))) return undefined;
  if (isFree('approver')) return 'approver';
  return second && SECOND_SIDES[second].hasStandIn && !hasSecondApprover ? second : undefined;
}

/** Whether this person has given one of the approvals, or somebody has given it for them. */
export function hasApproved(draft: SignedApprovals, personId: PersonId): boolean {
  const { approvedBy, approvedFor, secondApprovedBy, secondApprovedFor } = draft;
  return [approvedBy, approvedFor, secondApprovedBy, secondApprovedFor].includes(personId);
}

/**
 * In what capacity a person decides: by their own right, else for somebody who is away, could decide on this draft
 * themselves and has given none of its approvals. Undefined when in none. Who stands in for a solicitor is none.
 */
export function capacityOf(
  actor: Actor,
  draft: SignedApprovals & Pick<Draft, 'contributorIds'>,
  { hasSecondApprover, standsInFor }: Deciders,
): Capacity | undefined {
  const own = sideOf(actor, draft, hasSecondApprover);
  if (own) return { side: own, onBehalfOf: null };
  for (const onBehalfOf of standsInFor) {
    const isOut = draft.contributorIds.includes(onBehalfOf.id) || hasApproved(draft, onBehalfOf.id);
    const side = isOut ? undefined : sideOf(onBehalfOf, draft, hasSecondApprover);
    if (side && mayBeStoodInFor(side)) return { side, onBehalfOf };
  }
  return undefined;
}

function mayBeStoodInFor(side: ApprovalSide): boolean {
  return side === 'approver' || SECOND_SIDES[side].hasStandIn;
}

/** Whether a person may release a text: a press statement is let out by an approver or the press office. */
export function mayRelease(
  actor: Actor,
  draft: Pick<Draft, 'risk' | 'audience' | 'secondSide' | 'verdict'>,
): boolean {
  if (!isPressStatement(draft)) return can(actor, 'release:make');
  const isApprover = can(actor, 'release:make') && can(actor, approvalPermission(draft));
  return isApprover || can(actor, 'release:make-press');
}
