import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '#kernel';
import { Logger } from '#platform';
import { wordsForPeople } from '../views/error-words.js';
import { type Failure, failureOf } from './error-status.js';
import { PageRenderer } from './page-renderer.js';
import { isApiPath } from './request-context.js';
import { type FormRoute, FormRedisplay } from './form-redisplay.js';
import { type UnsentForm, UnsentForms } from './unsent-form.js';

/** Answers every failure once: problem+json for programs; for people the form again, or a page of words. */
@Catch()
export class FailureFilter implements ExceptionFilter {
  constructor(
    private readonly log: Logger,
    private readonly pages: PageRenderer,
    private readonly redisplay: FormRedisplay,
    private readonly unsent: UnsentForms,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest & { formRoute?: FormRoute }>();
    const reply = http.getResponse<FastifyReply>();
    try {
      await this.answer(hideUnknown(error, request), request, reply);
    } catch (second) {
      this.log.error('request.failure-not-shown', { requestId: request.id, error: second });
      if (!reply.sent) await reply.status(500).send('Sorry, something went wrong on our side.');
    }
  }

  private async answer(
    error: unknown,
    request: FastifyRequest & { formRoute?: FormRoute },
    reply: FastifyReply,
  ): Promise<void> {
    if (reply.sent) return;
    const failure = failureOf(error);
    this.note(error, failure, request);
    if (failure.status === 503) reply.header('retry-after', '5');
    if (failure.status === 429)
      reply.header('retry-after', String(failure.details['seconds'] ?? 60));
    if (isApiPath(request.url)) return this.problem(failure, request, reply);
    const unsent = this.unsent.of(request);
    const told = { ...failure, message: wordsForPeople(failure.code) ?? failure.message };
    if (request.formRoute && failure.status !== 404 && !failure.isOurs && failure.status !== 503) {
      if (await this.redisplay.show(told, request, reply)) return;
      return this.signedOut(request, reply, unsent);
    }
    if (failure.code === 'sign-in-needed') return this.signedOut(request, reply, unsent);
    return this.pages.sendError(told, request, reply, unsent);
  }

  private async problem(
    failure: Failure,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    if (failure.status === 401) reply.header('www-authenticate', 'Bearer');
    await reply
      .status(failure.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(
        JSON.stringify({
          type: `https://parapet.example/problems/${failure.code}`,
          title: failure.message,
          status: failure.status,
          code: failure.code,
          errors: failure.faults.map(({ field, message }) => ({
            pointer: `/${field.replaceAll('.', '/')}`,
            detail: message,
          })),
          ...(Object.keys(failure.details).length > 0 ? { details: failure.details } : {}),
          requestId: request.id,
        }),
      );
  }

  /** To sign in; what was typed is shown first. */
  private signedOut(
    request: FastifyRequest,
    reply: FastifyReply,
    unsent: UnsentForm | undefined,
  ): Promise<void> {
    if (!unsent?.fields.length) return this.toSignIn(request, reply);
    const failure = failureOf(signInNeeded());
    return this.pages.sendError(failure, request, reply, { ...unsent, isSignedOut: true });
  }

  private async toSignIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const isReading = request.method === 'GET';
    const next = isReading ? `?next=${encodeURIComponent(request.url)}` : '';
    await reply.status(303).header('location', `/sign-in${next}`).send();
  }

  private note(error: unknown, failure: Failure, request: FastifyRequest): void {
    const fields = { requestId: request.id, status: failure.status, code: failure.code };
    if (failure.isOurs) this.log.error('request.failed', { ...fields, error });
    else if (failure.status === 503) this.log.warn('request.unavailable', { ...fields, error });
  }
}

/** Without a token, an address of the API that does not exist is no different from one that does. */
function hideUnknown(error: unknown, request: FastifyRequest): unknown {
  const isUnknown = error instanceof NotFoundException && isApiPath(request.url);
  return isUnknown && !request.headers.authorization ? signInNeeded() : error;
}

function signInNeeded(): DomainError {
  return new DomainError('unauthenticated', 'sign-in-needed', 'Please sign in.');
}
