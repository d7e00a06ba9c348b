import { Injectable } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { addressOf, FORM, type FormRoute, typedValues } from './form-redisplay.js';
import { isApiPath } from './request-context.js';
import { listRoutes } from './route-list.js';

/** A form of ours that could not be taken, as its sender is shown it. */
export interface UnsentForm {
  /** What was typed, without secrets and without what the page sent by itself. */
  readonly fields: readonly { label: string; text: string; rows: number }[];
  /** Address of the page that shows the form. */
  readonly page: string;
  /** Whether nobody is signed in, and somebody has to be. */
  readonly isSignedOut: boolean;
}

interface KnownForm {
  readonly page: FormRoute | undefined;
  readonly isPublic: boolean;
}

/** Names of hidden fields of forms: nobody typed these. */
const NOT_TYPED = /^(version|next)$|Version$/;
const LONGEST_ROWS = 20;

/** Finds out what was typed into a form that is refused before its route is reached, or fails after it. */
@Injectable()
export class UnsentForms {
  private known: Map<string, KnownForm> | undefined;

  constructor(private readonly modules: ModulesContainer) {}

  /** The form of a request; undefined when it carries none or another site may have caused it. */
  of(request: FastifyRequest): UnsentForm | undefined {
    if (!request.isOwnForm || isApiPath(request.url)) return undefined;
    this.known ??= this.findForms();
    const route = this.known.get(`${request.method} ${request.routeOptions.url}`);
    const page = route?.page
      ? addressOf(route.page, request.params as Record<string, string>)
      : cameFrom(request);
    const isSignedOut = !request.session?.personId && !route?.isPublic;
    return { fields: fieldsOf(request.body), page, isSignedOut };
  }

  private findForms(): Map<string, KnownForm> {
    return new Map(
      listRoutes(this.modules).map(({ method, path, handler, action }) => [
        `${method} ${path}`,
        {
          page: Reflect.getMetadata(FORM, handler) as FormRoute | undefined,
          isPublic: action?.permission === 'public',
        },
      ]),
    );
  }
}

function fieldsOf(body: unknown): UnsentForm['fields'] {
  return Object.entries(typedValues(body)).flatMap(([name, value]) => {
    const text = [value].flat().filter(isText).join(', ');
    if (text.trim() === '' || NOT_TYPED.test(name)) return [];
    const rows = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 70), 0);
    return [{ label: inWords(name), text, rows: Math.min(rows, LONGEST_ROWS) }];
  });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** `postText` is "Post text". */
function inWords(name: string): string {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function cameFrom({ headers, host }: FastifyRequest): string {
  const { referer = '' } = headers;
  if (!URL.canParse(referer)) return '/';
  const from = new URL(referer);
  return from.host === host ? `${from.pathname}${from.search}` : '/';
}
