import { DomainError, type Id, type OrganisationId } from '#kernel';
import type { z } from 'zod';

/** One kind of background work: its name and the shape of its payload. Payloads hold ids, never personal data. */
export interface JobDefinition<Payload> {
  /** Imperative and kebab-case: `make-export`. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
}

/** Declares a job; the lib that asks for the work owns it. */
export function defineJob<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
): JobDefinition<Payload> {
  return Object.freeze({ name, payload });
}

/** What a handler is told besides its payload. */
export interface JobContext {
  /** The outbox row: the same on every delivery of the same job. */
  readonly outboxId: Id;
  readonly organisationId: OrganisationId;
}

/**
 * Does one kind of work. It may be delivered twice, so its effect must be the same either way.
 *
 * `transaction: 'one'` runs inside the unit of work that also marks the job done: exactly one effect.
 * `transaction: 'own'` is for long work that opens its own and can be resumed or repeated.
 */
export interface JobHandler<Payload = unknown> {
  readonly job: JobDefinition<Payload>;
  readonly transaction: 'one' | 'own';
  handle(payload: Payload, context: JobContext): Promise<void>;
}

/** What no later try can mend: the job is given up at once, and an administrator decides. */
export class NoLaterTry extends DomainError {
  override readonly name = 'NoLaterTry';
  constructor(code: string, message: string) {
    super('unavailable', code, message);
  }
}
