import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { type JobHandler, JobProcessor, JobQueue, Logger } from '#platform';

/** Injection token of all timers of the worker. */
export const TIMERS = Symbol('timers');
/** Injection token of all job handlers of the worker. */
export const JOB_HANDLERS = Symbol('job-handlers');

/** Work that comes round. It must be harmless when several workers do it at once. */
export interface Timer {
  readonly name: string;
  /** Milliseconds between the end of one run and the start of the next. */
  readonly every: number;
  run(): Promise<void>;
}

/** Sets the worker going: handlers onto the queue, timers onto the clock. */
@Injectable()
export class Schedules implements OnApplicationBootstrap, OnApplicationShutdown {
  private isStopping = false;
  private readonly waits = new Map<Timer, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();

  constructor(
    @Inject(TIMERS) private readonly timers: readonly Timer[],
    @Inject(JOB_HANDLERS) private readonly handlers: readonly JobHandler[],
    private readonly processor: JobProcessor,
    private readonly queue: JobQueue,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    for (const handler of this.handlers) this.processor.register(handler);
    this.queue.work(
      (outboxId) => this.processor.process(outboxId),
      (error) => this.log.warn('queue.error', { error }),
    );
    for (const timer of this.timers) this.turn(timer);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    for (const wait of this.waits.values()) clearTimeout(wait);
    await Promise.all(this.running);
  }

  private turn(timer: Timer): void {
    const run = timer
      .run()
      .catch((error: unknown) => this.log.warn('timer.failed', { timer: timer.name, error }))
      .finally(() => {
        this.running.delete(run);
        if (!this.isStopping)
          this.waits.set(
            timer,
            setTimeout(() => this.turn(timer), timer.every),
          );
      });
    this.running.add(run);
  }
}
