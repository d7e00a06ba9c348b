import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEntry } from '#audit';
import { type Actor, can, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, isReference, NotFound, type Page, type PageQuery } from '#kernel';
import { Transactions } from '#platform';
import type {
  Case,
  CaseOverview,
  CaseStanding,
  WorkCounts,
  WorklistRow,
  WorkView,
} from './case.js';
import { CaseRepository } from './case.repository.js';
import { MembersOnly } from './membership/members-only.js';
import { isOnRoute, PRESS_ROUTE } from './press-route.js';

/** What the people of a desk hold, by the route of their cases. */
const DESK_RIGHTS = {
  press_office: 'case:read-press',
  data_protection: 'case:read-data-protection',
} as const;

/** Finds cases for the people who work on them. */
@Injectable()
export class CaseReadingService {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseRepository,
    private readonly members: MembersOnly,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
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

  /** One case to work on. @throws NotFound `case-not-found`; Conflict `case-closed` */
  async getOpen(actor: Actor, reference: string): Promise<Case> {
    const found = await this.get(actor, reference);
    if (found.state === 'open') return found;
    throw new Conflict('case-closed', 'This case is closed. Reopen it to work on it.');
  }

  /**
   * Lets nothing be done for a doctor who is no member; runs inside the unit of work of its caller.
   *
   * @param route of what is to be done: some is given to everybody.
   * @throws Conflict `public-help-only`
   */
  assertForMember(found: Case, route?: string): Promise<void> {
    return this.members.assert(found, route);
  }

  /**
   * One case for whoever reads its patient facts: caseworkers, and the data protection officer where data
   * protection is among the decided routes.
   *
   * @throws NotFound `case-not-found`
   */
  getOwnOrDataProtection(actor: Actor, reference: string): Promise<Case> {
    return this.getOwnOrOnDesk(actor, reference, 'data_protection');
  }

  /**
   * One case for caseworkers, and for the people of a desk where its route is among the decided ones. What they
   * are shown of it is for the caller to choose.
   *
   * @throws Forbidden; NotFound `case-not-found`
   */
  async getOwnOrOnDesk(
    actor: Actor,
    reference: string,
    desk: keyof typeof DESK_RIGHTS,
  ): Promise<Case> {
    if (can(actor, 'case:read')) return this.get(actor, reference);
    requirePermission(actor, DESK_RIGHTS[desk]);
    return this.getOnRoute(actor, reference, desk);
  }

  /**
   * One case for whoever speaks with the press about it: caseworkers, and the press office where it is among the
   * decided routes. What comes of it is for the services: the press office is shown none of the case itself.
   *
   * @throws NotFound `case-not-found`
   */
  getOwnOrPress(actor: Actor, reference: string): Promise<Case> {
    return this.getOwnOrOnDesk(actor, reference, PRESS_ROUTE);
  }

  private async getOnRoute(actor: Actor, reference: string, route: string): Promise<Case> {
    const found = isReference(reference)
      ? await this.tx.run(scopeOfActor(actor), () =>
          this.cases.find(actor.organisationId, reference),
        )
      : undefined;
    if (!found || !isOnRoute(found, route)) {
      throw new NotFound('case-not-found', 'We could not find that case.');
    }
    return found;
  }

  /** What stands round every page of a case that this person has found. */
  standing(actor: Actor, found: Case): Promise<CaseStanding> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), async () => ({
      ...(await this.cases.findStanding(found)),
      readAt: this.clock.now(),
    }));
  }

  /** One case with what its pages show around it. @throws NotFound `case-not-found` */
  overview(actor: Actor, reference: string): Promise<CaseOverview> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.get(actor, reference);
      return { found, ...(await this.cases.findAround(found)), readAt: this.clock.now() };
    });
  }

  /** The same with the last things that happened, newest first. @throws NotFound `case-not-found` */
  summary(
    actor: Actor,
    reference: string,
    latest: number,
  ): Promise<CaseOverview & { latest: AuditEntry[] }> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const overview = await this.overview(actor, reference);
      const { organisationId, id } = overview.found;
      return { ...overview, latest: await this.trail.listLatestOf(organisationId, id, latest) };
    });
  }

  /** How many open cases each view has. */
  countWork(actor: Actor): Promise<WorkCounts> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), () =>
      this.cases.countWork(actor.organisationId, actor.personId),
    );
  }

  /** The open cases of a view, the one due first first. @throws Unreadable `cursor-wrong` */
  listWork(actor: Actor, query: PageQuery & { view: WorkView }): Promise<Page<WorklistRow>> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), () =>
      this.cases.listWork(actor.organisationId, { ...query, personId: actor.personId }),
    );
  }

  /** What happened on a case, newest first. @throws NotFound `case-not-found`; Unreadable `cursor-wrong` */
  timeline(actor: Actor, reference: string, query: PageQuery): Promise<Page<AuditEntry>> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.get(actor, reference);
      return this.trail.listOf(actor.organisationId, found.id, query);
    });
  }

  /** Cases that are about the same address. */
  listByUrl(actor: Actor, url: string): Promise<{ reference: string; title: string }[]> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), () => this.cases.listByUrl(actor.organisationId, url));
  }
}
