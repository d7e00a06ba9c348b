import { type ChildProcess, fork } from 'node:child_process';

/** What to keep running. */
export interface ProcessPlan {
  readonly name: string;
  /** Path of a compiled script. */
  readonly script: string;
  readonly environment: NodeJS.ProcessEnv;
  say(line: string): void;
}

const END_WITH_PARENT = new URL('./end-with-parent.js', import.meta.url).href;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 10_000;
/** After so long a run, a crash counts as the first again. */
const STEADY_MS = 30_000;
const STOP_PATIENCE_MS = 10_000;

/** One child process that is started again, later each time, whenever it ends unasked. */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private restart: NodeJS.Timeout | undefined;
  private delay = FIRST_DELAY_MS;
  private stopping = false;

  constructor(private readonly plan: ProcessPlan) {}

  /** Process id of the child that runs now. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const began = Date.now();
    const { script, environment } = this.plan;
    const child = fork(script, [], {
      env: environment,
      execArgv: ['--enable-source-maps', '--import', END_WITH_PARENT],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // A group of its own: a Ctrl-C comes to the supervisor alone, which then stops things in order.
      detached: process.platform !== 'win32',
    });
    this.child = child;
    const ended = (cause: string | number) => {
      this.child = undefined;
      if (!this.stopping) this.startAgain(cause, Date.now() - began);
    };
    child.on('error', (error) => child.pid ?? ended(error.message));
    child.once('exit', (code, signal) => ended(code ?? signal ?? 'unknown'));
  }

  /** Asks the child to end and waits; after ten seconds, or when it is urgent, it is killed. */
  async stop(urgent: AbortSignal): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restart);
    const { child } = this;
    if (!child) return;
    const kill = () => child.kill('SIGKILL');
    const patience = setTimeout(kill, STOP_PATIENCE_MS);
    urgent.addEventListener('abort', kill);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (urgent.aborted) kill();
    else child.kill('SIGTERM');
    await ended;
    clearTimeout(patience);
    urgent.removeEventListener('abort', kill);
  }

  private startAgain(cause: string | number, ranMs: number): void {
    if (ranMs > STEADY_MS) this.delay = FIRST_DELAY_MS;
    const { delay } = this;
    this.delay = Math.min(delay * 2, LONGEST_DELAY_MS);
    this.plan.say(`${this.plan.name} ended (${cause}); starting it again in ${delay / 1000} s.`);
    this.restart = setTimeout(() => this.start(), delay);
  }
}
