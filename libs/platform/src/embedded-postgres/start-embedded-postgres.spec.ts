import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { readPostmaster } from './postmaster.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres.js';

const say = () => undefined;

async function ask(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let dataDirectory: string;
  let server: EmbeddedPostgres | undefined;
  const start = async () => {
    server = await startEmbeddedPostgres({ dataDirectory, fsync: false, say });
    return server;
  };
  const postmaster = () => readPostmaster(join(dataDirectory, 'database'));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parapet-spec-'));
    // Root's server account has to pass through the folder, else another place would be taken.
    if (process.getuid?.() === 0) chmodSync(folder, 0o711);
    dataDirectory = join(folder, 'data');
    await start();
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses a data directory that cannot be made, in one line', async () => {
    const blocked = join(folder, 'a-file');
    writeFileSync(blocked, '');
    const starting = startEmbeddedPostgres({
      dataDirectory: join(blocked, 'x'),
      fsync: false,
      say,
    });
    await expect(starting).rejects.toThrow(
      /^Cannot write to the data directory .*part of the path/,
    );
  });

  it('does not let the runtime role make a table, a role or a database', async () => {
    const { runtimeUrl } = await start();
    for (const sql of [
      'CREATE TABLE t ()',
      'CREATE ROLE r',
      'CREATE DATABASE d',
      'CREATE TEMP TABLE t ()',
    ]) {
      await expect(ask(runtimeUrl, sql)).rejects.toThrow(/permission denied/);
    }
  });

  it('refuses a wrong password', async () => {
    const { runtimeUrl } = await start();
    const wrong = runtimeUrl.replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });

  it('gives neither role the powers of a superuser', async () => {
    const { ownerUrl } = await start();
    const roles = await ask(
      ownerUrl,
      `SELECT rolname, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname LIKE 'parapet%' ORDER BY 1`,
    );
    expect(roles).toEqual([
      { rolname: 'parapet_owner', rolsuper: false, rolbypassrls: false, rolcreaterole: true },
      { rolname: 'parapet_runtime', rolsuper: false, rolbypassrls: false, rolcreaterole: false },
    ]);
  });

  it('keeps the passwords from other accounts of the machine', () => {
    expect(statSync(join(dataDirectory, 'database-passwords.json')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(dataDirectory, 'superuser-password'))).toBe(false);
  });

  it('takes over the server that an earlier process left running', async () => {
    const before = postmaster();
    const { port } = await start();
    expect(postmaster()).toEqual(before);
    expect(port).toBe(before?.port);
  });

  it('keeps what was committed when the server is killed', async () => {
    const { ownerUrl } = await start();
    await ask(ownerUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    process.kill(postmaster()?.pid ?? 0, 'SIGKILL');
    const again = await start();
    expect(await ask(again.ownerUrl, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is not misled by a process that was given the number of a dead server', async () => {
    const file = join(dataDirectory, 'database', 'postmaster.pid');
    const left = readFileSync(file, 'utf8');
    await server?.stop();
    writeFileSync(file, left.replace(/^\d+/, String(process.pid)));
    const { runtimeUrl } = await start();
    expect(await ask(runtimeUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('stops, and may be told to stop again', async () => {
    const { stop } = await start();
    await stop();
    await stop();
    expect(postmaster()).toBeUndefined();
  });
});
