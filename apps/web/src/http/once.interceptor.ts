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
import { type Actor, OrganisationKeys, scopeOfActor } from '#identity';
import { DomainError } from '#kernel';
import { KeyRing, Transactions } from '#platform';
import { NOT_KEPT } from './not-kept.js';
import { isApiPath, replyOf, requestOf } from './request-context.js';
import { SeeOther } from './view.interceptor.js';

interface KeptAnswer {
  body: unknown;
  redirect: boolean;
}

interface Kept {
  requestHash: Buffer;
  status: number;
  response: { sealed: string };
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
    private readonly organisationKeys: OrganisationKeys,
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
      if (kept) return this.replay(actor, { kept, key, hash }, reply);
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
          await this.seal(actor, key, { body: redirect ? { url: result.url } : result, redirect }),
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

  /** An answer may name people or hold the secret address of an alert: nothing of it is kept in clear. */
  private async seal(actor: Actor, key: string, answer: KeptAnswer): Promise<string> {
    const sealed = await this.organisationKeys.seal(
      actor.organisationId,
      JSON.stringify(answer),
      placeOf(key),
    );
    return JSON.stringify({ sealed: sealed.toString('base64') });
  }

  private async replay(
    actor: Actor,
    { kept, key, hash }: { kept: Kept; key: string; hash: Buffer },
    reply: FastifyReply,
  ): Promise<unknown> {
    if (!kept.requestHash.equals(hash)) {
      throw new DomainError(
        'invalid',
        'idempotency-key-reused',
        'This key was used for another request.',
      );
    }
    const sealed = Buffer.from(kept.response.sealed, 'base64');
    const plain = await this.organisationKeys.open(actor.organisationId, sealed, placeOf(key));
    const { body, redirect } = JSON.parse(plain.toString('utf8')) as KeptAnswer;
    if (redirect) return new SeeOther((body as { url: string }).url);
    reply.status(kept.status).header('idempotency-replayed', 'true');
    return body;
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

function placeOf(key: string): string {
  return `idempotency_key.response:${key}`;
}
