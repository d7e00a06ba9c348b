import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { Clock, DomainError, type OrganisationId, type PersonId } from '#kernel';
import { KeyRing, NO_ORGANISATION, scopeOf, Transactions } from '#platform';
import { type Actor, personActor, type SignedIn, tokenActor } from './actor.js';
import { tokenHash } from './api-token.js';
import { isPassword } from './passwords.js';
import { requireNoDelay, SignInFailures } from './sign-in-failures.repository.js';

interface Account {
  id: PersonId;
  organisation_id: OrganisationId;
  password_hash: string;
  is_active: boolean;
}

/** Lets people in, and says who a session or a token belongs to. */
@Injectable()
export class SignInService {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: KeyRing,
    private readonly failures: SignInFailures,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks e-mail and password. An unknown account, a wrong password and a closed account answer alike.
   *
   * @param network address that the attempt came from.
   * @throws DomainError `sign-in-refused` (unauthenticated), `sign-in-delayed` (too-many; `details.seconds`).
   */
  async signIn(email: string, password: string, network: string): Promise<Actor> {
    await this.begin(email, network);
    const account = await this.findAccount(email);
    const fits = await isPassword(account?.password_hash, password);
    if (!account || !fits || !account.is_active) {
      await this.failures.add('network', network, this.clock.now());
      throw new DomainError(
        'unauthenticated',
        'sign-in-refused',
        'That e-mail address and password do not match an account.',
      );
    }
    await this.failures.clear(email);
    return this.welcome(account);
  }

  /** The person of a session; undefined when there is none any more. */
  async findPerson(personId: PersonId): Promise<Actor | undefined> {
    const person = await this.findSignedIn(personId);
    return person && personActor(person);
  }

  /** The person of an e-mail address, for those who run the installation; undefined when there is none. */
  async findByEmail(email: string): Promise<Actor | undefined> {
    const account = await this.findAccount(email);
    return account && this.findPerson(account.id);
  }

  /** The actor of a bearer token; undefined when the token is unknown, expired or revoked. */
  async findByToken(token: string): Promise<Actor | undefined> {
    const rows = await this.tx.ask<SignedIn & { token_id: string; scopes: string[] }>(
      `select t.id as token_id, t.scopes, p.*
         from find_token($1) t cross join lateral find_signed_in(t.person_id) p`,
      [tokenHash(token)],
    );
    const found = rows[0];
    return found && tokenActor(found, found.token_id, found.scopes);
  }

  private async begin(email: string, network: string): Promise<void> {
    const now = this.clock.now();
    requireNoDelay(await this.failures.blockedUntil('network', network, now), now);
    await this.failures.begin(email, now);
  }

  private async findAccount(email: string): Promise<Account | undefined> {
    const rows = await this.tx.run(NO_ORGANISATION, () =>
      this.tx.query<Account>(`select * from find_person_for_sign_in($1)`, [
        this.keys.blindIndex('person.email', email),
      ]),
    );
    return rows[0];
  }

  private async findSignedIn(personId: PersonId): Promise<SignedIn | undefined> {
    const rows = await this.tx.ask<SignedIn>(`select * from find_signed_in($1)`, [personId]);
    return rows[0];
  }

  private async welcome(account: Account): Promise<Actor> {
    const actor = personActor((await this.findSignedIn(account.id))!);
    await this.tx.run(scopeOf(actor.organisationId), () =>
      this.trail.record(actor, 'person.signed-in', { type: 'person', id: actor.personId }),
    );
    return actor;
  }
}
