import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { Forbidden, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import { type Actor, scopeOfActor } from '../actor.js';
import { ApiTokensService } from '../api-tokens.service.js';
import { hashPassword } from '../passwords.js';
import { readablePassword } from '../readable-password.js';
import { SessionsRepository } from '../sessions.repository.js';
import { PeopleAdministration } from './people-administration.service.js';
import { PeopleRepository } from './people.repository.js';

/** New passwords for people who have lost theirs. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly tx: Transactions,
    private readonly administration: PeopleAdministration,
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly tokens: ApiTokensService,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Gives somebody a new random password, signs them out everywhere and revokes their API tokens.
   *
   * @returns the password: the only time that it is seen.
   * @throws NotFound `person-not-found`; Forbidden `own-rights`, `permission-missing`
   */
  async reset(actor: Actor, id: PersonId): Promise<string> {
    await this.administration.get(actor, id);
    if (id === actor.personId || actor.tokenId !== null) {
      throw new Forbidden('own-rights', 'Change your own password in your settings.');
    }
    const password = readablePassword();
    const hash = await hashPassword(password);
    await this.tx.run(scopeOfActor(actor), async () => {
      await this.people.setPassword(actor.organisationId, id, hash);
      await this.trail.record(actor, 'person.password-reset', { type: 'person', id });
      await this.tokens.revokeAllOf(actor, id);
      await this.sessions.removeAllOf(id);
    });
    return password;
  }
}
