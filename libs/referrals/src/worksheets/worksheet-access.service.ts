import { Injectable } from '@nestjs/common';
import { type Case, CaseHolds, CaseReadingService } from '#cases';
import { isJurisdiction, zoneOf } from '#deadlines';
import { type Actor, can, PeopleService } from '#identity';
import { Clock, Conflict, type Id } from '#kernel';
import { type Answers, type ReadingOf, stopsOf } from './answers.js';
import type { Missing, WorksheetKind } from './kind.js';
import { WORKSHEET_KINDS } from './data/index.js';

/**
 * What a worksheet has to do with its case: who sees it (caseworkers those of all kinds, a desk those of its own on the
 * cases of its route), whom it can name, what it puts on hold, and what stands in the way of its sign-off.
 */
@Injectable()
export class WorksheetAccess {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly people: PeopleService,
    private readonly holds: CaseHolds,
    private readonly clock: Clock,
  ) {}

  /** The case of a worksheet. @throws Forbidden; NotFound `case-not-found` */
  find(actor: Actor, reference: string, { desk }: WorksheetKind): Promise<Case> {
    return desk
      ? this.reading.getOwnOrOnDesk(actor, reference, desk)
      : this.reading.get(actor, reference);
  }

  /** The case of a worksheet that is worked on. @throws as {@link find}; Conflict `case-closed` */
  async findOpen(actor: Actor, reference: string, kind: WorksheetKind): Promise<Case> {
    const found = await this.find(actor, reference, kind);
    if (found.state === 'open') return found;
    throw new Conflict('case-closed', 'This case is closed. Reopen it to work on it.');
  }

  /** The same to open a worksheet on: what is given to everybody, or on a case of a member. @throws Conflict `public-help-only` */
  async findToOpen(actor: Actor, reference: string, kind: WorksheetKind): Promise<Case> {
    const found = await this.findOpen(actor, reference, kind);
    await this.reading.assertForMember(found, kind.routes[0]);
    return found;
  }

  /** A case with the kinds of worksheet that this person sees on it. @throws as {@link find} */
  async findWithKinds(
    actor: Actor,
    reference: string,
  ): Promise<{ found: Case; kinds: readonly WorksheetKind[] }> {
    if (can(actor, 'case:read')) {
      return { found: await this.reading.get(actor, reference), kinds: WORKSHEET_KINDS };
    }
    const desk = can(actor, 'case:read-press') ? 'press_office' : 'data_protection';
    const found = await this.reading.getOwnOrOnDesk(actor, reference, desk);
    return { found, kinds: WORKSHEET_KINDS.filter((kind) => kind.desk === desk) };
  }

  /** What answers are read against: the clock on the wall of the case's nation, and who can be named. */
  async readingOf(actor: Actor, { jurisdiction }: Case): Promise<ReadingOf> {
    const people = await this.people.listCaseworkers(actor);
    const timeZone = zoneOf(isJurisdiction(jurisdiction) ? jurisdiction : 'england');
    const words = this.clock.now().toLocaleString('sv-SE', { timeZone });
    return { now: words.slice(0, 16).replace(' ', 'T'), people: people.map(({ id }) => id) };
  }

  /** Puts the case on hold where opening the worksheet asks for it; in the running unit of work. */
  async holdFor(actor: Actor, found: Case, kind: WorksheetKind, id: Id): Promise<void> {
    const { holdsFromOpening: reason } = kind;
    if (!reason) return;
    await this.holds.setByStep(actor, found, {
      askedBy: 'papers',
      reason,
      stepKey: `worksheet:${id}`,
    });
  }

  /** What of the case stands in the way of a sign-off; in the running unit of work. */
  async stopsOf(found: Case, kind: WorksheetKind, answers: Answers): Promise<readonly Missing[]> {
    if (!kind.signOff.stops) return [];
    const keeping = await this.holds.keepingOf(found);
    return stopsOf(kind, { ...keeping, today: this.holds.today(found) }, answers);
  }
}
