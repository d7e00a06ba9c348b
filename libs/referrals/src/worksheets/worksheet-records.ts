import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import type { Case } from '#cases';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { OutboxRepository } from '#platform';
import { signatureAwaited, signatureSettled } from '../referrals.jobs.js';
import { kindOf, type Worksheet } from './worksheet.js';
import { type WorksheetChange, WorksheetRepository } from './worksheet.repository.js';

/** A change of a worksheet by a person. */
export interface Kept {
  /** As it was before; at a sign-off with what is decided. */
  readonly worksheet: Worksheet;
  readonly change: Omit<WorksheetChange, 'by' | 'at'>;
  /** Name of the audit event. */
  readonly action: string;
}

/** Writes a change of a worksheet with its audit event and what it sets off. Runs inside its caller's unit of work. */
@Injectable()
export class WorksheetRecords {
  constructor(
    private readonly worksheets: WorksheetRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Conflict `worksheet-changed` */
  async keep(actor: Actor, found: Case, { worksheet, change, action }: Kept): Promise<void> {
    const kind = kindOf(worksheet.kind);
    const made = { ...change, by: actor.personId, at: this.clock.now() };
    await this.worksheets.update(found, worksheet, { kind, change: made });
    const state = change.state ?? worksheet.state;
    const detail = {
      worksheet: worksheet.id,
      kind: kind.id,
      ...(change.state ? { state, decision: worksheet.decision || null } : {}),
    };
    await this.trail.record(actor, action, { type: 'case', id: found.id }, detail);
    await this.tell(found, worksheet, change.isWaiting ?? false);
  }

  private async tell(
    { organisationId }: Case,
    { id, waitingSince }: Worksheet,
    isWaiting: boolean,
  ): Promise<void> {
    if (isWaiting === (waitingSince !== null)) return;
    const job = isWaiting ? signatureAwaited : signatureSettled;
    await this.outbox.add(organisationId, job, { worksheetId: id });
  }
}
