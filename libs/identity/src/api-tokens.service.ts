import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { Clock, type Id, Invalid, newId, NotFound, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import { type Actor, can, requirePermission, scopeOfActor } from './actor.js';
import { newToken, tokenHash } from './api-token.js';
import { type Permission, PERMISSIONS, PERSON_ONLY } from './permissions.js';

/** A token as its owner sees it: never the secret. */
export interface ApiToken {
  id: Id;
  name: string;
  scopes: Permission[];
  createdAt: Date;
  expiresAt: Date;
}

/** What is asked for a new token. */
export interface NewApiToken {
  name: string;
  scopes: Permission[];
  /** 1 to 366. */
  days: number;
}

const DAY = 86_400_000;

/** People's own API tokens: scoped, hashed, expiring, shown once. */
@Injectable()
export class ApiTokensService {
  constructor(
    private readonly tx: Transactions,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a token with some of the person's own rights.
   *
   * @returns the token itself; this is the only time that it is seen.
   * @throws Invalid `scope-not-held`; Forbidden `permission-missing`
   */
  async make(
    actor: Actor,
    { name, scopes, days }: NewApiToken,
  ): Promise<{ id: Id; token: string }> {
    requirePermission(actor, 'token:manage');
    const wrong = scopes.filter((scope) => !can(actor, scope) || PERSON_ONLY.includes(scope));
    if (wrong.length > 0 || scopes.length === 0) {
      throw new Invalid(
        'scope-not-held',
        'Choose rights that you hold yourself and services may use.',
        [
          {
            field: 'scopes',
            message: 'Choose rights that you hold yourself and services may use.',
          },
        ],
      );
    }
    const [id, token, now] = [newId(), newToken(), this.clock.now()];
    const expires = new Date(now.getTime() + days * DAY);
    await this.tx.run(scopeOfActor(actor), async () => {
      await this.tx.query(
        `insert into api_token (id, organisation_id, person_id, name, token_hash, scopes, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, actor.organisationId, actor.personId, name, tokenHash(token), scopes, now, expires],
      );
      await this.trail.record(
        actor,
        'token.made',
        { type: 'person', id: actor.personId },
        { scopes },
      );
    });
    return { id, token };
  }

  /** The rights that a token of this person can have at most. */
  scopesOf(actor: Actor): Permission[] {
    return [...actor.permissions].filter((permission) => !PERSON_ONLY.includes(permission));
  }

  /** Reads names of rights. @throws Invalid `scope-unknown` */
  readScopes(names: readonly string[]): Permission[] {
    const unknown = names.filter((name) => !(name in PERMISSIONS));
    if (unknown.length === 0) return names as Permission[];
    throw new Invalid('scope-unknown', `There is no right called ${unknown.join(', ')}.`);
  }

  /** The person's tokens that still work. */
  list(actor: Actor): Promise<ApiToken[]> {
    return this.tx.run(scopeOfActor(actor), () =>
      this.tx.query<ApiToken>(
        `select id, name, scopes, created_at as "createdAt", expires_at as "expiresAt"
           from api_token
          where organisation_id = $1 and person_id = $2 and revoked_at is null and expires_at > $3
          order by created_at desc`,
        [actor.organisationId, actor.personId, this.clock.now()],
      ),
    );
  }

  /** Ends a token at once. @throws NotFound `token-not-found` */
  revoke(actor: Actor, id: Id): Promise<void> {
    requirePermission(actor, 'token:manage');
    return this.tx.run(scopeOfActor(actor), async () => {
      const [rows] = await this.tx.manager.query<[unknown[], number]>(
        `update api_token set revoked_at = $4
          where organisation_id = $1 and person_id = $2 and id = $3 and revoked_at is null returning id`,
        [actor.organisationId, actor.personId, id, this.clock.now()],
      );
      if (rows.length === 0) throw new NotFound('token-not-found');
      await this.trail.record(actor, 'token.revoked', { type: 'person', id: actor.personId });
    });
  }

  /** Ends all tokens of a person, in the transaction of what makes that necessary. */
  async revokeAllOf(actor: Actor, personId: PersonId): Promise<void> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update api_token set revoked_at = $3
        where organisation_id = $1 and person_id = $2 and revoked_at is null returning id`,
      [actor.organisationId, personId, this.clock.now()],
    );
    if (rows.length === 0) return;
    await this.trail.record(actor, 'token.revoked', { type: 'person', id: personId });
  }
}
