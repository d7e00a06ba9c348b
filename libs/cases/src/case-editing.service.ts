import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Conflict, DomainError } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import type { Case, Incident } from './case.js';
import { CaseReadingService } from './case-reading.service.js';
import { CaseRepository } from './case.repository.js';
import { caseChanged } from './cases.jobs.js';
import { CaseClocks } from './triage/case-clocks.service.js';

/** What of an incident can be put right later. The doctor's account is set by taking a request. */
export type IncidentChange = Partial<Omit<Incident, 'doctorId'>>;

const CLOCKS_REST_ON: ReadonlySet<string> = new Set(['jurisdiction', 'postedOn']);

/** Puts the details of a case right. Each change may meet somebody who was faster. */
@Injectable()
export class CaseEditingService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly cases: CaseRepository,
    private readonly clocks: CaseClocks,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
  ) {}

  /** Marks a case as urgent, or no longer. @throws NotFound `case-not-found`; Conflict */
  setUrgency(actor: Actor, reference: string, isUrgent: boolean): Promise<Case> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      if (found.isUrgent === isUrgent) return found;
      const changed = await this.cases.update(found, { isUrgent });
      const action = isUrgent ? 'case.marked-urgent' : 'case.urgency-lifted';
      await this.trail.record(actor, action, { type: 'case', id: found.id });
      return changed;
    });
  }

  /**
   * Puts the incident right, and counts its clocks anew where they rest on what was changed.
   *
   * @param version the one that this person saw.
   * @throws Conflict `case-changed` when somebody was faster; NotFound `case-not-found`
   */
  edit(
    actor: Actor,
    reference: string,
    { version, change }: { version: number; change: IncidentChange },
  ): Promise<Case> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      if (found.version !== version) {
        throw new Conflict(
          'case-changed',
          'Somebody else changed this case while you had it open.',
        );
      }
      const fields = changedFields(found, change);
      if (fields.length === 0) return found;
      const changed = await this.cases.update(found, change);
      await this.trail.record(actor, 'case.edited', { type: 'case', id: found.id }, { fields });
      if (fields.some((name) => CLOCKS_REST_ON.has(name))) {
        await this.clocks.recompute(actor, changed, found);
      }
      await this.outbox.add(actor.organisationId, caseChanged, { caseId: found.id });
      return changed;
    });
  }

  /**
   * The same for programs, which name the version in a precondition.
   *
   * @throws DomainError `case-changed` (precondition-failed)
   */
  async editIfMatching(
    actor: Actor,
    reference: string,
    given: { version: number; change: IncidentChange },
  ): Promise<Case> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      if (found.version !== given.version) {
        const message = 'The case has been changed since. Read it again.';
        throw new DomainError('precondition-failed', 'case-changed', message, [], {
          version: found.version,
        });
      }
      return this.edit(actor, reference, given);
    });
  }
}

function changedFields(found: Case, change: IncidentChange): string[] {
  const names = Object.keys(change) as (keyof IncidentChange)[];
  return names.filter((name) => found[name] !== change[name]);
}
