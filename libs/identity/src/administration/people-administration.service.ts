import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import {
  Clock,
  Conflict,
  Forbidden,
  Invalid,
  newId,
  NotFound,
  type Page,
  type PersonId,
} from '#kernel';
import { Transactions } from '#platform';
import { type Actor, requirePermission, scopeOfActor } from '../actor.js';
import { grantableTo } from '../grantable-rights.js';
import { type NewPerson, PeopleService } from '../people.service.js';
import type { Permission, Role } from '../permissions.js';
import { SessionsRepository } from '../sessions.repository.js';
import { PeopleRepository, personChanged } from './people.repository.js';
import type { PeopleQuery, PersonRecord, RightGrant } from './person-record.js';

/** What changes about a person; what is left out stays. */
export interface PersonChange {
  /** The version that the change was made on. */
  version: number;
  role?: Role | undefined;
  isActive?: boolean | undefined;
}

/** Rights that a person holds by name from now on, beyond those of the role. */
export interface NewGrant {
  version: number;
  rights: Permission[];
  reason: string;
}

/**
 * Who belongs to an organisation and what they may do. Every change takes effect with the next page or
 * call of the person: nothing of it is kept in sessions or tokens.
 */
@Injectable()
export class PeopleAdministration {
  constructor(
    private readonly tx: Transactions,
    private readonly people: PeopleRepository,
    private readonly accounts: PeopleService,
    private readonly sessions: SessionsRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** People by name. @throws Forbidden `permission-missing`; Unreadable `cursor-wrong` */
  list(actor: Actor, query: PeopleQuery): Promise<Page<PersonRecord>> {
    requirePermission(actor, 'person:manage');
    return this.tx.run(scopeOfActor(actor), () => this.people.list(actor.organisationId, query));
  }

  /** One person. @throws NotFound `person-not-found` */
  get(actor: Actor, id: PersonId): Promise<PersonRecord> {
    requirePermission(actor, 'person:manage');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.people.find(actor.organisationId, id);
      if (!found) throw new NotFound('person-not-found', 'We could not find that person.');
      return found;
    });
  }

  /** Which rights were granted to a person by name, newest first. @throws NotFound `person-not-found` */
  listGrants(actor: Actor, id: PersonId): Promise<RightGrant[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      await this.get(actor, id);
      return this.people.listGrants(actor.organisationId, id);
    });
  }

  /** Adds a person. @throws Conflict `email-taken`; Invalid; Forbidden `doctors-only` */
  async add(actor: Actor, given: NewPerson): Promise<PersonId> {
    requirePermission(actor, 'person:manage');
    if (given.role !== 'doctor') requirePersonAtWork(actor);
    return this.accounts.addPerson(actor.organisationId, given, actor.personId);
  }

  /**
   * Changes role or access. With another role the rights granted by name are gone; whoever loses access
   * is signed out everywhere, and their tokens end.
   *
   * @throws NotFound `person-not-found`; Forbidden `own-rights`, `doctors-only`;
   *   Conflict `person-changed`, `last-administrator`
   */
  change(actor: Actor, id: PersonId, change: PersonChange): Promise<PersonRecord> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const person = await this.take(actor, id, change.version);
      const role = change.role ?? person.role;
      const isActive = change.isActive ?? person.isActive;
      if (!mayChangeByToken(person, role, isActive)) requirePersonAtWork(actor);
      if (person.role === 'admin' && person.isActive && (role !== 'admin' || !isActive)) {
        await this.requireAnotherAdministrator(actor, id);
      }
      const extraRights = role === person.role ? person.extraRights : [];
      const changed = { ...person, role, isActive, extraRights };
      await this.people.update(actor.organisationId, changed);
      await this.follow(actor, person, changed);
      return { ...changed, version: person.version + 1 };
    });
  }

  /**
   * Sets the rights that a person holds by name; none takes all of them away.
   *
   * @throws NotFound `person-not-found`; Forbidden `own-rights`; Conflict `person-changed`;
   *   Invalid `right-not-grantable`
   */
  grant(actor: Actor, id: PersonId, { version, rights, reason }: NewGrant): Promise<void> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const person = await this.take(actor, id, version);
      requirePersonAtWork(actor);
      const grantable = grantableTo(person.role);
      if (rights.some((right) => !grantable.includes(right))) throw notGrantable();
      await this.people.update(actor.organisationId, { ...person, extraRights: rights });
      const grantId = newId();
      await this.tx.query(
        `insert into right_grant (id, organisation_id, person_id, rights, reason, granted_by, granted_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [grantId, actor.organisationId, id, rights, reason, actor.personId, this.clock.now()],
      );
      const subject = { type: 'person', id };
      await this.trail.record(actor, 'person.rights-granted', subject, { rights, grantId });
    });
  }

  /** Reads a person for a change, alone, and on the version that the change was made on. */
  private async take(actor: Actor, id: PersonId, version: number): Promise<PersonRecord> {
    requirePermission(actor, 'person:manage');
    await this.people.lock(actor.organisationId);
    const person = await this.get(actor, id);
    if (id === actor.personId) throw ownRights();
    if (person.version !== version) throw personChanged();
    return person;
  }

  private async requireAnotherAdministrator(actor: Actor, id: PersonId): Promise<void> {
    if ((await this.people.countOtherAdministrators(actor.organisationId, id)) > 0) return;
    throw new Conflict(
      'last-administrator',
      'This is the last administrator who can sign in. Make somebody else administrator first.',
    );
  }

  /** Records each change and makes it true of sessions and tokens too. */
  private async follow(actor: Actor, before: PersonRecord, after: PersonRecord): Promise<void> {
    const subject = { type: 'person', id: after.id };
    if (before.role !== after.role) {
      const detail = { from: before.role, to: after.role };
      await this.trail.record(actor, 'person.role-changed', subject, detail);
    }
    if (before.isActive === after.isActive) return;
    await this.trail.record(
      actor,
      after.isActive ? 'person.reactivated' : 'person.deactivated',
      subject,
    );
    if (after.isActive) return;
    await this.sessions.removeAllOf(after.id);
    await this.people.revokeTokens(actor.organisationId, after.id, this.clock.now());
  }
}

/** A service may end anybody's access; everything else it may do for doctors only. */
function mayChangeByToken(person: PersonRecord, role: Role, isActive: boolean): boolean {
  if (role !== person.role) return false;
  return person.role === 'doctor' || !isActive;
}

/** @throws Forbidden `doctors-only` when a service asks: it could otherwise make itself a colleague. */
function requirePersonAtWork(actor: Actor): void {
  if (actor.tokenId === null) return;
  throw new Forbidden(
    'doctors-only',
    'A service may add doctors and end access. Staff and their rights are managed by a person.',
  );
}

function ownRights(): Forbidden {
  return new Forbidden(
    'own-rights',
    'You cannot change your own role, rights or access. Ask another administrator.',
  );
}

function notGrantable(): Invalid {
  const message = 'Choose rights that may be granted to somebody with this role.';
  return new Invalid('right-not-grantable', message, [{ field: 'rights', message }]);
}
