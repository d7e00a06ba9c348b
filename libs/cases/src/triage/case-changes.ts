import { Injectable } from '@nestjs/common';
import { type AuditDetail, AuditTrail } from '#audit';
import type { Actor } from '#identity';
import { OutboxRepository } from '#platform';
import type { Case, Incident } from '../case.js';
import { CaseRepository } from '../case.repository.js';
import { caseChanged } from '../cases.jobs.js';

/** Changes a case, and tells of what happened on it: the audit trail, and those who count. */
@Injectable()
export class CaseChanges {
  constructor(
    private readonly cases: CaseRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
  ) {}

  /** Changes a case that is still as it was read. @throws Conflict `case-changed` */
  update(
    found: Case,
    change: Partial<
      Incident & Pick<Case, 'nextStep' | 'primaryRoute' | 'urgency' | 'firstResponseDueAt'>
    > & {
      alsoRoutes?: string[];
    },
  ): Promise<Case> {
    return this.cases.update(found, change);
  }

  /** Records an action on a case, and has its figures read anew. */
  async tell(actor: Actor, found: Case, action: string, detail: AuditDetail): Promise<void> {
    await this.trail.record(actor, action, { type: 'case', id: found.id }, detail);
    await this.outbox.add(found.organisationId, caseChanged, { caseId: found.id });
  }
}
