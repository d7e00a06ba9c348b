import type { OrganisationId, PersonId } from '#kernel';

/**
 * On whose behalf the database is asked. Row-level security lets through the rows of this organisation
 * only; with no organisation none of its tables show a row.
 */
export interface Scope {
  readonly organisationId: OrganisationId | null;
  /** `system` is background work: it sees behind the walls of cases, as no person does by right. */
  readonly personId: PersonId | 'system' | null;
}

/** Work that belongs to no organisation: relaying the outbox, finding a session. */
export const NO_ORGANISATION: Scope = Object.freeze({ organisationId: null, personId: null });

/** The scope of background work for one organisation. */
export function scopeOf(organisationId: OrganisationId): Scope {
  return { organisationId, personId: 'system' };
}
