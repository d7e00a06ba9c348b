import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEntry } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { isReference, NotFound, type Page } from '#kernel';
import { Transactions } from '#platform';
import type { Case, WorklistRow, WorkView } from './case.js';
import { CaseRepository } from './case.repository.js';

/** Finds cases for the people who work on them. */
@Injectable()
export class CaseReadingService {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** One case. @throws NotFound `case-not-found`, alike for one that is not there and one not for this person. */
  get(actor: Actor, reference: string): Promise<Case> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = isReference(reference)
        ? await this.cases.find(actor.organisationId, reference)
        : undefined;
      if (!found) throw new NotFound('case-not-found', 'We could not find that case.');
      return found;
    });
  }

  /** The open cases of a view, the one due first first. */
  listWork(
    actor: Actor,
    query: { view: WorkView; limit: number; cursor?: string | undefined },
  ): Promise<Page<WorklistRow>> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), () =>
      this.cases.listWork(actor.organisationId, { ...query, personId: actor.personId }),
    );
  }

  /** What happened on a case, oldest first. @throws NotFound `case-not-found` */
  timeline(actor: Actor, reference: string): Promise<AuditEntry[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.get(actor, reference);
      return this.trail.listOf(actor.organisationId, found.id);
    });
  }

  /** Cases that are about the same address. */
  listByUrl(actor: Actor, url: string): Promise<{ reference: string; title: string }[]> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), () => this.cases.listByUrl(actor.organisationId, url));
  }
}
