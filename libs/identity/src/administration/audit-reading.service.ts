import { Injectable } from '@nestjs/common';
import { type AuditEntry, type AuditFilter, AuditSealer, AuditTrail, type LogEnd } from '#audit';
import type { Page, PageQuery } from '#kernel';
import { Transactions } from '#platform';
import { type Actor, can, requirePermission, scopeOfActor } from '../actor.js';

/** Which events a list shows. */
export interface AuditQuery extends AuditFilter, PageQuery {}

/** The organisation's audit trail, for those who watch over it. */
@Injectable()
export class AuditReading {
  constructor(
    private readonly tx: Transactions,
    private readonly trail: AuditTrail,
    private readonly sealer: AuditSealer,
  ) {}

  /** Whether somebody may see what events say besides who did what to which id, and when. */
  seesContent(actor: Actor): boolean {
    return can(actor, 'case:read') || can(actor, 'case:read-data-protection');
  }

  /**
   * Events, newest first; without their details for those who may not see what cases are about.
   *
   * @throws Forbidden `permission-missing`; Unreadable `cursor-wrong`
   */
  async list(actor: Actor, { limit, cursor, ...filter }: AuditQuery): Promise<Page<AuditEntry>> {
    requirePermission(actor, 'audit:read');
    const { items, next } = await this.tx.run(scopeOfActor(actor), () =>
      this.trail.listRecent(actor.organisationId, { limit, cursor }, filter),
    );
    return { items: this.seesContent(actor) ? items : items.map(withoutDetail), next };
  }

  /** How far the log is sealed; undefined before the first seal. @throws Forbidden `permission-missing` */
  sealedTo(actor: Actor): Promise<LogEnd | undefined> {
    requirePermission(actor, 'audit:read');
    return this.tx.run(scopeOfActor(actor), () => this.sealer.end(actor.organisationId));
  }
}

function withoutDetail(entry: AuditEntry): AuditEntry {
  return { ...entry, detail: {} };
}
