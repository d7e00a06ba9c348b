import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#identity';
import { DomainError } from '#kernel';
import type { Flash } from '../views/page-model.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set by the access guard. */
    actor?: Actor;
    /** A form that was refused and is being shown again. */
    redisplay?: Redisplay;
    /** Whether it is certain that a page of ours sent this form. */
    isOwnForm?: boolean;
    /** Key of a form or API call that may be sent twice. */
    onceKey?: string;
  }

  interface Session {
    personId?: string;
    organisationId?: string;
    flash?: Flash;
    csrf?: string;
    /** Whether the person has switched single-key shortcuts on. */
    shortcuts?: boolean;
    /** Whether it came from the store, and is not new with this request. */
    isStored?: boolean;
    /** Why the store could not be asked; the request is answered with that once its form is read. */
    storeFailure?: Error;
  }
}

/** What a refused form gives to its page: faults, what was typed, and the status of the answer. */
export interface Redisplay {
  readonly status: number;
  readonly message: string;
  readonly faults: readonly { field: string; message: string }[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** The request of an execution. */
export function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

/** The reply of an execution. */
export function replyOf(context: ExecutionContext): FastifyReply {
  return context.switchToHttp().getResponse<FastifyReply>();
}

/** Whether a path belongs to the programs' side of the product and is answered in JSON. */
export function isApiPath(url: string): boolean {
  return url.startsWith('/api/');
}

/** The one who asks. @throws DomainError `sign-in-needed` on a public route with nobody signed in. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = requestOf(context);
  if (!actor) throw new DomainError('unauthenticated', 'sign-in-needed', 'Please sign in.');
  return actor;
});

/** The one who asks, where somebody is signed in. */
export const MaybeActor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => requestOf(context).actor,
);

/** What was typed into the refused form that this page shows again; empty when the page is opened anew. */
export const TypedBefore = createParamDecorator(
  (_: unknown, context: ExecutionContext): Redisplay['values'] =>
    requestOf(context).redisplay?.values ?? {},
);
