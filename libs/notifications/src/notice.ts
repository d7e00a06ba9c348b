import type { CaseId, Id, PersonId } from '#kernel';

/** What a notice says, without anything of the case. */
export const NOTICE_KINDS = [
  'deadline-50',
  'deadline-80',
  'deadline-100',
  'request-answered',
  'letter',
  'words',
  'words-answered',
  'hearing',
  'file-sent',
  'glass-broken',
  'signature',
  'waiver',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Something that one person is told. */
export interface Notice {
  readonly id: Id;
  readonly kind: NoticeKind;
  readonly caseId: CaseId | null;
  /** Reference of the case, or of the request that is none yet; null where the notice is about neither. */
  readonly reference: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  /** When what it speaks of was done, by whomever; null while it is not. */
  readonly settledAt: Date | null;
}

/** Who looks after a case, as far as a warning asks. */
export interface CaseKeepers<P extends { readonly id: PersonId }> {
  /** Null where nobody who can sign in owns it. */
  readonly owner: P | null;
  /** Who stands in for the owner today. */
  readonly cover: P | null;
  readonly leadAdvisers: readonly P[];
  /** Those who may know of the case at all; null where every caseworker may. */
  readonly wallMembers: readonly PersonId[] | null;
}

/**
 * Who is told that a clock runs out: the owner, and while they are away their cover as well; the lead advisers where
 * nobody owns the case. Never somebody who may not know of the case.
 */
export function toldOf<P extends { readonly id: PersonId }>(keepers: CaseKeepers<P>): P[] {
  const { owner, cover, leadAdvisers, wallMembers } = keepers;
  const people = owner ? [owner, ...(cover ? [cover] : [])] : leadAdvisers;
  return people.filter(({ id }) => wallMembers === null || wallMembers.includes(id));
}
