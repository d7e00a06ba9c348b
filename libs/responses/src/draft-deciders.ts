import { Injectable } from '@nestjs/common';
import { Absences, type Actor, type StoodInFor } from '#identity';
import type { Draft } from './draft.js';
import { DraftRepository, type Reach } from './draft.repository.js';
import type { Deciders } from './draft-sides.js';

/** Finds what it depends on whether a person decides on a draft. Joins the running unit of work. */
@Injectable()
export class DraftDeciders {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly absences: Absences,
  ) {}

  async of(actor: Actor, draft: Draft): Promise<Deciders> {
    return decidersWithin(await this.drafts.findReach(draft), await this.listStoodInFor(actor));
  }

  /** For whom a person approves today, whatever the draft. */
  listStoodInFor(actor: Actor): Promise<StoodInFor[]> {
    return this.absences.listStoodInFor(actor);
  }
}

/** Of those for whom somebody stands in, who may know of the case: nobody passes on what they do not have. */
export function decidersWithin(
  { hasSecondApprover, wallMembers }: Reach,
  standsInFor: readonly StoodInFor[],
): Deciders {
  const isInSight = ({ id }: StoodInFor) => wallMembers === null || wallMembers.includes(id);
  return { hasSecondApprover, standsInFor: standsInFor.filter(isInSight) };
}
