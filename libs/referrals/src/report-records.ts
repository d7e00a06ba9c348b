import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Case, CaseRepository, CaseTasks, StepClocks } from '#cases';
import { PLATFORM_NAMES } from '#guidance';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import { OutboxRepository } from '#platform';
import { DELISTING, type ModeratorReport, type ReportState } from './moderator-report.js';
import { moderatorReportChanged } from './referrals.jobs.js';

/** What stands beside a report: the audit event, the task to chase it, its clock, the next step of its case. */
@Injectable()
export class ReportRecords {
  constructor(
    private readonly cases: CaseRepository,
    private readonly tasks: CaseTasks,
    private readonly clocks: StepClocks,
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

  noteDownload(actor: Actor, found: Case, id: Id): Promise<void> {
    const subject = { type: 'case', id: found.id } as const;
    return this.trail.record(actor, 'moderator-report.pack-downloaded', subject, { report: id });
  }

  /** Makes the task of the day on which to chase, once; it is done when there is an answer. */
  async chase(actor: Actor, found: Case, report: ModeratorReport): Promise<void> {
    if (found.state === 'closed' || report.state === 'acknowledged') return;
    const step = (of: 'sent' | 'appealed') => `moderator-report:${report.id}:${of}`;
    if (report.state === 'sent' || report.state === 'appealed') {
      await this.tasks.make(actor, found, {
        title: `Chase the report to ${PLATFORM_NAMES[report.platform] ?? report.platform}`,
        dueOn: report.chaseOn,
        assigneeId: null,
        origin: 'route',
        stepKey: step(report.state),
      });
      return;
    }
    await this.tasks.finishStep(actor, found, step('sent'));
    await this.tasks.finishStep(actor, found, step('appealed'));
  }

  /** A search engine has the month of data-protection law to answer; no other report has a clock of the law. */
  async startClock(
    actor: Actor,
    found: Case,
    { platform, sentOn }: ModeratorReport,
  ): Promise<void> {
    if (platform !== DELISTING || sentOn === null) return;
    const start = { at: sentOn };
    await this.clocks.run(actor, found, { deadline: 'search_delisting_1m', start });
  }

  /** A report without a text has no draft that would move its case on. */
  async moveOn(found: Case): Promise<void> {
    if (found.nextStep !== 'draft') return;
    await this.cases.update(found, { nextStep: 'follow-up' });
  }
}
