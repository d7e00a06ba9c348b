import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { canEnter, serverAccount } from './account.js';
import { SHARED_DIRECTORY } from './binaries.js';
import { makePassableDirectory } from './passable-directory.js';
import { StartError, reasonOf } from './start-error.js';

/** The passwords of the server's three login roles. */
export interface DatabasePasswords {
  readonly postgres: string;
  readonly parapet_owner: string;
  readonly parapet_runtime: string;
}

/** Where PostgreSQL's own files lie in a data directory. */
export function databaseDirectory(dataDirectory: string): string {
  return join(dataDirectory, 'database');
}

/**
 * Chooses the data directory and makes it, private to its owner.
 *
 * As root the server runs as another account; where that account cannot reach `preferred`, a place
 * below `/var/lib/parapet` is taken: the folder itself for a default, a folder of its own for a path
 * that somebody chose (`isChosen`), so that two chosen paths never share one database.
 *
 * @returns an absolute path; the same for what it has itself returned.
 * @throws StartError when it cannot be written.
 */
export function makeDataDirectory(preferred: string, isChosen = true): string {
  return makeWritable(placeOf(preferred, isChosen));
}

/** Where {@link makeDataDirectory} makes it; nothing is made or changed. */
export function placeOf(preferred: string, isChosen = true): string {
  const wanted = resolve(preferred);
  const account = serverAccount(databaseDirectory(wanted));
  if (canEnter(account, nearestDirectory(wanted))) return wanted;
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 8);
  return isChosen ? join(SHARED_DIRECTORY, `${basename(wanted)}-${name}`) : SHARED_DIRECTORY;
}

/** Reads the passwords, or makes them when the database does not exist yet. */
export function databasePasswords(dataDirectory: string): DatabasePasswords {
  const file = join(dataDirectory, 'database-passwords.json');
  if (existsSync(file)) return readPasswords(file);
  if (existsSync(databaseDirectory(dataDirectory))) {
    throw new StartError(
      `${file} is missing: put it back, or move the data directory away to begin anew.`,
    );
  }
  const passwords: DatabasePasswords = {
    postgres: newPassword(),
    parapet_owner: newPassword(),
    parapet_runtime: newPassword(),
  };
  writePrivate(file, `${JSON.stringify(passwords, null, 2)}\n`);
  return passwords;
}

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivate(file: string, text: string): void {
  const unfinished = `${file}.${randomUUID()}`;
  writeFileSync(unfinished, text, { mode: 0o600 });
  renameSync(unfinished, file);
}

function readPasswords(file: string): DatabasePasswords {
  try {
    const { postgres, parapet_owner, parapet_runtime } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as Partial<DatabasePasswords>;
    if (postgres && parapet_owner && parapet_runtime) {
      return { postgres, parapet_owner, parapet_runtime };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError))
      throw new StartError(`Cannot read ${file}: ${reasonOf(error)}.`);
  }
  throw new StartError(`${file} does not hold the three passwords of the database.`);
}

/** Letters, digits, `-` and `_` only: safe in a URL and inside quotes. */
function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

function nearestDirectory(path: string): string {
  return existsSync(path) && statSync(path).isDirectory() ? path : nearestDirectory(dirname(path));
}

function makeWritable(directory: string): string {
  try {
    makePassableDirectory(directory);
    const probe = join(directory, `.writable-${randomUUID()}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StartError(
      `Cannot write to the data directory ${directory}: ${reasonOf(error)}. Set PARAPET_DATA_DIR to a folder that can be written.`,
    );
  }
  return directory;
}
