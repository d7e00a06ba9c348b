import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Conflict, Invalid, type PersonId } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import type { Case } from './case.js';
import { CaseReadingService } from './case-reading.service.js';
import { CaseRepository } from './case.repository.js';
import { caseChanged } from './cases.jobs.js';
import { type WallPerson, WallsRepository } from './walls.repository.js';

/** A wall as the one who keeps it sees it. */
export interface Wall {
  readonly found: Case;
  readonly members: readonly WallPerson[];
  /** Everybody who can be let inside; nobody who has been on the other side of a dispute. */
  readonly candidates: readonly WallPerson[];
}

/**
 * Walls round cases: conflict of interest, a colleague, somebody well known. Outside the wall the case is not
 * there: not in lists, counts, search or by its reference.
 */
@Injectable()
export class WallsService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly cases: CaseRepository,
    private readonly walls: WallsRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
  ) {}

  /** @throws Forbidden; NotFound `case-not-found` */
  get(actor: Actor, reference: string): Promise<Wall> {
    requirePermission(actor, 'case:wall');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      return {
        found,
        members: found.isWalled ? await this.walls.listMembers(found) : [],
        candidates: await this.walls.listCandidates(found),
      };
    });
  }

  /**
   * Walls the case off, or says anew who is inside. The one who does it is always inside. An owner who is
   * left outside is no longer the owner: the case goes to the one who walls it off.
   *
   * @throws Invalid `wall-member-unknown`; NotFound `case-not-found`; Conflict `case-changed`
   */
  raise(actor: Actor, reference: string, chosen: readonly PersonId[]): Promise<Case> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found, candidates } = await this.get(actor, reference);
      const members = [...new Set([...chosen, actor.personId])];
      const known = new Set([...candidates.map(({ id }) => id), actor.personId]);
      if (members.some((id) => !known.has(id))) throw unknownMember();
      await this.walls.setMembers(found, members);
      await this.walls.barFromOtherSides(found, members);
      const ownerId =
        found.ownerId && !members.includes(found.ownerId) ? actor.personId : found.ownerId;
      const changed = await this.cases.update(found, { isWalled: true, ownerId });
      const action = found.isWalled ? 'case.wall-changed' : 'case.walled-off';
      await this.record(actor, action, found, members);
      return changed;
    });
  }

  /**
   * Takes the wall down: all who may read cases see it again.
   *
   * @throws Conflict `case-not-walled`; `conflict-needs-wall` where another member stands on the other side
   */
  lift(actor: Actor, reference: string): Promise<Case> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found } = await this.get(actor, reference);
      if (!found.isWalled)
        throw new Conflict('case-not-walled', 'There is no wall round this case.');
      if (await this.walls.hasConflict(found)) throw needsWall();
      const changed = await this.cases.update(found, { isWalled: false });
      await this.walls.setMembers(found, []);
      await this.record(actor, 'case.wall-lifted', found, []);
      return changed;
    });
  }

  private async record(
    actor: Actor,
    action: string,
    found: Case,
    members: PersonId[],
  ): Promise<void> {
    await this.trail.record(actor, action, { type: 'case', id: found.id }, { members });
    await this.outbox.add(actor.organisationId, caseChanged, { caseId: found.id });
  }
}

function needsWall(): Conflict {
  const message = 'Another member stands on the other side of this dispute, so the wall stays.';
  return new Conflict('conflict-needs-wall', message);
}

function unknownMember(): Invalid {
  const message = 'Choose people of your organisation who read cases';
  return new Invalid('wall-member-unknown', message, [{ field: 'members', message }]);
}
