import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOf } from '#platform';
import { commandConfig } from './command-config.js';

const MAIN = join(import.meta.dirname, 'main.js');

function parapet(environment: NodeJS.ProcessEnv, ...command: string[]) {
  const { PATH } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [MAIN, ...command], {
    env: { PATH, ...environment },
    encoding: 'utf8',
  });
  return { status, lines: stderr.trimEnd().split('\n') };
}

describe('a command that works on the data', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parapet-command-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says in one line that there is no database yet', () => {
    const { status, lines } = parapet({ PARAPET_DATA_DIR: folder }, 'seed', '--scenarios');
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^There is no database in .*: run npm start/)]);
  });

  it('says in one line that the database does not answer, and no password', () => {
    const settings = {
      DATABASE_URL: 'postgresql://u:hush@127.0.0.1:1/d',
      PARAPET_DATA_DIR: folder,
      PARAPET_ROOT_KEY: '0'.repeat(64),
    };
    const { status, lines } = parapet(settings, 'audit', 'verify');
    expect(status).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^The database does not answer/)]);
  });

  it('works on the embedded server where no database is named', () => {
    const place = placeOf(folder);
    mkdirSync(join(place, 'database'), { recursive: true });
    writeFileSync(join(place, 'database-port'), '54321\n');
    writeFileSync(
      join(place, 'database-passwords.json'),
      JSON.stringify({ postgres: 'p', parapet_owner: 'o', parapet_runtime: 'r' }),
    );
    const { databaseUrl, migrateUrl, dataDirectory } = commandConfig({ PARAPET_DATA_DIR: folder });
    rmSync(place, { recursive: true });
    expect(databaseUrl).toBe('postgresql://parapet_runtime:r@127.0.0.1:54321/parapet');
    expect(migrateUrl).toBe('postgresql://parapet_owner:o@127.0.0.1:54321/parapet');
    expect(dataDirectory).toBe(place);
  });
});
