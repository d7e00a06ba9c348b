import { createHash, randomBytes } from 'node:crypto';

/** Marks a Parapet token for people and for secret scanners. */
const PREFIX = 'parapet_';

/** Makes a token of 256 random bits. It is shown once and never stored. */
export function newToken(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/** What is stored of a token: it is random, so a plain SHA-256 is enough and quick to look up. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
