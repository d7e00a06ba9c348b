import { randomBytes } from 'node:crypto';

/** A UUID, version 7: sorts by the time it was made, so new rows land at the end of an index. */
export type Id = string;

export type OrganisationId = Id;
export type PersonId = Id;
export type CaseId = Id;

/**
 * Makes a new UUID version 7 (RFC 9562).
 *
 * @param at instant that the id sorts by; the wall clock unless given.
 */
export function newId(at: number = Date.now()): Id {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a string has the form of an id; anything else is answered like an id that does not exist. */
export function isId(value: string): value is Id {
  return UUID.test(value);
}
