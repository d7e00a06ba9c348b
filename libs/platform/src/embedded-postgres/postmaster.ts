import { readFileSync, realpathSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './start-error.js';

/** What `postmaster.pid` says of a server. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** `gone` covers a dead process, a zombie, and a process that has since been given the number. */
export type PostmasterState = 'running' | 'zombie' | 'gone';

/** Reads the process id and port that a server left in its directory. */
export function readPostmaster(database: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(database, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, port: Number(lines[3]) || 0 };
}

/** Whether that process is a PostgreSQL server on this very directory. */
export function postmasterState(pid: number, database: string): PostmasterState {
  if (!exists(pid)) return 'gone';
  // Windows tells no arguments without extra tools; signing in with our password settles it there.
  if (process.platform === 'win32') return 'running';
  const { state, args } = process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  if (state.startsWith('Z')) return 'zombie';
  return isServerOn(args, database) ? 'running' : 'gone';
}

/** Whether a process of that id runs, be it ours or not; a zombie does not. */
export function isAlive(pid: number): boolean {
  if (!exists(pid) || process.platform === 'win32') return exists(pid);
  const { state } = process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  return !state.startsWith('Z');
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

interface ProcessLook {
  readonly state: string;
  readonly args: string;
}

function fromProc(pid: number): ProcessLook {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { state: stat.slice(stat.lastIndexOf(')') + 2), args };
  } catch {
    return { state: '', args: '' };
  }
}

function fromPs(pid: number): ProcessLook {
  const asked = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)]);
  const text = asked.stdout?.toString().trim() ?? '';
  return { state: text, args: `${text} ` };
}

function isServerOn(args: string, database: string): boolean {
  if (!/\bpostgres\s/.test(args)) return false;
  const place = realpathSync(database);
  return args.includes(`-D ${database} `) || args.includes(`-D ${place} `);
}

/**
 * Stops at once the server that a process which is no more left on a throw-away data directory,
 * and waits for it to end.
 */
export async function stopAbandonedServer(dataDirectory: string): Promise<void> {
  const database = join(dataDirectory, 'database');
  const left = readPostmaster(database);
  if (!left || postmasterState(left.pid, database) !== 'running') return;
  process.kill(left.pid, 'SIGQUIT');
  for (
    let tries = 0;
    tries < 100 && postmasterState(left.pid, database) === 'running';
    tries += 1
  ) {
    await pause(100);
  }
}
