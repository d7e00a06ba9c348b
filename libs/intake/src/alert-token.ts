import { createHash, randomBytes } from 'node:crypto';
import { type OrganisationId } from '#kernel';

const ID_BYTES = 16;
const SECRET_BYTES = 24;

/** Makes the secret address of an alert: the organisation, so that it can be found, and 192 random bits. */
export function newAlertToken(organisationId: OrganisationId): string {
  const id = Buffer.from(organisationId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, randomBytes(SECRET_BYTES)]).toString('base64url');
}

/** The organisation of a token; undefined for what is no token. */
export function organisationOfToken(token: string): OrganisationId | undefined {
  if (!/^[\w-]+$/.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID_BYTES + SECRET_BYTES || bytes.toString('base64url') !== token) {
    return undefined;
  }
  return bytes
    .subarray(0, ID_BYTES)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What is kept of a token. */
export function alertTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
