import { type Actor, can, type Permission, type StoodInFor } from '#identity';
import type { PersonId } from '#kernel';
import type { Draft } from './draft.js';

/**
 * Whose approval it is. Most texts need one, of somebody with the right for their risk (`approver`). What is said to
 * the press needs that of the press office besides, each on exactly the text.
 *
 * @source Architecture of rights: high-risk press statements are approved by a press officer with the approver.
 */
export type ApprovalSide = 'approver' | 'press';

type Approvals = Pick<Draft, 'audience' | 'risk' | 'verdict' | 'approvedBy' | 'pressApprovedBy'>;

/** Approvals, with those for whom they were given. */
export type SignedApprovals = Approvals & Pick<Draft, 'approvedFor' | 'pressApprovedFor'>;

/** Besides a person's own rights, what it depends on whether they decide. */
export interface Deciders {
  /** Whether somebody of the press office is left who can decide on the draft. */
  readonly hasPressOfficer: boolean;
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

/** The approvals that a text still needs. */
export function sidesOpen(draft: Approvals): ApprovalSide[] {
  const open: ApprovalSide[] = draft.approvedBy === null ? ['approver'] : [];
  return isPressStatement(draft) && draft.pressApprovedBy === null ? [...open, 'press'] : open;
}

/** How many of its approvals a text has, and whose are still to come. */
export interface ApprovalsSoFar {
  readonly given: number;
  readonly needed: number;
  readonly waitingFor: readonly ApprovalSide[];
}

/** How far a text has come on its way through its approvals. */
export function approvalsSoFar(draft: Approvals): ApprovalsSoFar {
  const needed = isPressStatement(draft) ? 2 : 1;
  const waitingFor = sidesOpen(draft);
  return { given: needed - waitingFor.length, needed, waitingFor };
}

/** The right that it takes to decide on a draft as its approver. What goes to the press is never a low risk, nor is what was let pass. */
export function approvalPermission(
  draft: Pick<Draft, 'risk' | 'audience' | 'verdict'>,
): Permission {
  return draft.risk === 'high' || draft.verdict === 'block' || isPressStatement(draft)
    ? 'draft:approve-high'
    : 'draft:approve-low';
}

/**
 * On which side a person decides; undefined when on none. Where no side is left, it is the one that would be theirs:
 * the rules of the draft then say that it waits no more.
 *
 * @param hasPressOfficer whether somebody of the press office is left who can decide on this draft. Where nobody is,
 *   a second approver takes that side: two people besides the author in any case.
 */
export function sideOf(
  actor: Pick<Actor, 'permissions'>,
  draft: Approvals,
  hasPressOfficer: boolean,
): ApprovalSide | undefined {
  const open = sidesOpen(draft);
  const isFree = (side: ApprovalSide) => open.length === 0 || open.includes(side);
  const isOfficer = isPressStatement(draft) && can(actor, 'draft:approve-press');
  if (isOfficer && isFree('press')) return 'press';
  if (!can(actor, approvalPermission(draft))) return undefined;
  if (isFree('approver')) return 'approver';
  return hasPressOfficer ? undefined : 'press';
}

/** Whether this person has given one of the approvals, or somebody has given it for them. */
export function hasApproved(draft: SignedApprovals, personId: PersonId): boolean {
  const { approvedBy, approvedFor, pressApprovedBy, pressApprovedFor } = draft;
  return [approvedBy, approvedFor, pressApprovedBy, pressApprovedFor].includes(personId);
}

/**
 * In what capacity a person decides: by their own right, else for somebody who is away, could decide on this draft
 * themselves and has given none of its approvals. Undefined when in none.
 */
export function capacityOf(
  actor: Actor,
  draft: SignedApprovals & Pick<Draft, 'contributorIds'>,
  { hasPressOfficer, standsInFor }: Deciders,
): Capacity | undefined {
  const own = sideOf(actor, draft, hasPressOfficer);
  if (own) return { side: own, onBehalfOf: null };
  for (const onBehalfOf of standsInFor) {
    const isOut = draft.contributorIds.includes(onBehalfOf.id) || hasApproved(draft, onBehalfOf.id);
    const side = isOut ? undefined : sideOf(onBehalfOf, draft, hasPressOfficer);
    if (side) return { side, onBehalfOf };
  }
  return undefined;
}

/** Whether a person may release a text: a press statement is let out by an approver or the press office. */
export function mayRelease(
  actor: Actor,
  draft: Pick<Draft, 'risk' | 'audience' | 'verdict'>,
): boolean {
  if (!isPressStatement(draft)) return can(actor, 'release:make');
  const isApprover = can(actor, 'release:make') && can(actor, approvalPermission(draft));
  return isApprover || can(actor, 'release:make-press');
}
