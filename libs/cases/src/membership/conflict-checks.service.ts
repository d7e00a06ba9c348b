import { Injectable } from '@nestjs/common';
import { type Actor, can, requirePermission, scopeOfActor } from '#identity';
import { Conflict, type Id, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import { CaseReadingService } from '../case-reading.service.js';
import { CheckMarks } from './check-marks.js';
import type {
  ConflictCheck,
  ConflictCheckToDecide,
  ConflictDecision,
  Namesakes,
} from './conflict-check.js';
import { ConflictChecksRepository } from './conflict-checks.repository.js';
import { ConflictsRepository } from './conflicts.repository.js';
import { comparedName, mayBeOne } from './namesake.js';

/**
 * Looks whether somebody in a case is a colleague here, or a doctor with a case of their own, and has it decided by
 * who may wall cases off. Whoever works on the case learns only that a name has to be looked at.
 */
@Injectable()
export class ConflictChecks {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly checks: ConflictChecksRepository,
    private readonly conflicts: ConflictsRepository,
    private readonly marks: CheckMarks,
  ) {}

  /**
   * Who else bears a name, behind walls too. Where there is somebody the case is held from here on, before its other
   * rows and its chain of events are: two who add such a name at once would wait for each other otherwise. Runs inside
   * the unit of work of its caller.
   */
  async namesakes(actor: Actor, found: Case, name: string): Promise<Namesakes> {
    const namesakes = await this.lookUp(actor, found, name);
    if (isSomebody(namesakes)) await this.checks.hold(found);
    return namesakes;
  }

  private async lookUp({ personId }: Actor, found: Case, name: string): Promise<Namesakes> {
    const sought = comparedName(name);
    const own = comparedName(found.doctorName);
    if (!sought || (own && mayBeOne(sought, own))) return { isPersonHere: false, caseIds: [] };
    const bears = (one: { name: string }) => {
      const compared = comparedName(one.name);
      return compared !== undefined && mayBeOne(sought, compared);
    };
    return this.checks.behindWalls(personId, async () => {
      const people = (await this.checks.listPeople(found, sought.last)).filter(bears);
      const doctors = (await this.checks.listDoctors(found, sought.last)).filter(bears);
      return {
        isPersonHere: people.some(({ id }) => id !== found.doctorId),
        caseIds: doctors.map(({ id }) => id),
      };
    });
  }

  /** Has somebody decide, where there are namesakes. Runs inside the unit of work of its caller. */
  async raise(actor: Actor, found: Case, partyId: Id, namesakes: Namesakes): Promise<boolean> {
    if (!isSomebody(namesakes)) return false;
    const id = newId();
    await this.checks.insert(found, { id, partyId, at: this.marks.now() }, namesakes);
    await this.marks.raised(actor, found, id);
    return true;
  }

  /** The checks of a case; whose names they are about only for who decides. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<(ConflictCheck | ConflictCheckToDecide)[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const checks = await this.checks.list(await this.reading.get(actor, reference));
      if (can(actor, 'case:wall')) return checks;
      return checks.map(({ isPersonHere: _, others: __, ...check }) => check);
    });
  }

  /**
   * Decides a check. A wall and a parting are made first; this records that they are the answer.
   *
   * @throws Forbidden; NotFound `case-not-found`, `check-not-found`; Conflict `case-closed`, `not-walled-yet`,
   *   `not-parted-yet`
   */
  decide(
    actor: Actor,
    reference: string,
    id: Id,
    { decision, reason }: { decision: ConflictDecision; reason: string },
  ): Promise<void> {
    requirePermission(actor, 'case:wall');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      await this.assertDone(found, decision);
      const given = { decision, reason, by: actor.personId, at: this.marks.now() };
      if (!(await this.checks.decide(found, id, given))) {
        throw new NotFound('check-not-found', 'There is no such check that waits.');
      }
      await this.marks.decided(actor, found, decision);
    });
  }

  private async assertDone(found: Case, decision: ConflictDecision): Promise<void> {
    if (decision === 'walled' && !found.isWalled) {
      throw new Conflict('not-walled-yet', 'Wall the case off first, then record it here.');
    }
    if (decision === 'parted' && (await this.conflicts.list(found)).length === 0) {
      throw new Conflict('not-parted-yet', 'Part the two cases first; that settles this as well.');
    }
  }
}

function isSomebody({ isPersonHere, caseIds }: Namesakes): boolean {
  return isPersonHere || caseIds.length > 0;
}
