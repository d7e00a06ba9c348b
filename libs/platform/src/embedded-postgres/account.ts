import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { parse } from 'node:path';
import { processEnvironment } from '../config/environment.js';

/** The operating system account that the server runs as; undefined is the account of this process. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

const NOBODY = { uid: 65534, gid: 65534 } as const;

/** PostgreSQL refuses to run as root: then the owner of an existing database is taken, else `nobody`. */
export function serverAccount(databaseDirectory: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  try {
    const { uid, gid } = statSync(databaseDirectory);
    return uid === 0 ? NOBODY : { uid, gid };
  } catch {
    return NOBODY;
  }
}

/** Whether the account may pass through a directory; the kernel is asked, not the mode bits. */
export function canEnter(account: Account, directory: string): boolean {
  if (!account) return true;
  const asked = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', directory], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  return asked.status === 0;
}

/** What a finished program left: its exit code (-1 when it could not be run) and all that it printed. */
export interface Finished {
  readonly code: number;
  readonly output: string;
}

/**
 * Runs one of the server's programs to its end as the account, with nothing of our environment that
 * could steer it (`PGDATA`, `PGPORT`, locale) and out of reach of a Ctrl-C at the terminal.
 */
export function runAs(
  account: Account,
  program: string,
  args: readonly string[],
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...account,
      cwd: parse(tmpdir()).root,
      detached: process.platform !== 'win32',
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: serverEnvironment(),
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, output: output.trim() }));
  });
}

function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = processEnvironment();
  return { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot ? { SystemRoot, TEMP } : {}) };
}
