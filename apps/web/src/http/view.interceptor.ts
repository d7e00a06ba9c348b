import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, type Observable, switchMap } from 'rxjs';
import type { Flash } from '../views/page-model.js';
import { FORM, FormRedisplay, type FormRoute } from './form-redisplay.js';
import { PageRenderer, type PageView } from './page-renderer.js';
import { replyOf, requestOf } from './request-context.js';

export const VIEW = Symbol('view');

/** Names the template that a handler's model goes into: a path under `templates/pages`. */
export const View = (template: string): MethodDecorator => SetMetadata(VIEW, template);

/** What a handler returns to send the person on, with a message for the next page. */
export class SeeOther {
  constructor(
    readonly url: string,
    readonly flash?: Flash,
  ) {}
}

/** Sends the person on after a form was taken. @param text what was done; shown on the next page. */
export function seeOther(url: string, text?: string, detail?: string): SeeOther {
  return new SeeOther(url, text === undefined ? undefined : { text, detail });
}

/** Turns what page handlers return into pages and redirects. */
@Injectable()
export class ViewInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly pages: PageRenderer,
    private readonly redisplay: FormRedisplay,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = requestOf(context);
    const template = this.reflector.get<string | undefined>(VIEW, context.getHandler());
    const formRoute = this.reflector.get<FormRoute | undefined>(FORM, context.getHandler());
    Object.assign(request, { formRoute });
    if (template) request.redisplay = this.redisplay.take(request);
    return next.handle().pipe(switchMap((result) => from(this.finish(context, template, result))));
  }

  private async finish(context: ExecutionContext, template: string | undefined, result: unknown) {
    const [request, reply] = [requestOf(context), replyOf(context)];
    if (result instanceof SeeOther) {
      if (result.flash) request.session.flash = result.flash;
      reply.status(303).header('location', result.url);
      return '';
    }
    if (!template) return result;
    return this.pages.send(template, result as PageView, request, reply);
  }
}
