import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEntry } from '#audit';
import { type Actor, can, requirePermission, scopeOfActor } from '#identity';
import { isReference, NotFound, type Page } from '#kernel';
import { Transactions } from '#platform';
import type { Case, CaseOverview, WorkCounts, WorklistRow, WorkView } from './case.js';
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

  /**
   * One case for whoever reads its patient facts: caseworkers, and the data protection officer where data
   * protection is among the decided routes.
   *
   * @throws NotFound `case-not-found`
   */
  async getOwnOrDataProtection(actor: Actor, reference: string): Promise<Case> {
    if (can(actor, 'case:read')) return this.get(actor, reference);
    requirePermission(actor, 'case:read-data-protection');
    const found = await this.tx.run(scopeOfActor(actor), () =>
      this.cases.find(actor.organisationId, reference),
    );
    const routes = found ? [found.primaryRoute, ...found.alsoRoutes] : [];
    if (!found || !routes.includes('data_protection')) {
      throw new NotFound('case-not-found', 'We could not find that case.');
    }
    return found;
  }

  /** One case with what its pages show around it. @throws NotFound `case-not-found` */
  overview(actor: Actor, reference: string): Promise<CaseOverview> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.get(actor, reference);
      return { found, ...(await this.cases.findAround(found)) };
    });
  }

  /** How many open cases each view has. */
  countWork(actor: Actor): Promise<WorkCounts> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), () =>
      this.cases.countWork(actor.organisationId, actor.personId),
    );
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

  /** The last things that happened on a case, oldest of them first. @throws NotFound `case-not-found` */
  latest(actor: Actor, reference: string, count: number): Promise<AuditEntry[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.get(actor, reference);
      return this.trail.listLatestOf(actor.organisationId, found.id, count);
    });
  }

  /** Cases that are about the same address. */
  listByUrl(actor: Actor, url: string): Promise<{ reference: string; title: string }[]> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), () => this.cases.listByUrl(actor.organisationId, url));
  }
}
