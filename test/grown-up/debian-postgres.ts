import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/installation.js';

const VERSIONS = '/usr/lib/postgresql';
const CREATE_ROLES = join(import.meta.dirname, '../../../deploy/create-roles.sql');

/** A login of a server: its addresses are made from it. */
export interface Login {
  readonly name: string;
  readonly password: string;
}

/** A cluster of the PostgreSQL that Debian installs, for one run. */
export class DebianPostgres {
  private readonly superuser: Login = { name: 'postgres', password: newPassword() };

  private constructor(
    private readonly programs: string,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** @throws Error in one line when it is not installed. */
  static async start(): Promise<DebianPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'parapet-grown-up-'));
    const made = new DebianPostgres(findPrograms(), folder, await freePort());
    made.initialise();
    made.control(
      'start',
      '--options',
      `-p ${made.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`,
    );
    return made;
  }

  /** Makes both logins and the database, as an administrator does who follows the README. */
  makeTwoLogins(): { ownerUrl: string; runtimeUrl: string } {
    const owner: Login = { name: 'parapet_owner', password: newPassword() };
    const runtime: Login = { name: 'parapet_runtime', password: newPassword() };
    this.psql(
      '--set',
      `owner_password=${owner.password}`,
      '--set',
      `runtime_password=${runtime.password}`,
      '--file',
      CREATE_ROLES,
    );
    return { ownerUrl: this.url(owner, 'parapet'), runtimeUrl: this.url(runtime, 'parapet') };
  }

  /** Makes one login that owns its database and does everything. */
  makeOneLogin(): { ownerUrl: string; runtimeUrl: string } {
    const login: Login = { name: 'parapet', password: newPassword() };
    this.psql('--command', `create role parapet login createrole password '${login.password}'`);
    this.psql('--command', 'create database parapet owner parapet');
    const url = this.url(login, 'parapet');
    return { ownerUrl: url, runtimeUrl: url };
  }

  /** In words, such as `psql (PostgreSQL) 15.14`. */
  get version(): string {
    return spawnSync(join(this.programs, 'psql'), ['--version']).stdout.toString().trim();
  }

  /** Stops it and removes its files. */
  remove(): void {
    this.control('stop', '--mode', 'fast');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private initialise(): void {
    const passwordFile = join(this.folder, 'superuser-password');
    const database = join(this.folder, 'database');
    mkdirSync(database, { mode: 0o700 });
    writeFileSync(passwordFile, this.superuser.password, { mode: 0o600 });
    const account = serverAccount();
    if (account) {
      chmodSync(this.folder, 0o711);
      chownSync(database, account.uid, account.gid);
      chownSync(passwordFile, account.uid, account.gid);
    }
    this.run('initdb', [
      '--pgdata',
      database,
      '--username',
      'postgres',
      '--pwfile',
      passwordFile,
      '--auth',
      'scram-sha-256',
      '--encoding',
      'UTF8',
      '--locale',
      'C.UTF-8',
    ]);
  }

  private control(...command: string[]): void {
    const database = join(this.folder, 'database');
    const log = join(database, 'server.log');
    this.run('pg_ctl', [...command, '--wait', '--silent', '--pgdata', database, '--log', log]);
  }

  private psql(...args: string[]): void {
    this.run('psql', [
      '--no-psqlrc',
      '--quiet',
      '--set',
      'ON_ERROR_STOP=1',
      ...args,
      this.url(this.superuser, 'postgres'),
    ]);
  }

  private url({ name, password }: Login, database: string): string {
    return `postgresql://${name}:${password}@127.0.0.1:${this.port}/${database}`;
  }

  private run(program: string, args: readonly string[]): void {
    const isClient = program === 'psql';
    const done = spawnSync(join(this.programs, program), args, {
      ...(isClient ? {} : serverAccount()),
      cwd: '/',
      stdio: isClient ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
    });
    if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr?.toString() ?? ''}`);
  }
}

/** PostgreSQL refuses to run as root. */
function serverAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const home = statSync('/var/lib/postgresql', { throwIfNoEntry: false });
  return home && home.uid !== 0 ? { uid: home.uid, gid: home.gid } : { uid: 65534, gid: 65534 };
}

function findPrograms(): string {
  const versions = existsSync(VERSIONS)
    ? readdirSync(VERSIONS)
        .map(Number)
        .filter((v) => v >= 15)
    : [];
  const [oldest] = versions.sort((a, b) => a - b);
  const programs = join(VERSIONS, String(oldest), 'bin');
  if (oldest && existsSync(join(programs, 'initdb'))) return programs;
  throw new Error('PostgreSQL 15 or later is not installed (Debian: apt-get install postgresql).');
}

function newPassword(): string {
  return randomBytes(16).toString('hex');
}
