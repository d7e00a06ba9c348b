import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { Clock, Invalid } from '#kernel';
import { Transactions } from '#platform';
import { type Actor, scopeOfActor } from './actor.js';
import { ApiTokensService } from './api-tokens.service.js';
import { requireGoodPassword } from './password-rules.js';
import { hashPassword, isPassword } from './passwords.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInFailures } from './sign-in-failures.repository.js';

/** What people change about their own account. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly tx: Transactions,
    private readonly failures: SignInFailures,
    private readonly sessions: SessionsRepository,
    private readonly tokens: ApiTokensService,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets another password, ends all sessions of the person, this one included, and revokes their API tokens:
   * whoever had the old password may have made one.
   *
   * @throws Invalid `current-password-wrong`, `password-too-short`…; DomainError `sign-in-delayed`
   */
  async changePassword(actor: Actor, current: string, next: string): Promise<void> {
    await this.requireCurrent(actor, current);
    requireGoodPassword(next, 'newPassword');
    const hash = await hashPassword(next);
    await this.tx.run(scopeOfActor(actor), async () => {
      await this.tx.query(
        `update person set password_hash = $3 where organisation_id = $1 and id = $2`,
        [actor.organisationId, actor.personId, hash],
      );
      await this.trail.record(actor, 'person.password-changed', subjectOf(actor));
      await this.tokens.revokeAllOf(actor, actor.personId);
      await this.sessions.removeAllOf(actor.personId);
    });
  }

  /** Ends all sessions of the person, wherever they are. */
  signOutEverywhere(actor: Actor): Promise<void> {
    return this.tx.run(scopeOfActor(actor), async () => {
      await this.trail.record(actor, 'person.signed-out-everywhere', subjectOf(actor));
      await this.sessions.removeAllOf(actor.personId);
    });
  }

  /** Whether the person has switched single-key shortcuts on. */
  async hasShortcuts(actor: Actor): Promise<boolean> {
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<{ on: boolean }>(
        `select has_shortcuts as on from person where organisation_id = $1 and id = $2`,
        [actor.organisationId, actor.personId],
      ),
    );
    return rows[0]?.on ?? false;
  }

  /** Switches single-key shortcuts on or off. */
  async setShortcuts(actor: Actor, isOn: boolean): Promise<void> {
    await this.tx.run(scopeOfActor(actor), async () => {
      await this.tx.query(
        `update person set has_shortcuts = $3 where organisation_id = $1 and id = $2`,
        [actor.organisationId, actor.personId, isOn],
      );
      await this.trail.record(actor, 'person.settings-changed', subjectOf(actor));
    });
  }

  /** As slow to guess as signing in: whoever sits at an open session must not try passwords. */
  private async requireCurrent(actor: Actor, password: string): Promise<void> {
    const account = `own-password:${actor.personId}`;
    await this.failures.begin(account, this.clock.now());
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<{ hash: string }>(
        `select password_hash as hash from person where organisation_id = $1 and id = $2`,
        [actor.organisationId, actor.personId],
      ),
    );
    if (await isPassword(rows[0]?.hash, password)) return this.failures.clear(account);
    const message = 'That is not your current password.';
    throw new Invalid('current-password-wrong', message, [{ field: 'currentPassword', message }]);
  }
}

function subjectOf(actor: Actor) {
  return { type: 'person', id: actor.personId };
}
