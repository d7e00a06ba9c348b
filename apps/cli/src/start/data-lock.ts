import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError, codeOf, reasonOf } from '#platform';
import { processIdentity } from './process-identity.js';

const TRIES = 5;

/**
 * Takes the data directory for this process; a lock whose process is dead is taken over.
 *
 * @returns gives it back.
 * @throws StartError when another Parapet has it.
 */
export function lockDataDirectory(dataDirectory: string): () => void {
  const file = join(dataDirectory, 'start.lock');
  const mine = `${process.pid} ${processIdentity(process.pid) ?? ''}`;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (take(file, mine)) return () => release(file, mine);
    const holder = read(file);
    const [pid = ''] = holder.split(' ');
    if (isHeld(holder)) {
      throw new StartError(
        `Parapet already runs on the data directory ${dataDirectory} (process ${pid}). Stop it, or set PARAPET_DATA_DIR to another folder.`,
      );
    }
    clearAway(file, holder);
  }
  throw new StartError(
    `Cannot lock the data directory ${dataDirectory}: others are starting on it.`,
  );
}

/** A link appears whole or not at all: nobody reads a lock that is half written. */
function take(file: string, mine: string): boolean {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, mine, { mode: 0o600 });
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new StartError(`Cannot lock the data directory with ${file}: ${reasonOf(error)}.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function isHeld(holder: string): boolean {
  const gap = holder.indexOf(' ');
  const identity = processIdentity(Number(holder.slice(0, gap)));
  return gap > 0 && identity !== undefined && identity === holder.slice(gap + 1);
}

/** Between our look and this, another start may have taken the lock: then it is given back. */
function clearAway(file: string, stale: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (read(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function release(file: string, mine: string): void {
  if (read(file) === mine) rmSync(file, { force: true });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
