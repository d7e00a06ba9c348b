import { Injectable, SetMetadata } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Failure } from './error-status.js';
import type { Redisplay } from './request-context.js';

export const FORM = Symbol('form');

/** Address of the page that shows a form, with `:name` for the parameters of the route that takes it. */
export type FormRoute = string;

/** Says which page shows the form that this route takes: a refusal shows it again with all that was typed. */
export const FormOf = (route: FormRoute): MethodDecorator => SetMetadata(FORM, route);

const HEADER = 'x-parapet-redisplay';
/** Never given back to a page: a person types these again. */
const SECRET = /password|^_csrf$|^_once$/i;

/**
 * Shows a refused form again. The page is asked for anew inside the process, with the faults and the typed
 * values beside the request under a key that nobody outside can guess.
 */
@Injectable()
export class FormRedisplay {
  private readonly waiting = new Map<string, Redisplay>();

  constructor(private readonly adapter: HttpAdapterHost) {}

  /** Takes what a request that shows a form again was given. */
  take(request: FastifyRequest): Redisplay | undefined {
    const key = request.headers[HEADER];
    if (typeof key !== 'string') return undefined;
    const found = this.waiting.get(key);
    this.waiting.delete(key);
    return found;
  }

  /**
   * Answers with the page of the form, the faults beside their fields, and the status of the refusal.
   *
   * @returns false, with nothing answered, when its sender has been signed out meanwhile.
   */
  async show(
    failure: Failure,
    request: FastifyRequest & { formRoute?: FormRoute },
    reply: FastifyReply,
  ): Promise<boolean> {
    const key = randomBytes(32).toString('hex');
    this.waiting.set(key, {
      status: failure.status,
      message: failure.message,
      faults: failure.faults,
      values: typedValues(request.body),
    });
    try {
      const fastify = this.adapter.httpAdapter.getInstance<FastifyInstance>();
      const page = await fastify.inject({
        method: 'GET',
        url: addressOf(request.formRoute!, request.params as Record<string, string>),
        headers: { cookie: request.headers.cookie ?? '', host: request.host, [HEADER]: key },
      });
      const status = page.statusCode < 300 ? failure.status : page.statusCode;
      // A page that sends the person on has no form to show: they are sent on here too.
      const { location } = page.headers;
      if (typeof location === 'string' && location.startsWith('/sign-in')) return false;
      if (typeof location === 'string') reply.header('location', location);
      await reply
        .status(status)
        .header('content-type', page.headers['content-type'] ?? 'text/html; charset=utf-8')
        .send(page.body);
      return true;
    } finally {
      this.waiting.delete(key);
    }
  }
}

/** Address of a form's page, with the parameters of the route that takes the form. */
export function addressOf(route: FormRoute, params: Record<string, string>): string {
  return route.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** The fields of a form without its secrets. */
export function typedValues(body: unknown): Record<string, unknown> {
  if (!body || typeof body !== 'object') return {};
  return Object.fromEntries(Object.entries(body).filter(([name]) => !SECRET.test(name)));
}
