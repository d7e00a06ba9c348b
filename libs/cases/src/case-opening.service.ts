import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, newId, newReference } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import { assessUrgency, type Facts } from '#triage';
import type { Case, Incident } from './case.js';
import { CaseKeys } from './case-keys.js';
import { CaseRepository } from './case.repository.js';
import { caseChanged, caseUrgent } from './cases.jobs.js';
import { firstResponseDue, isPressing } from './triage/first-response.js';
import { knownFacts } from './triage/known-facts.js';

interface Known {
  readonly facts: Facts;
  readonly unsure: readonly string[];
}

/** Opens cases. */
@Injectable()
export class CaseOpeningService {
  constructor(
    private readonly tx: Transactions,
    private readonly cases: CaseRepository,
    private readonly keys: CaseKeys,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Logs an incident as a case of its own; it belongs to the one who logs it. The adviser on duty is alerted where
   * what is known cannot wait until the day is over.
   *
   * @param known answers that came with the incident.
   */
  open(actor: Actor, incident: Incident, known: Known = { facts: {}, unsure: [] }): Promise<Case> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.cases.insert(
        withUrgency(newCase(actor, incident, this.clock.now()), known),
      );
      await this.keys.make(actor.organisationId, opened.id);
      await this.trail.record(
        actor,
        'case.opened',
        { type: 'case', id: opened.id },
        {
          reference: opened.reference,
          kind: opened.kind,
          platform: opened.platform,
        },
      );
      await this.outbox.add(actor.organisationId, caseChanged, { caseId: opened.id });
      if (isPressing(opened.urgency)) {
        await this.outbox.add(actor.organisationId, caseUrgent, { caseId: opened.id });
      }
      return opened;
    });
  }
}

function withUrgency(found: Case, { facts, unsure }: Known): Case {
  const { level } = assessUrgency(knownFacts(found, facts, found.openedAt), unsure);
  return {
    ...found,
    urgency: level,
    firstResponseDueAt: firstResponseDue(level, found.openedAt, found.jurisdiction),
    isUrgent: found.isUrgent || isPressing(level),
  };
}

function newCase(actor: Actor, incident: Incident, now: Date): Case {
  return {
    ...incident,
    id: newId(),
    organisationId: actor.organisationId,
    reference: newReference('PAR', now.getUTCFullYear()),
    state: 'open',
    nextStep: 'triage',
    ownerId: actor.personId,
    isWalled: false,
    primaryRoute: null,
    alsoRoutes: [],
    urgency: 'routine',
    firstResponseDueAt: null,
    openedAt: now,
    openedBy: actor.personId,
    closedAt: null,
    outcome: null,
    closingReason: null,
    version: 1,
  };
}
