import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const ANSWER_WITHIN_MS = 20_000;
const GIVE_UP_AFTER_MS = 120_000;

/** What the writers were told. */
export interface Told {
  /** Reference of each acknowledged case by the title that was sent. */
  readonly acknowledged: Map<string, string>;
  /** Titles that were sent and never answered with success. */
  readonly unanswered: Set<string>;
  /** Times that one key was sent again. */
  retries: number;
  /** Milliseconds until the slowest answer, be it a refusal. */
  slowest: number;
}

/**
 * Programs that open cases as fast as they are answered. Each sends the same key again, as a careful
 * program does, until it is told that the case is there.
 */
export class Writers {
  readonly told: Told = {
    acknowledged: new Map(),
    unanswered: new Set(),
    retries: 0,
    slowest: 0,
  };
  private isStopping = false;
  private refusal: Error | undefined;
  private running: Promise<void>[] = [];
  private count = 0;

  constructor(
    private readonly address: string,
    private readonly token: string,
    private readonly name: string,
  ) {}

  start(programs = 6): void {
    this.running = Array.from({ length: programs }, () =>
      this.work().catch((error: Error) => {
        this.refusal = error;
      }),
    );
  }

  /** Waits until so many more cases were acknowledged. @throws Error when a sound case is refused. */
  async untilAcknowledged(more: number): Promise<void> {
    const wanted = this.told.acknowledged.size + more;
    const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
    while (this.told.acknowledged.size < wanted) {
      if (this.refusal) throw this.refusal;
      if (Date.now() > giveUpAt) throw new Error(`Only ${this.told.acknowledged.size} were taken.`);
      await pause(20);
    }
  }

  /** Lets each program finish the case that it is about. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all(this.running);
  }

  private async work(): Promise<void> {
    while (!this.isStopping) await this.openCase(`${this.name} ${(this.count += 1)}`);
  }

  private async openCase(title: string): Promise<void> {
    const key = randomUUID();
    const giveUpAt = Date.now() + GIVE_UP_AFTER_MS;
    this.told.unanswered.add(title);
    while (Date.now() < giveUpAt) {
      const reference = await this.send(title, key);
      if (reference) {
        this.told.unanswered.delete(title);
        this.told.acknowledged.set(title, reference);
        return;
      }
      this.told.retries += 1;
      await pause(50);
    }
  }

  private async send(title: string, key: string): Promise<string | undefined> {
    const began = Date.now();
    try {
      const answer = await fetch(`${this.address}/api/v1/cases`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.token}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify({ ...INCIDENT, title }),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      const body = (await answer.json()) as { reference?: string; code?: string };
      if (answer.ok) return body.reference;
      if (answer.status < 500 && answer.status !== 409 && answer.status !== 429) {
        throw new RefusedWrite(`A sound case was refused: ${answer.status} ${body.code ?? ''}`);
      }
      return undefined;
    } catch (error) {
      if (error instanceof RefusedWrite) throw error;
      return undefined;
    } finally {
      this.told.slowest = Math.max(this.told.slowest, Date.now() - began);
    }
  }
}

/** The writers themselves are wrong: no fault that was caused excuses it. */
class RefusedWrite extends Error {}

const INCIDENT = {
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'google_business',
  seenOn: new Date().toISOString().slice(0, 10),
  jurisdiction: 'england',
  setting: 'nhs_gp',
  postText: 'Waited two hours and nobody listened.',
};
