import type { Verdict } from '#confidentiality';
import { type Id, Invalid } from '#kernel';

/** Longest account, in UTF-16 code units. */
export const ACCOUNT_LENGTH = 50_000;

export const ACCOUNT_STATES = ['written', 'given'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** What the doctor says, or has said, in one of the proceedings: a statement, a letter, notes of an interview. */
export interface Account {
  readonly id: Id;
  readonly proceedingId: Id;
  /** To whom: `The investigating officer`. */
  readonly givenTo: string;
  readonly text: string;
  readonly state: AccountState;
  /** Civil date; null before it is given. */
  readonly givenOn: string | null;
  /** Whether it had been given before it came to us. */
  readonly isEarlier: boolean;
  /** What the guard says of it for its reader. */
  readonly verdict: Verdict;
  /** Whether it differed from another account when it was last compared. */
  readonly differs: boolean;
  /** Why it was given although something stood against it; empty where nothing did. */
  readonly reason: string;
  readonly writtenByName: string;
  readonly writtenAt: Date;
  readonly version: number;
}

/** What a person says of an account. */
export interface NewAccount {
  readonly givenTo: string;
  readonly text: string;
  /** Civil date where it was given already; null where it is still to be given. */
  readonly givenOn: string | null;
}

/**
 * Whether an account may be given as it stands.
 *
 * @param checked as the guard and the comparison find it now.
 * @throws Invalid `account-discloses` where it says more of a patient than its reader may know
 * @throws Invalid `account-needs-reason` where it differs from another, or the guard warns, and nobody says why it may stand
 */
export function assertMayBeGiven(
  checked: Pick<Account, 'verdict' | 'differs'>,
  reason: string,
): void {
  if (checked.verdict === 'block') {
    throw refused(
      'account-discloses',
      'It says more than this reader may know. Write it anew without that',
    );
  }
  if ((checked.differs || checked.verdict === 'warn') && reason === '') {
    const message = 'Say why it may be given although something stands against it';
    throw refused('account-needs-reason', message);
  }
}

function refused(code: string, message: string): Invalid {
  return new Invalid(code, message, [{ field: 'reason', message }]);
}
