import type { PersonId } from '#kernel';
import { type AwaitedSignature, reachedWith, type SignerRights } from '#referrals';

/** Somebody who holds the right to sign a worksheet. */
type Holder = SignerRights & { readonly id: PersonId; readonly coverId: PersonId | null };

/**
 * Who is told that a worksheet waits for a signature: those who may sign it and know of its case, but never who has
 * just filled it in, nor an author where somebody else has to sign. What every adviser may sign is said to the owner of the
 * case alone and to who stands in for them; the others find it in their list.
 */
export function signersTold<P extends Holder>(
  { kind, routes, ownerId, ...waiting }: AwaitedSignature,
  holders: readonly P[],
): P[] {
  const keepers = keepersOf(holders, ownerId);
  return holders.filter((person) => {
    const { id } = person;
    const reached = reachedWith(person, kind);
    if (!reached || (reached.route !== null && !routes.includes(reached.route))) return false;
    if (waiting.wallMembers && !waiting.wallMembers.includes(id)) return false;
    if (id === waiting.lastAuthorId) return false;
    if (kind.signOff.needsOther && waiting.authors.includes(id)) return false;
    return kind.signOff.right !== 'worksheet:sign' || keepers.includes(id);
  });
}

function keepersOf(holders: readonly Holder[], ownerId: PersonId | null): PersonId[] {
  const owner = holders.find(({ id }) => id === ownerId);
  if (!owner) return [];
  return owner.coverId ? [owner.id, owner.coverId] : [owner.id];
}
