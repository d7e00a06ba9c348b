import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withServices } from '../../apps/cli/src/open-app.js';
import { DemoService, type DemoSignIn } from '#identity';
import { type Config, ensureRootKey, loadConfig, migrate } from '#platform';
import { MIGRATIONS } from '../../migrations/index.js';
import { ServerProcess } from './server-process.js';

const APPS = join(import.meta.dirname, '../../apps');
const READY_MS = 60_000;

/** What an installation of a test runs on. */
export interface InstallationPlan {
  /** Login that makes the tables. */
  readonly ownerUrl: string;
  /** Login of web and worker. */
  readonly runtimeUrl: string;
  /** Exists already; keys, files and logs of the processes go there. */
  readonly dataDirectory: string;
  readonly redisUrl?: string;
  readonly workers?: number;
  /** Other settings of the processes. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A whole Parapet in processes of its own, with the demonstration organisations. */
export class Installation {
  private constructor(
    readonly config: Config,
    readonly web: ServerProcess,
    readonly workers: readonly ServerProcess[],
    readonly signIns: readonly DemoSignIn[],
  ) {}

  /** Makes tables, key and people, starts web and workers, and waits until the pages answer. */
  static async start(plan: InstallationPlan): Promise<Installation> {
    const environment = await environmentOf(plan);
    const config = loadConfig(environment);
    ensureRootKey(config);
    await migrate(config.migrateUrl, MIGRATIONS);
    const signIns = await withServices((app) => app.get(DemoService).make(), config);
    const process = (name: 'web' | 'worker', log: string) =>
      new ServerProcess({
        script: join(APPS, name, 'src/main.js'),
        environment,
        logFile: join(plan.dataDirectory, `${log}.log`),
      });
    const workers = Array.from({ length: plan.workers ?? 1 }, (_, index) =>
      process('worker', `worker-${index + 1}`),
    );
    const made = new Installation(config, process('web', 'web'), workers, signIns ?? []);
    for (const server of [made.web, ...workers]) server.start();
    await made.untilReady();
    return made;
  }

  /** Where its pages are, without a trailing slash. */
  get address(): string {
    return this.config.baseUrl;
  }

  /** The sign-in of `adviser@mdo.example` and its like. */
  signInOf(email: string): DemoSignIn {
    const found = this.signIns.find((signIn) => signIn.email === email);
    if (!found) throw new Error(`The demonstration has no ${email}.`);
    return found;
  }

  /** Waits until web answers that it can serve. @throws Error with its last words after a minute. */
  async untilReady(): Promise<number> {
    const began = Date.now();
    while (Date.now() - began < READY_MS) {
      if (await this.isReady()) return Date.now() - began;
      await pause(100);
    }
    throw new Error(`The web process does not answer:\n${this.web.lastWords()}`);
  }

  async stop(): Promise<void> {
    await Promise.all([this.web, ...this.workers].map((server) => server.stop()));
  }

  private async isReady(): Promise<boolean> {
    try {
      const answer = await fetch(`${this.address}/health/ready`, {
        signal: AbortSignal.timeout(2_000),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }
}

async function environmentOf(plan: InstallationPlan) {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: tmpdir(),
    PORT: String(await freePort()),
    DATABASE_URL: plan.runtimeUrl,
    PARAPET_MIGRATE_URL: plan.ownerUrl,
    PARAPET_DATA_DIR: plan.dataDirectory,
    PARAPET_DEMO: '1',
    PARAPET_LOG_LEVEL: 'warn',
    ...(plan.redisUrl ? { REDIS_URL: plan.redisUrl } : {}),
    ...plan.settings,
  };
}

/** A port that nothing listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}
