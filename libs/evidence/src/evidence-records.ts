import { Injectable } from '@nestjs/common';
import { type AuditActor, type AuditDetail, AuditTrail } from '#audit';
import type { Case } from '#cases';
import type { Actor } from '#identity';
import { OutboxRepository } from '#platform';
import type { EvidenceItem } from './evidence.js';
import { contentDestroyed } from './evidence.jobs.js';

/** Writes the custody of items into the trail of their case. Runs inside the unit of work of its caller. */
@Injectable()
export class EvidenceRecords {
  constructor(
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
  ) {}

  /** What was done with an item. @param besides figures and codes; never words of a person. */
  async note(
    actor: AuditActor,
    found: Case,
    action: string,
    { id, number, ...besides }: Pick<EvidenceItem, 'id' | 'number'> & AuditDetail,
  ): Promise<void> {
    const detail = { evidence: id, number, ...besides };
    await this.trail.record(actor, action, { type: 'case', id: found.id }, detail);
  }

  /** That the content of an item was destroyed; it is taken from the disk once this is certain. */
  async noteDestroyed(
    actor: Actor,
    found: Case,
    { id, number }: Pick<EvidenceItem, 'id' | 'number'>,
  ): Promise<void> {
    await this.note(actor, found, 'evidence.destroyed', { id, number });
    await this.outbox.add(actor.organisationId, contentDestroyed, { evidenceId: id });
  }
}
