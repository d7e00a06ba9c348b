import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { caseUrgent } from '#cases';
import { type CaseId, Clock, newId } from '#kernel';
import type { JobContext, JobHandler } from '#platform';
import { AlertRepository } from './alert.repository.js';

/** Alerts those on duty to a case that cannot wait, once while the alert waits to be acknowledged. */
@Injectable()
export class RaiseCaseAlert implements JobHandler<{ caseId: CaseId }> {
  readonly job = caseUrgent;
  readonly transaction = 'one';

  constructor(
    private readonly alerts: AlertRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async handle({ caseId }: { caseId: CaseId }, { organisationId }: JobContext): Promise<void> {
    const raisedAt = this.clock.now();
    const onDuty = await this.alerts.listOnDuty(organisationId, raisedAt);
    const alert = { id: newId(), organisationId, caseId, raisedAt };
    const people = onDuty.map(({ personId }) => personId);
    if (!(await this.alerts.insertForCase({ ...alert, onDuty: people }))) return;
    await this.trail.record(
      { organisationId, personId: null },
      'alert.raised-for-case',
      { type: 'case', id: caseId },
      { alertId: alert.id, onDuty: people.length },
    );
  }
}
