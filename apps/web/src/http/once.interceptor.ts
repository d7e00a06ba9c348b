import { createHmac } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Reflector } from '@nestjs/core';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { type Actor, scopeOfActor } from '#identity';
import { DomainError } from '#kernel';
import { KeyRing, Transactions } from '#platform';
import { NOT_KEPT } from './not-kept.js';
import { isApiPath, replyOf, requestOf } from './request-context.js';
import { SeeOther } from './view.interceptor.js';

interface Kept {
  requestHash: Buffer;
  status: number;
  response: { body: unknown; redirect: boolean };
}

/**
 * Makes a POST that is sent twice take effect once: the answer is kept in the transaction of the change,
 * under the key of the call (`Idempotency-Key`) or of the form, and given again.
 */
@Injectable()
export class OnceInterceptor implements NestInterceptor {
  private readonly hashKey: Buffer;

  constructor(
    private readonly tx: Transactions,
    private readonly reflector: Reflector,
    keys: KeyRing,
  ) {
    this.hashKey = keys.derive('request-hash');
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = requestOf(context);
    const key = keyOf(request);
    if (request.method !== 'POST' || !key || !request.actor) return next.handle();
    if (this.reflector.get<boolean | undefined>(NOT_KEPT, context.getHandler()))
      return next.handle();
    return from(this.once(request.actor, key, { request, reply: replyOf(context), next }));
  }

  private once(
    actor: Actor,
    key: string,
    call: { request: FastifyRequest; reply: FastifyReply; next: CallHandler },
  ): Promise<unknown> {
    const { request, reply, next } = call;
    const hash = this.requestHash(request);
    return this.tx.run(scopeOfActor(actor), async () => {
      const kept = await this.claim(actor, key, hash);
      if (kept) return replay(kept, hash, reply);
      const result: unknown = await firstValueFrom(next.handle(), { defaultValue: null });
      const redirect = result instanceof SeeOther;
      await this.tx.query(
        `update idempotency_key set status = $4, response = $5
          where organisation_id = $1 and person_id = $2 and key = $3`,
        [
          actor.organisationId,
          actor.personId,
          key,
          reply.statusCode,
          JSON.stringify({ body: redirect ? { url: result.url } : result, redirect }),
        ],
      );
      return result;
    });
  }

  /** Takes the key for this call, or gives the answer of the call that had it first. */
  private async claim(actor: Actor, key: string, hash: Buffer): Promise<Kept | undefined> {
    const owner = [actor.organisationId, actor.personId, key];
    const taken = await this.tx.query(
      `insert into idempotency_key (organisation_id, person_id, key, request_hash)
       values ($1, $2, $3, $4) on conflict do nothing returning key`,
      [...owner, hash],
    );
    if (taken.length > 0) return undefined;
    const rows = await this.tx.query<Kept>(
      `select request_hash as "requestHash", status, response from idempotency_key
        where organisation_id = $1 and person_id = $2 and key = $3`,
      owner,
    );
    return rows[0];
  }

  /** Keyed: a body may hold what is short enough to be guessed. */
  private requestHash(request: FastifyRequest): Buffer {
    return createHmac('sha256', this.hashKey)
      .update(JSON.stringify([request.method, request.url, request.body ?? null]))
      .digest();
  }
}

function keyOf(request: FastifyRequest): string | undefined {
  if (!isApiPath(request.url)) return request.onceKey;
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw new DomainError(
      'invalid',
      'idempotency-key-wrong',
      'Idempotency-Key must be 1 to 255 visible characters.',
    );
  }
  return header;
}

function replay(kept: Kept, hash: Buffer, reply: FastifyReply): unknown {
  if (!kept.requestHash.equals(hash)) {
    throw new DomainError(
      'invalid',
      'idempotency-key-reused',
      'This key was used for another request.',
    );
  }
  const { body, redirect } = kept.response;
  if (redirect) return new SeeOther((body as { url: string }).url);
  reply.status(kept.status).header('idempotency-replayed', 'true');
  return body;
}
