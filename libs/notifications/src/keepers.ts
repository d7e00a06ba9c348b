import type { Correspondent, Correspondents } from '#identity';
import type { OrganisationId, PersonId } from '#kernel';
import { toldOf } from './notice.js';

/** Who looks after a case: who is told of what happens on it. */
export async function keepersToTell(
  people: Correspondents,
  organisationId: OrganisationId,
  { ownerId, wallMembers }: { ownerId: PersonId | null; wallMembers: readonly PersonId[] | null },
): Promise<Correspondent[]> {
  const owner = (ownerId && (await people.find(organisationId, ownerId))) || null;
  const coverId = owner?.coverId;
  const cover = (coverId && (await people.find(organisationId, coverId))) || null;
  const leadAdvisers = owner ? [] : await people.listApprovers(organisationId);
  return toldOf({ owner, cover, leadAdvisers, wallMembers });
}
