import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import type { Actor } from '#identity';
import type { PersonId } from '#kernel';
import { OutboxRepository } from '#platform';
import type { Case } from './case.js';
import { CaseRepository } from './case.repository.js';
import { caseChanged } from './cases.jobs.js';
import { WallsRepository } from './walls.repository.js';

/** Puts a wall round a case as part of something else. Runs inside the unit of work of its caller. */
@Injectable()
export class WallBuilding {
  constructor(
    private readonly cases: CaseRepository,
    private readonly walls: WallsRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
  ) {}

  /**
   * Walls a case off for these people, one of whom owns it. The one who does it is let out last, since from then on the
   * case is not there for them.
   *
   * @throws Conflict `case-changed`
   */
  async build(
    actor: Actor,
    found: Case,
    { members, ownerId }: { members: readonly PersonId[]; ownerId: PersonId },
  ): Promise<void> {
    await this.walls.setMembers(found, [...new Set([...members, actor.personId])]);
    await this.cases.update(found, { isWalled: true, ownerId });
    const subject = { type: 'case', id: found.id };
    const inside = [...members];
    await this.trail.record(actor, 'case.parted', subject, { members: inside, owner: ownerId });
    await this.outbox.add(actor.organisationId, caseChanged, { caseId: found.id });
    await this.walls.setMembers(found, members);
  }
}
