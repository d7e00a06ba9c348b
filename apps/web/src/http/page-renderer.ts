import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EMERGENCY_CONTACTS } from '#guidance';
import { newId } from '#kernel';
import {
  type ErrorWords,
  errorWords,
  lostFormWords,
  wordsForPeople,
} from '../views/error-words.js';
import { type FieldError, fieldErrors, type Flash, type PageFrame } from '../views/page-model.js';
import type { ViewEngine } from '../views/view-engine.js';
import { csrfToken } from './cross-site.js';
import type { Failure } from './error-status.js';
import type { FrameFacts, FrameFactsOfPerson } from './frame-facts.js';
import { navigationOf } from './navigation.js';
import type { Redisplay } from './request-context.js';
import type { UnsentForm } from './unsent-form.js';

/** Codes of what refuses a form because of who sends it and not because of what is in it. */
const LOST: ReadonlySet<string> = new Set(['form-expired', 'sign-in-needed']);

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
    private readonly facts: FrameFacts,
  ) {}

  /** Sends a page with status 200, or that of the refusal when it shows a form again. */
  async send(
    template: string,
    view: PageView,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    const { redisplay } = request;
    const frame = this.frame(request, await this.facts.of(request.actor));
    const model = {
      ...view,
      page: { ...frame, ...view.page },
      errors: redisplay && errorsOf(redisplay),
      values: redisplay ? { ...view.values, ...redisplay.values } : (view.values ?? {}),
    };
    reply.header('content-type', 'text/html; charset=utf-8');
    return this.views.render(template, model);
  }

  /** Sends the page of words for a failure, with what was typed into a form that is lost by it. */
  async sendError(
    failure: Failure,
    request: FastifyRequest,
    reply: FastifyReply,
    unsent?: UnsentForm,
  ): Promise<void> {
    const lost = unsent && LOST.has(failure.code) ? unsent : undefined;
    const words = lost ? lostFormWords(lost) : wordsOf(failure);
    const model = {
      page: { ...this.frame(request), title: words.title },
      words,
      typed: unsent?.fields ?? [],
      contacts: needsContacts(failure, request) ? EMERGENCY_CONTACTS : [],
      requestId: failure.isOurs ? request.id : undefined,
      values: {},
    };
    await reply
      .status(lost?.isSignedOut ? 401 : failure.status)
      .header('content-type', 'text/html; charset=utf-8')
      .send(this.views.render('errors/error', model));
  }

  private frame(
    request: FastifyRequest,
    { waiting, helpLine, unreadNotices = 0 }: Partial<FrameFactsOfPerson> = {},
  ): Omit<PageFrame, 'title'> {
    const { actor } = request;
    return {
      csrfToken: canKeep(request) ? csrfToken(request) : undefined,
      formKey: newId(),
      organisationName: actor?.organisationName,
      personName: actor?.name,
      unreadNotices,
      navigation: actor ? navigationOf(actor, request.url, waiting) : [],
      helpLine,
      shortcuts: request.session?.shortcuts ?? false,
      flash: takeFlash(request),
    };
  }
}

function canKeep({ session }: FastifyRequest): boolean {
  return session !== undefined && !session.storeFailure;
}

function wordsOf(failure: Failure): ErrorWords {
  const words = errorWords(failure.status);
  const isTold =
    failure.faults.length > 0 ||
    failure.status === 409 ||
    failure.code === 'form-expired' ||
    wordsForPeople(failure.code) !== undefined;
  return isTold ? { ...words, paragraphs: [failure.message, ...words.paragraphs] } : words;
}

/** Whoever asks for help and meets a wait or a fault of ours is never left without a number to call. */
function needsContacts({ status }: Failure, { url }: FastifyRequest): boolean {
  return status === 429 || url.startsWith('/requests/new');
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
