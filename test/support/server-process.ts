import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

const END_WITH_PARENT = new URL('../../apps/cli/src/start/end-with-parent.js', import.meta.url)
  .href;
const PATIENCE_MS = 15_000;

/** What to run. */
export interface ServerPlan {
  /** Path of a compiled script. */
  readonly script: string;
  readonly environment: NodeJS.ProcessEnv;
  /** What it prints is added here. */
  readonly logFile: string;
}

/** A web or worker process of a test, which may be killed and started again. */
export class ServerProcess {
  private child: ChildProcess | undefined;

  constructor(private readonly plan: ServerPlan) {}

  start(): void {
    const log = openSync(this.plan.logFile, 'a');
    const child = fork(this.plan.script, [], {
      env: this.plan.environment,
      execArgv: ['--enable-source-maps', '--import', END_WITH_PARENT],
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.child = child;
  }

  /** Ends it at once, as a crash does, and waits until it is gone. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** Asks it to end. @returns its exit code and how long it took. @throws Error after 15 seconds. */
  async stop(): Promise<{ code: number | null; ms: number }> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return { code: 0, ms: 0 };
    const began = Date.now();
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    const code = await gone;
    clearTimeout(late);
    return { code, ms: Date.now() - began };
  }

  /** Whether it still runs; a crash nobody asked for shows here. */
  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && !this.child.signalCode;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** The last lines of what it printed. */
  lastWords(lines = 15): string {
    return readFileSync(this.plan.logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  }
}
