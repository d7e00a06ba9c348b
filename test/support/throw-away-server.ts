import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  isAlive,
  startEmbeddedPostgres,
  stopAbandonedServer,
} from '#platform';

const PREFIX = 'parapet-test-';
/** Folders of specs that start a server of their own, in `data`. */
const SPEC_PREFIX = 'parapet-spec-';
const HOUR_MS = 3_600_000;

/** Starts a server for this run of the tests in the temporary directory. */
export async function startThrowAwayServer(): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'run.pid'), String(process.pid));
  // The server's account has to pass through when the tests are run as root.
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  return startEmbeddedPostgres({
    dataDirectory: folder,
    fsync: false,
    ownerMakesDatabases: true,
    say: () => undefined,
  });
}

/** Stops the server and removes all that it wrote. */
export async function removeThrowAwayServer(server: EmbeddedPostgres): Promise<void> {
  await server.stop();
  rmSync(server.dataDirectory, { recursive: true, force: true });
}

/** Clears away what killed runs left: their servers at once, their files after an hour at most. */
export async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX) && !name.startsWith(SPEC_PREFIX)) continue;
    const folder = join(tmpdir(), name);
    if (!isLeftover(folder)) continue;
    await stopAbandonedServer(folder);
    await stopAbandonedServer(join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true });
  }
}

function isLeftover(folder: string): boolean {
  try {
    return !isAlive(Number(readFileSync(join(folder, 'run.pid'), 'utf8')) || -1);
  } catch {
    const made = statSync(folder, { throwIfNoEntry: false });
    return made !== undefined && Date.now() - made.mtimeMs > HOUR_MS;
  }
}
