import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '#kernel';
import { errorWords, wordsForPeople } from '../views/error-words.js';
import { type FieldError, fieldErrors, type Flash, type PageFrame } from '../views/page-model.js';
import type { ViewEngine } from '../views/view-engine.js';
import type { AlertCount } from './alert-count.js';
import { csrfToken } from './cross-site.js';
import type { Failure } from './error-status.js';
import { navigationOf } from './navigation.js';
import type { Redisplay } from './request-context.js';

/** What a page's handler returns: its own model, and of the frame at least the title. */
export interface PageView {
  readonly page: Partial<PageFrame> & { title: string };
  readonly values?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** Puts a page's own model into the frame of this person and sends it. */
@Injectable()
export class PageRenderer {
  constructor(
    private readonly views: ViewEngine,
    private readonly alerts: AlertCount,
  ) {}

  /** Sends a page with status 200, or that of the refusal when it shows a form again. */
  async send(
    template: string,
    view: PageView,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    const { redisplay } = request;
    const frame = this.frame(request, await this.alerts.of(request.actor));
    const model = {
      ...view,
      page: { ...frame, ...view.page },
      errors: redisplay && errorsOf(redisplay),
      values: redisplay ? { ...view.values, ...redisplay.values } : (view.values ?? {}),
    };
    reply.header('content-type', 'text/html; charset=utf-8');
    return this.views.render(template, model);
  }

  /** Sends the page of words for a failure. */
  async sendError(failure: Failure, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const words = errorWords(failure.status);
    const model = {
      page: { ...this.frame(request), title: words.title },
      words:
        failure.faults.length > 0 ||
        failure.status === 409 ||
        failure.code === 'form-expired' ||
        wordsForPeople(failure.code)
          ? { ...words, paragraphs: [failure.message, ...words.paragraphs] }
          : words,
      requestId: failure.isOurs ? request.id : undefined,
      values: {},
    };
    await reply
      .status(failure.status)
      .header('content-type', 'text/html; charset=utf-8')
      .send(this.views.render('errors/error', model));
  }

  private frame(request: FastifyRequest, openAlerts = 0): Omit<PageFrame, 'title'> {
    const { actor } = request;
    return {
      csrfToken: request.session ? csrfToken(request) : undefined,
      formKey: newId(),
      organisationName: actor?.organisationName,
      personName: actor?.name,
      navigation: actor ? navigationOf(actor, request.url, openAlerts) : [],
      shortcuts: request.session?.shortcuts ?? false,
      flash: takeFlash(request),
    };
  }
}

function errorsOf(redisplay: Redisplay): FieldError[] {
  if (redisplay.faults.length > 0) return fieldErrors(redisplay.faults);
  return [{ field: '', text: redisplay.message, href: '#main-content' }];
}

function takeFlash(request: FastifyRequest): Flash | null {
  const flash = request.session?.flash;
  if (!flash) return null;
  delete request.session.flash;
  return flash;
}
