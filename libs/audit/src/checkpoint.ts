import { type KeyObject, sign, verify } from 'node:crypto';
import type { OrganisationId } from '#kernel';

/**
 * A signed statement of how long an organisation's sealed log was and what its last hash was. Kept
 * outside the database, it shows that a chain was cut or written anew.
 */
export interface Checkpoint {
  readonly organisationId: OrganisationId;
  readonly sequence: number;
  /** Lower-case hex. */
  readonly sealHash: string;
  readonly at: string;
  /** Ed25519 over the other fields, base64. */
  readonly signature: string;
}

/** Signs the end of a sealed log. */
export function signCheckpoint(
  statement: Omit<Checkpoint, 'signature'>,
  privateKey: KeyObject,
): Checkpoint {
  return { ...statement, signature: sign(null, signed(statement), privateKey).toString('base64') };
}

/** Whether a checkpoint was signed with the key of this installation. */
export function isGenuine(checkpoint: Checkpoint, publicKey: KeyObject): boolean {
  return verify(null, signed(checkpoint), publicKey, Buffer.from(checkpoint.signature, 'base64'));
}

function signed(statement: Omit<Checkpoint, 'signature'>): Buffer {
  const { organisationId, sequence, sealHash, at } = statement;
  return Buffer.from(JSON.stringify([organisationId, sequence, sealHash, at]));
}
