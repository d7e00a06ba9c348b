import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform';

/** The database server of a run, which may be frozen, killed and started again. */
export class Database {
  private constructor(private server: EmbeddedPostgres) {}

  /** With fsync, as in an installation. */
  static async start(dataDirectory: string): Promise<Database> {
    return new Database(await begin(dataDirectory));
  }

  get ownerUrl(): string {
    return this.server.ownerUrl;
  }

  get runtimeUrl(): string {
    return this.server.runtimeUrl;
  }

  get dataDirectory(): string {
    return this.server.dataDirectory;
  }

  /** Stops every process of the server where it stands, as a hung disk does. @returns lets them go on. */
  freeze(): () => void {
    const processes = this.processes();
    for (const pid of processes) signal(pid, 'SIGSTOP');
    return () => {
      for (const pid of processes) signal(pid, 'SIGCONT');
    };
  }

  /** Kills the first process of the server; the others end when they notice. */
  kill(): void {
    signal(this.processes()[0]!, 'SIGKILL');
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  /** Starts it again on the same port. */
  async startAgain(): Promise<void> {
    this.server = await begin(this.server.dataDirectory);
  }

  private processes(): number[] {
    const file = join(this.server.dataDirectory, 'database/postmaster.pid');
    const first = Number(readFileSync(file, 'utf8').split('\n')[0]);
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => parentOf(pid) === first);
    return [first, ...children];
  }
}

function begin(dataDirectory: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDirectory, fsync: true, say: () => undefined });
}

function parentOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold spaces.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in between.
  }
}
