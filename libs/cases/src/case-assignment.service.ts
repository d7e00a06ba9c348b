import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import {
  type Actor,
  PeopleService,
  type PersonSummary,
  requirePermission,
  scopeOfActor,
} from '#identity';
import { Invalid, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from './case.js';
import { CaseReadingService } from './case-reading.service.js';
import { CaseRepository } from './case.repository.js';
import { WallsRepository } from './walls.repository.js';

/** Whose a case is. */
@Injectable()
export class CaseAssignmentService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly cases: CaseRepository,
    private readonly walls: WallsRepository,
    private readonly people: PeopleService,
    private readonly trail: AuditTrail,
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
      const found = await this.reading.getOpen(actor, reference);
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
}

function notACaseworker(): Invalid {
  const message = 'Choose somebody who works on cases and may see this one';
  return new Invalid('not-a-caseworker', message, [{ field: 'personId', message }]);
}
