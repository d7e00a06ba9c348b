import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
const FORMAT = 1;

/** A cell could not be opened: a wrong key, a moved cell or changed bytes. Never answered with empty text. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Seals bytes with AES-256-GCM.
 *
 * @param key 32 bytes.
 * @param binding says where the cell lives (table, column, row); the cell opens nowhere else.
 * @returns format byte, 12 bytes nonce, 16 bytes tag, ciphertext.
 */
export function seal(key: Buffer, plain: Buffer | string, binding: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(binding));
  const body = Buffer.concat([cipher.update(plain as Buffer), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), body]);
}

/**
 * Opens what `seal` made, with the same key and binding.
 *
 * @throws SealBroken
 */
export function open(key: Buffer, sealed: Buffer, binding: string): Buffer {
  if (sealed.length < 1 + NONCE + TAG || sealed[0] !== FORMAT) {
    throw new SealBroken('The sealed bytes are not in a known form.');
  }
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE));
    decipher.setAAD(Buffer.from(binding));
    decipher.setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]);
  } catch {
    throw new SealBroken('The sealed bytes cannot be opened with this key in this place.');
  }
}

/** Makes a key of 32 random bytes. */
export function newKey(): Buffer {
  return randomBytes(32);
}
