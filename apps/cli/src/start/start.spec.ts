import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../main.js');
const WEB = `
  import { createServer } from 'node:http';
  console.log('web is process ' + process.pid);
  createServer((_, answer) => answer.end()).listen(process.env.PORT, process.env.PARAPET_HOST);`;
const WORKER = `console.log('worker is process ' + process.pid); setInterval(() => {}, 60_000);`;

/** One `parapet start` and all that it has printed so far. */
class Run {
  out = '';
  err = '';
  readonly exited: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(environment: NodeJS.ProcessEnv, ...args: string[]) {
    const { PATH } = process.env;
    this.child = spawn(process.execPath, [MAIN, 'start', ...args], {
      env: { PATH, ...environment },
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.exited = once(this.child, 'close').then(([code]) => code as number | null);
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Waits until something was printed. */
  async says(pattern: RegExp): Promise<RegExpMatchArray> {
    for (let tries = 0; tries < 300; tries += 1) {
      const found = this.out.match(pattern);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${pattern} was not said: ${this.out}${this.err}`);
  }
}

describe('parapet start', () => {
  let folder: string;
  let port: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'parapet-spec-'));
    if (process.getuid?.() === 0) chmodSync(folder, 0o711);
    writeFileSync(join(folder, 'web.mjs'), WEB);
    writeFileSync(join(folder, 'worker.mjs'), WORKER);
    writeFileSync(join(folder, 'a-file'), '');
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    port = String((probe.address() as AddressInfo).port);
    probe.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const refusals: [string, NodeJS.ProcessEnv, RegExp][] = [
    ['a port that is no number', { PORT: 'abc' }, /^PORT must be a number/],
    ['a host that is not ours', { PARAPET_HOST: '192.0.2.1' }, /^PARAPET_HOST is 192\.0\.2\.1/],
    [
      'a database address of another kind',
      { DATABASE_URL: 'mysql://u:hush@h/d' },
      /^DATABASE_URL is/,
    ],
    [
      'a database server that is not there',
      { DATABASE_URL: 'postgresql://u:hush@127.0.0.1:1/d' },
      /^DATABASE_URL: nothing answers at 127\.0\.0\.1:1 /,
    ],
  ];
  it.each(refusals)('refuses %s, in one line and without the password', async (_, env, line) => {
    const run = new Run({ PORT: port, PARAPET_DATA_DIR: join(folder, 'unused'), ...env });
    expect(await run.exited).toBe(1);
    expect(run.err).toMatch(line);
    expect(run.err.trimEnd().split('\n')).toHaveLength(1);
    expect(run.err).not.toContain('hush');
  });

  it('refuses a data directory that cannot be written, in one line', async () => {
    const run = new Run({ PORT: port, PARAPET_DATA_DIR: join(folder, 'a-file/data') });
    expect(await run.exited).toBe(1);
    expect(run.err).toMatch(/^Cannot write to the data directory .*\n$/);
  });

  it('refuses a port that is taken, before it makes anything', async () => {
    const other = createServer().listen(Number(port), '127.0.0.1');
    const dataDirectory = join(folder, 'not-made');
    const run = new Run({ PORT: port, PARAPET_DATA_DIR: dataDirectory });
    expect(await run.exited).toBe(1);
    other.close();
    expect(run.err).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken already\. .*\n$/);
    expect(existsSync(dataDirectory)).toBe(false);
  });

  it('keeps web and worker running, shares its data directory with nobody, and stops all', async () => {
    const dataDirectory = join(folder, 'data');
    const scripts = ['--web', join(folder, 'web.mjs'), '--worker', join(folder, 'worker.mjs')];
    const run = new Run({ PORT: port, PARAPET_DATA_DIR: dataDirectory }, ...scripts);
    try {
      await run.says(/is ready: http:\/\/127\.0\.0\.1:\d+/);
      const [, first] = await run.says(/worker is process (\d+)/);

      const second = new Run({ PORT: '65432', PARAPET_DATA_DIR: dataDirectory }, ...scripts);
      expect(await second.exited).toBe(1);
      expect(second.err).toMatch(/^Parapet already runs on the data directory .*\n$/);

      process.kill(Number(first), 'SIGKILL');
      await run.says(/Worker ended \(SIGKILL\); starting it again[^]*worker is process \d+/);
    } finally {
      run.signal('SIGTERM');
    }
    expect(await run.exited).toBe(0);
    expect(run.out).toMatch(
      /Stopping web and worker\.\nStopping the database\.\nParapet has stopped\.\n$/,
    );
    expect(existsSync(join(dataDirectory, 'database/postmaster.pid'))).toBe(false);
    expect(existsSync(join(dataDirectory, 'start.lock'))).toBe(false);
  });
});
