import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, PeopleService, type PersonSummary, requirePermission, scopeOfActor } from '#identity';
import { Conflict, DomainError, Invalid, type PersonId } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import type { Case, Incident } from './case.js';
import { CaseReadingService } from './case-reading.service.js';
import { CaseRepository } from './case.repository.js';
import { caseChanged } from './cases.jobs.js';
import { WallsRepository } from './walls.repository.js';

/** What of an incident can be put right later. The doctor's account is set by taking a request. */
export type IncidentChange = Partial<Omit<Incident, 'doctorId'>>;

/** Changes to a case that is being worked on. Each may meet somebody who was faster. */
@Injectable()
export class CaseHandlingService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly cases: CaseRepository,
    private readonly walls: WallsRepository,
    private readonly people: PeopleService,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
  ) {}

  /** Those whom the case can be handed to: caseworkers, and of them the members where there is a wall. */
  listCandidates(actor: Actor, reference: string): Promise<PersonSummary[]> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const caseworkers = await this.people.listCaseworkers(actor);
      if (!found.isWalled) return caseworkers;
      const inside = new Set((await this.walls.listMembers(found)).map(({ id }) => id));
      return caseworkers.filter(({ id }) => inside.has(id));
    });
  }

  /**
   * Takes the case or hands it over.
   *
   * @throws NotFound `case-not-found`; Invalid `not-a-caseworker`; Conflict `case-closed`, `case-changed`
   */
  assign(actor: Actor, reference: string, ownerId: PersonId): Promise<Case> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.getOpen(actor, reference);
      const candidates = await this.listCandidates(actor, reference);
      if (!candidates.some(({ id }) => id === ownerId)) throw notACaseworker();
      if (found.ownerId === ownerId) return found;
      const changed = await this.cases.update(found, { ownerId });
      await this.trail.record(
        actor,
        ownerId === actor.personId ? 'case.taken' : 'case.handed-over',
        { type: 'case', id: found.id },
        { from: found.ownerId, to: ownerId },
      );
      return changed;
    });
  }

  /** Marks a case as urgent, or no longer. @throws NotFound `case-not-found`; Conflict */
  setUrgency(actor: Actor, reference: string, isUrgent: boolean): Promise<Case> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.getOpen(actor, reference);
      if (found.isUrgent === isUrgent) return found;
      const changed = await this.cases.update(found, { isUrgent });
      const action = isUrgent ? 'case.marked-urgent' : 'case.urgency-lifted';
      await this.trail.record(actor, action, { type: 'case', id: found.id });
      return changed;
    });
  }

  /**
   * Puts the incident right.
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
      const found = await this.getOpen(actor, reference);
      if (found.version !== version) {
        throw new Conflict('case-changed', 'Somebody else changed this case while you had it open.');
      }
      const fields = changedFields(found, change);
      if (fields.length === 0) return found;
      const changed = await this.cases.update(found, change);
      await this.trail.record(actor, 'case.edited', { type: 'case', id: found.id }, { fields });
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

  private async getOpen(actor: Actor, reference: string): Promise<Case> {
    const found = await this.reading.get(actor, reference);
    if (found.state === 'closed') {
      throw new Conflict('case-closed', 'This case is closed. Reopen it to work on it.');
    }
    return found;
  }
}

function changedFields(found: Case, change: IncidentChange): string[] {
  const names = Object.keys(change) as (keyof IncidentChange)[];
  return names.filter((name) => found[name] !== change[name]);
}

function notACaseworker(): Invalid {
  const message = 'Choose somebody who works on cases and may see this one';
  return new Invalid('not-a-caseworker', message, [{ field: 'personId', message }]);
}
