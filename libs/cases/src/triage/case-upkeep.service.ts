import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Facts, LoadedPack } from '#triage';
import type { Case, Incident } from '../case.js';
import { CaseChanges } from './case-changes.js';
import { CaseClocks } from './case-clocks.service.js';
import { CaseUrgency } from './case-urgency.service.js';

/** What answers say: of the case itself, all that is known with them, and the rules that judge it. */
export interface Told {
  readonly own: Partial<Incident>;
  readonly facts: Facts;
  readonly unsure: readonly string[];
  readonly pack: LoadedPack;
}

/** Brings a case in step with the answers given on it. Runs inside the unit of work of its caller. */
@Injectable()
export class CaseUpkeep {
  constructor(
    private readonly changes: CaseChanges,
    private readonly urgency: CaseUrgency,
    private readonly clocks: CaseClocks,
  ) {}

  /** Puts the case right, sets how urgent it is, and counts its clocks anew. @throws Conflict `case-changed` */
  async afterAnswers(actor: Actor, found: Case, told: Told): Promise<Case> {
    const right = await this.putRight(actor, found, told.own);
    const after = await this.urgency.follow(actor, right, told);
    await this.clocks.recompute(actor, after, found);
    return after;
  }

  private async putRight(actor: Actor, found: Case, own: Partial<Incident>): Promise<Case> {
    const fields = Object.keys(own);
    if (fields.length === 0) return found;
    const right = await this.changes.update(found, own);
    await this.changes.tell(actor, found, 'case.edited', { fields });
    return right;
  }
}
