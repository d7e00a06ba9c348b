import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { dayIn } from '#deadlines';
import type { CaseContext } from '#confidentiality';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, Invalid, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from './case.js';
import { CaseReadingService } from './case-reading.service.js';
import { GuardSources } from './guard-sources.js';
import {
  type PatientFact,
  type PatientFactKind,
  type ReadingReason,
  readPatientFact,
} from './patient-fact.js';
import { PatientFactsRepository } from './patient-facts.repository.js';

/** What is known of the patient: sealed, and every reading by a person recorded. */
@Injectable()
export class PatientFactsService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly facts: PatientFactsRepository,
    private readonly sources: GuardSources,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Whether this person has to say why before they read. */
  needsReason(actor: Actor, found: Case): boolean {
    return found.ownerId !== actor.personId;
  }

  /**
   * Opens the facts of a case and records that this person read them.
   *
   * @throws Forbidden; NotFound `case-not-found`; Invalid `reading-reason-needed` for all but the owner.
   */
  list(
    actor: Actor,
    reference: string,
    reason?: ReadingReason | undefined,
  ): Promise<PatientFact[]> {
    requirePermission(actor, 'patient-fact:read');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOwnOrDataProtection(actor, reference);
      if (!reason && this.needsReason(actor, found)) throw reasonNeeded();
      const facts = await this.facts.list(found);
      await this.trail.record(
        actor,
        'patient-facts.viewed',
        { type: 'case', id: found.id },
        { reason: reason ?? 'owner', count: facts.length },
      );
      return facts;
    });
  }

  /** Adds a fact. @throws Invalid `patient-fact-wrong`; NotFound `case-not-found` */
  add(
    actor: Actor,
    reference: string,
    given: { kind: PatientFactKind; value: string },
  ): Promise<{ id: Id; kind: PatientFactKind }> {
    requirePermission(actor, 'patient-fact:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const now = this.clock.now();
      const value = readPatientFact(given.kind, given.value, dayIn(now, found.jurisdiction));
      const id = newId();
      const fact = { id, kind: given.kind, value, addedBy: actor.personId, addedAt: now };
      await this.facts.insert(found, fact);
      const subject = { type: 'case', id: found.id };
      await this.trail.record(actor, 'patient-fact.added', subject, { kind: given.kind, fact: id });
      return { id, kind: given.kind };
    });
  }

  /** Takes a fact away. @throws NotFound `patient-fact-not-found` */
  remove(actor: Actor, reference: string, id: Id): Promise<void> {
    requirePermission(actor, 'patient-fact:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const kind = await this.facts.remove(found, id);
      if (!kind) throw new NotFound('patient-fact-not-found');
      const subject = { type: 'case', id: found.id };
      await this.trail.record(actor, 'patient-fact.removed', subject, { kind, fact: id });
    });
  }

  /**
   * All that the guard needs to know of a case. Nobody reads it: it leaves no event of its own, since the
   * check is part of the draft's history and an event for each check would bury the readings by people.
   * Never show it, keep it or put it into an answer.
   *
   * @param found a case that this person was given by {@link CaseReadingService}.
   */
  guardContext(actor: Actor, found: Case): Promise<CaseContext> {
    return this.tx.run(scopeOfActor(actor), () => this.sources.contextOf(actor, found));
  }
}

function reasonNeeded(): Invalid {
  const message = 'Say why you need to read the patient facts';
  return new Invalid('reading-reason-needed', message, [{ field: 'reason', message }]);
}
