import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { NO_ORGANISATION, KeyRing, Transactions } from '#platform';
import { type DelayKind, delayAfter, FORGET_AFTER_HOURS } from './sign-in-delay.js';

/** Counts failed sign-ins by account and by network; what is counted is hashed. */
@Injectable()
export class SignInFailures {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: KeyRing,
  ) {}

  /** Until when this account or network has to wait; undefined when it need not. */
  async blockedUntil(kind: DelayKind, value: string, now: Date): Promise<Date | undefined> {
    const rows = await this.tx.run(NO_ORGANISATION, () =>
      this.tx.query<{ until: Date }>(
        `select blocked_until as until from sign_in_failure where key_hash = $1 and blocked_until > $2`,
        [this.key(kind, value), now],
      ),
    );
    return rows[0]?.until;
  }

  /**
   * Counts a try at an account as a failure before its password is looked at, so that a burst of parallel
   * guesses meets the wait that its own first ones caused. Whoever turns out right calls `clear`.
   *
   * @throws DomainError `sign-in-delayed` (too-many; `details.seconds`); such a try is not counted.
   */
  begin(account: string, now: Date): Promise<void> {
    return this.tx.run(NO_ORGANISATION, async () => {
      // One at a time: the row may not be there yet, so there is nothing else to lock.
      await this.tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        this.key('account', account).toString('hex'),
      ]);
      requireNoDelay(await this.blockedUntil('account', account, now), now);
      await this.add('account', account, now);
    });
  }

  /** Counts one more failure and sets the wait that follows from it. */
  async add(kind: DelayKind, value: string, now: Date): Promise<void> {
    const key = this.key(kind, value);
    await this.tx.run(NO_ORGANISATION, async () => {
      const rows = await this.tx.query<{ failures: number }>(
        `insert into sign_in_failure as f (key_hash, failures, blocked_until, last_at)
         values ($1, 1, '-infinity', $2)
         on conflict (key_hash) do update set last_at = $2,
           failures = case when f.last_at < $2::timestamptz - interval '${FORGET_AFTER_HOURS} hours'
                           then 1 else f.failures + 1 end
         returning failures`,
        [key, now],
      );
      const seconds = delayAfter(kind, rows[0]!.failures);
      // No wait is none at all: one that ends now would stop those who asked a moment ago.
      if (seconds === 0) return;
      await this.tx.query(
        `update sign_in_failure set blocked_until = $2::timestamptz + make_interval(secs => $3)
          where key_hash = $1`,
        [key, now, seconds],
      );
    });
  }

  /** The account's owner is in: its count starts afresh. The network's does not. */
  async clear(account: string): Promise<void> {
    await this.tx.run(NO_ORGANISATION, () =>
      this.tx.query(`delete from sign_in_failure where key_hash = $1`, [
        this.key('account', account),
      ]),
    );
  }

  private key(kind: DelayKind, value: string): Buffer {
    return this.keys.blindIndex(`sign-in.${kind}`, value);
  }
}

/** @throws DomainError `sign-in-delayed` (too-many; `details.seconds`) while a wait lasts. */
export function requireNoDelay(until: Date | undefined, now: Date): void {
  if (!until) return;
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
  const wait = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  throw new DomainError(
    'too-many',
    'sign-in-delayed',
    `Too many attempts. Try again in ${wait}.`,
    [],
    { seconds },
  );
}
