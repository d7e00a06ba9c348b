import { Injectable } from '@nestjs/common';
import { type Actor, PeopleService, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, NotFound, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import { CaseReadingService } from '../case-reading.service.js';
import { WallBuilding } from '../wall-building.js';
import { type CaseConflict, type Parting, refused, type Sides, sidesOf } from './conflict.js';
import { ConflictsRepository } from './conflicts.repository.js';

/**
 * Two members in one dispute: each case gets an adviser and a wall of its own, and whoever has been inside one is
 * never let into the other.
 */
@Injectable()
export class ConflictsService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly conflicts: ConflictsRepository,
    private readonly walls: WallBuilding,
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  /** That a case stands against others, without saying which. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<CaseConflict[]> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.conflicts.list(await this.reading.get(actor, reference)),
    );
  }

  /**
   * Parts two cases for good. The one who does it stays with one of them at most.
   *
   * @throws Forbidden; NotFound `case-not-found`; Conflict `case-closed`, `parted-already`, `case-changed`
   * @throws Invalid `other-case-wrong`, `same-adviser`, `stays-on-wrong-side`, `not-a-caseworker`, `adviser-barred`
   */
  part(actor: Actor, reference: string, parting: Parting): Promise<void> {
    requirePermission(actor, 'case:wall');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      const other = await this.findOther(actor, found, parting.other);
      const sides = sidesOf(parting, actor.personId);
      await this.assertFree(actor, { found, other }, { parting, sides });
      const { reason } = parting;
      const declared = { reason, by: actor.personId, at: this.clock.now() };
      await this.conflicts.insert(found, other, declared);
      await this.walls.build(actor, found, { members: sides.own, ownerId: parting.adviserId });
      await this.walls.build(actor, other, {
        members: sides.other,
        ownerId: parting.otherAdviserId,
      });
      await this.conflicts.bar(found, sides.other);
      await this.conflicts.bar(other, sides.own);
    });
  }

  private async findOther(actor: Actor, found: Case, reference: string): Promise<Case> {
    const message = 'Enter the reference of the other open case';
    if (reference === found.reference) throw refused('other-case-wrong', 'other', message);
    try {
      return await this.reading.getOpen(actor, reference);
    } catch (error) {
      if (error instanceof NotFound || error instanceof Conflict) {
        throw refused('other-case-wrong', 'other', message);
      }
      throw error;
    }
  }

  private async assertFree(
    actor: Actor,
    { found, other }: { found: Case; other: Case },
    { parting, sides }: { parting: Parting; sides: Sides },
  ): Promise<void> {
    if (await this.conflicts.areParted(found, other)) {
      throw new Conflict('parted-already', 'These two cases are parted already.');
    }
    const caseworkers = new Set((await this.people.listCaseworkers(actor)).map(({ id }) => id));
    for (const field of ['adviserId', 'otherAdviserId'] as const) {
      if (!caseworkers.has(parting[field])) {
        throw refused('not-a-caseworker', field, 'Choose somebody who works on cases');
      }
    }
    await this.assertNotBarred(found, sides.own, 'adviserId');
    await this.assertNotBarred(other, sides.other, 'otherAdviserId');
  }

  private async assertNotBarred(
    found: Case,
    people: readonly PersonId[],
    field: 'adviserId' | 'otherAdviserId',
  ): Promise<void> {
    const barred = await this.conflicts.listBarred(found);
    if (!people.some((id) => barred.has(id))) return;
    throw refused('adviser-barred', field, 'This person has been inside a case of the other side');
  }
}
