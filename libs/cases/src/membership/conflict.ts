import { type FieldFault, Invalid, type PersonId } from '#kernel';

export const STAYS = ['this', 'other', 'neither'] as const;
/** With which of the two cases the one who parts them stays. */
export type Stays = (typeof STAYS)[number];

/** How two cases are parted. */
export interface Parting {
  /** Reference of the other case. */
  readonly other: string;
  readonly adviserId: PersonId;
  readonly otherAdviserId: PersonId;
  readonly stays: Stays;
  readonly reason: string;
}

/** That a case stands against another one. Which one, nobody on this side is told. */
export interface CaseConflict {
  readonly reason: string;
  readonly declaredByName: string;
  readonly declaredAt: Date;
}

/** Who is inside each of the two walls. */
export interface Sides {
  readonly own: readonly PersonId[];
  readonly other: readonly PersonId[];
}

/**
 * The people on each side, of whom nobody is on both.
 *
 * @throws Invalid `same-adviser` at `otherAdviserId`, `stays-on-wrong-side` at `stays`
 */
export function sidesOf({ adviserId, otherAdviserId, stays }: Parting, parterId: PersonId): Sides {
  if (adviserId === otherAdviserId) {
    throw refused('same-adviser', 'otherAdviserId', 'Two members in one dispute have two advisers');
  }
  const own = [...new Set(stays === 'this' ? [adviserId, parterId] : [adviserId])];
  const other = [...new Set(stays === 'other' ? [otherAdviserId, parterId] : [otherAdviserId])];
  if (own.some((id) => other.includes(id))) {
    throw refused(
      'stays-on-wrong-side',
      'stays',
      'You advise one side and cannot stay with the other',
    );
  }
  return { own, other };
}

/** @returns a refusal at one field. */
export function refused(code: string, field: string, message: string): Invalid {
  const fault: FieldFault = { field, message };
  return new Invalid(code, message, [fault]);
}
