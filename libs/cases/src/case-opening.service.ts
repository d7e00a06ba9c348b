import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, newId, newReference } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import type { Case, Incident } from './case.js';
import { CaseKeys } from './case-keys.js';
import { CaseRepository } from './case.repository.js';
import { caseChanged } from './cases.jobs.js';

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

  /** Logs an incident as a case of its own; it belongs to the one who logs it. */
  open(actor: Actor, incident: Incident): Promise<Case> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.cases.insert(newCase(actor, incident, this.clock.now()));
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
      return opened;
    });
  }
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
    openedAt: now,
    openedBy: actor.personId,
    closedAt: null,
    outcome: null,
    closingReason: null,
    version: 1,
  };
}
