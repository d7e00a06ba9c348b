import { Forbidden, type Id, type OrganisationId, type PersonId } from '#kernel';
import type { Scope } from '#platform';
import { type Permission, PERSON_ONLY, permissionsOf, type Role } from './permissions.js';

export type OrganisationKind = 'mdo' | 'trust';

/** Who asks: a signed-in person, or a service acting with one of the person's tokens. */
export interface Actor {
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly organisationKind: OrganisationKind;
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
  /** The token that was used; null when the person is signed in. */
  readonly tokenId: Id | null;
}

/** What the database says of a person who may be signed in. */
export interface SignedIn {
  id: PersonId;
  organisation_id: OrganisationId;
  name: string;
  role: Role;
  extra_rights: string[];
  organisation_name: string;
  organisation_kind: OrganisationKind;
}

/** The actor of a signed-in person. */
export function personActor(person: SignedIn): Actor {
  return {
    organisationId: person.organisation_id,
    organisationName: person.organisation_name,
    organisationKind: person.organisation_kind,
    personId: person.id,
    name: person.name,
    role: person.role,
    permissions: permissionsOf(person.role, person.extra_rights),
    tokenId: null,
  };
}

/** The actor of a token: the person's rights, cut down to the token's scopes and to what services may do. */
export function tokenActor(person: SignedIn, tokenId: Id, scopes: readonly string[]): Actor {
  const actor = personActor(person);
  const permissions = [...actor.permissions].filter(
    (permission) => scopes.includes(permission) && !PERSON_ONLY.includes(permission),
  );
  return { ...actor, permissions: new Set(permissions), tokenId };
}

/** Whether an actor holds a right. */
export function can(actor: Pick<Actor, 'permissions'>, permission: Permission): boolean {
  return actor.permissions.has(permission);
}

/** @throws Forbidden `permission-missing` */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) throw new Forbidden('permission-missing');
}

/** @throws Forbidden `permission-missing` for whoever holds none of the rights. */
export function requireAnyPermission(actor: Actor, permissions: readonly Permission[]): void {
  if (!permissions.some((permission) => can(actor, permission))) {
    throw new Forbidden('permission-missing');
  }
}

/** The rows that an actor may see at all. */
export function scopeOfActor(actor: Actor): Scope {
  return { organisationId: actor.organisationId, personId: actor.personId };
}
