import { StandardSchemaValidationPipe } from '@nestjs/common';
import { type FieldFault, Invalid, NotFound } from '#kernel';
import type { ArgumentMetadata } from '@nestjs/common';
import type { z } from 'zod';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
}

/** Checks bodies and queries against their schema, and says every fault beside its field. */
export class SchemaPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => invalid(issues as readonly Issue[]) });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.type !== 'param') return super.transform(value, metadata) as Promise<T>;
    // A path that has not the form of an address of ours is one that does not exist.
    return super.transform(value, metadata).catch(() => {
      throw new NotFound('not-found');
    }) as Promise<T>;
  }
}

/** Checks a value whose schema depends on the request. @throws Invalid `not-valid`, each fault with its field */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw invalid(result.error.issues);
  return result.data;
}

function invalid(issues: readonly Issue[]): Invalid {
  const faults: FieldFault[] = [];
  for (const issue of issues) {
    const field = (issue.path ?? [])
      .map((part) => String(typeof part === 'object' ? part.key : part))
      .join('.');
    if (!faults.some((fault) => fault.field === field))
      faults.push({ field, message: issue.message });
  }
  return new Invalid('not-valid', 'There is a problem with what was sent.', faults.slice(0, 50));
}
