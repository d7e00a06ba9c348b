import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseDirectory, databasePasswords } from './data-directory.js';
import { addressFor } from './roles.js';

/** Where the embedded server of a data directory listens, for its two logins. */
export interface EmbeddedAddresses {
  readonly ownerUrl: string;
  readonly runtimeUrl: string;
}

/**
 * The addresses of the embedded server, whether it runs or not; undefined where none was ever made.
 *
 * @throws StartError when its passwords cannot be read.
 */
export function embeddedAddresses(dataDirectory: string): EmbeddedAddresses | undefined {
  const portFile = join(dataDirectory, 'database-port');
  if (!existsSync(databaseDirectory(dataDirectory)) || !existsSync(portFile)) return undefined;
  const passwords = databasePasswords(dataDirectory);
  const port = Number(readFileSync(portFile, 'utf8'));
  return {
    ownerUrl: addressFor('parapet_owner', passwords, port),
    runtimeUrl: addressFor('parapet_runtime', passwords, port),
  };
}
