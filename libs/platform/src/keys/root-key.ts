import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config/config.js';
import { newKey } from './cipher.js';
import { KeyRing } from './key-ring.js';

/** The root key is missing, unreadable or open to others. One line, fit for the terminal. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/** Where the root key is kept when the environment does not give it. */
export function rootKeyFile(config: Pick<Config, 'dataDirectory'>): string {
  return join(config.dataDirectory, 'keys', 'root.key');
}

/**
 * Reads the root key from the settings or its file.
 *
 * @throws KeyError when there is none, or when the file can be read by others than its owner.
 */
export function openKeyRing(config: Config): KeyRing {
  if (config.rootKey) return new KeyRing(Buffer.from(config.rootKey, 'hex'));
  const file = rootKeyFile(config);
  if (!existsSync(file)) {
    throw new KeyError(`No root key: ${file} does not exist and PARAPET_ROOT_KEY is not set.`);
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) {
    throw new KeyError(`The root key file ${file} can be read by others: set its mode to 0600.`);
  }
  const hex = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new KeyError(`${file} does not hold a root key.`);
  return new KeyRing(Buffer.from(hex, 'hex'));
}

/**
 * Makes the root key file on the first start of an installation that keeps its own.
 *
 * @returns whether a new key was made.
 */
export function ensureRootKey(config: Config): boolean {
  const file = rootKeyFile(config);
  if (config.rootKey || existsSync(file)) return false;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${newKey().toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  return true;
}
