import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requireAnyPermission, requirePermission, scopeOfActor } from '#identity';
import { Conflict, type Id, isId, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import type { BodyDetails, PublishedBody } from './published-body.js';
import { PublishedBodyRepository } from './published-body.repository.js';

/** What a body publishes is no secret: the press office names bodies too. */
const READERS = ['case:read', 'case:read-press'] as const;

/** Keeps the bodies in whose name texts go out. */
@Injectable()
export class PublishedBodiesService {
  constructor(
    private readonly tx: Transactions,
    private readonly bodies: PublishedBodyRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** The organisation itself, then the bodies by name. */
  list(actor: Actor): Promise<PublishedBody[]> {
    requireAnyPermission(actor, READERS);
    return this.tx.run(scopeOfActor(actor), async () => [
      await this.bodies.own(actor.organisationId),
      ...(await this.bodies.list(actor.organisationId)),
    ]);
  }

  /** @param id null is the organisation itself. @throws NotFound `body-not-found` */
  get(actor: Actor, id: Id | null): Promise<PublishedBody> {
    requireAnyPermission(actor, READERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      if (id === null) return this.bodies.own(actor.organisationId);
      const found = isId(id) ? await this.bodies.find(actor.organisationId, id) : undefined;
      if (!found) throw new NotFound('body-not-found');
      return found;
    });
  }

  /** @throws Conflict `body-name-taken` */
  add(actor: Actor, details: BodyDetails): Promise<PublishedBody> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const id = newId();
      await this.bodies.insert(actor.organisationId, id, details);
      await this.trail.record(actor, 'body.added', { type: 'body', id });
      return { ...details, id, version: 1 };
    });
  }

  /**
   * Changes what a body publishes. Drafts that are written keep their words.
   *
   * @param version as it was when the details were read.
   * @throws NotFound `body-not-found`; Conflict `body-changed`, `body-name-taken`
   */
  change(actor: Actor, id: Id, version: number, details: BodyDetails): Promise<PublishedBody> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const body = await this.get(actor, id);
      if (body.version !== version) {
        throw new Conflict('body-changed', 'Somebody else changed these details first.');
      }
      await this.bodies.update(actor.organisationId, body, details);
      await this.trail.record(actor, 'body.changed', { type: 'body', id });
      return { ...details, id, version: version + 1 };
    });
  }
}
