import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '#kernel';
import { isApiPath } from './request-context.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The token that the forms of this session carry. */
export function csrfToken(request: FastifyRequest): string {
  request.session.csrf ??= randomBytes(24).toString('base64url');
  return request.session.csrf;
}

/**
 * Refuses writes that another site caused: the origin must be ours and the form must carry the session's
 * token. The API is left out: it takes no cookies. Waits with a failure of the session store until here, where
 * the form has been read.
 */
export function refuseCrossSiteWrites(fastify: FastifyInstance, baseUrl: string): void {
  fastify.addHook('preValidation', async (request) => {
    if (isApiPath(request.url) || request.url.startsWith('/assets/')) return;
    const isWrite = !SAFE.has(request.method);
    const isForeignWrite = isWrite && isForeign(request, baseUrl);
    const hasToken = isWrite && !isForeignWrite && carriesToken(request);
    request.isOwnForm = isWrite && (hasToken || isSurelyOurs(request, baseUrl));
    if (request.session?.storeFailure) throw request.session.storeFailure;
    if (isWrite && !hasToken) {
      throw new DomainError(
        'forbidden',
        'form-expired',
        'This form is no longer valid. Open the page again and send it from there.',
      );
    }
  });
}

function isForeign(request: FastifyRequest, baseUrl: string): boolean {
  // Where the browser says who caused the request, that is the better witness.
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const { origin } = request.headers;
  return origin !== undefined && !isOwnOrigin(origin, request, baseUrl);
}

/** A form whose token does not fit is shown to its sender again only where the browser vouches for it. */
function isSurelyOurs(request: FastifyRequest, baseUrl: string): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined) return site === 'same-origin';
  return origin !== undefined && isOwnOrigin(origin, request, baseUrl);
}

function isOwnOrigin(origin: string, request: FastifyRequest, baseUrl: string): boolean {
  // On a plain test or home installation people may reach the same machine under another name.
  const own = [new URL(baseUrl).origin, `${request.protocol}://${request.host}`];
  return own.includes(origin);
}

function carriesToken(request: FastifyRequest): boolean {
  const body = request.body as Record<string, unknown> | null | undefined;
  const given = request.headers['x-csrf-token'] ?? body?.['_csrf'];
  if (body && typeof body === 'object') {
    if (typeof body['_once'] === 'string') request.onceKey = body['_once'].slice(0, 255);
    delete body['_csrf'];
    delete body['_once'];
  }
  const expected = request.session.csrf;
  if (!expected || typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
