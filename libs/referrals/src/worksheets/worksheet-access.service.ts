import { Injectable } from '@nestjs/common';
import { type Case, CaseReadingService } from '#cases';
import { type Actor, can } from '#identity';
import { Conflict } from '#kernel';
import type { WorksheetKind } from './kind.js';
import { WORKSHEET_KINDS } from './data/index.js';

/** Who sees which worksheets: caseworkers those of all kinds, a desk those of its own on the cases of its route. */
@Injectable()
export class WorksheetAccess {
  constructor(private readonly reading: CaseReadingService) {}

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
}
