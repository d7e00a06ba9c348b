import { DomainError } from '#kernel';
import { NoLaterTry } from '../outbox/job.js';

/** Codes of the mail library for what failed before the letter was offered. */
const BEFORE_THE_LETTER: Readonly<Record<string, string>> = {
  EAUTH: 'mail-sign-in-failed',
  ENOAUTH: 'mail-sign-in-failed',
  ETLS: 'mail-not-encrypted',
};

/**
 * Why a letter was not taken, as a code. What the server said is left out: it repeats the address of the recipient.
 *
 * A letter that is refused for good (5xx) is not tried again by itself; one that is put off (4xx), and one for
 * which no server was there, is.
 */
export function mailFailure(error: unknown): DomainError {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const early = BEFORE_THE_LETTER[code ?? ''];
  if (early) return new DomainError('unavailable', early, 'The mail server could not be used.');
  if (responseCode === undefined) {
    return new DomainError('unavailable', 'mail-server-away', 'The mail server did not answer.');
  }
  if (responseCode >= 500) return new NoLaterTry('mail-refused', 'The mail server refused it.');
  return new DomainError('unavailable', 'mail-put-off', 'The mail server put it off.');
}
