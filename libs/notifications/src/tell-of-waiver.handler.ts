import { Injectable } from '@nestjs/common';
import { Correspondents, type RightHolder } from '#identity';
import type { JobContext, JobHandler } from '#platform';
import { type AwaitedAgreement, waiverMoved, WaiversService } from '#responses';
import { Letters } from './letters.service.js';
import { Notices } from './notices.service.js';

/**
 * Tells those who may agree that findings of a text pass: a notice and a letter each, once for the text, without a
 * word of it. What was said is marked as done once nothing of the text waits any more.
 */
@Injectable()
export class TellOfWaiver implements JobHandler<{ waiverId: string }> {
  readonly job = waiverMoved;
  readonly transaction = 'one';

  constructor(
    private readonly waivers: WaiversService,
    private readonly people: Correspondents,
    private readonly notices: Notices,
    private readonly letters: Letters,
  ) {}

  async handle({ waiverId }: { waiverId: string }, { organisationId }: JobContext): Promise<void> {
    const found = await this.waivers.findAwaited(organisationId, waiverId);
    if (!found) return;
    const { caseId, reference, ids, waitingOf } = found;
    if (waitingOf.length === 0) {
      for (const id of ids) await this.notices.settle(organisationId, 'waiver', id);
      return;
    }
    const holders = await this.people.listHolding(organisationId, 'draft:approve-high');
    for (const person of holders.filter((one) => mayAgree(one, found))) {
      const notice = { personId: person.id, kind: 'waiver', caseId, sourceId: waiverId } as const;
      if (!(await this.notices.add(organisationId, notice))) continue;
      await this.letters.write(organisationId, person, reference);
    }
  }
}

/** Whoever works on the case, has not written the text, and has not let pass all that waits. */
function mayAgree(
  { id, permissions }: RightHolder,
  { contributorIds, waitingOf, wallMembers }: AwaitedAgreement,
): boolean {
  const isInSight = wallMembers === null || wallMembers.includes(id);
  const isOther = !contributorIds.includes(id) && waitingOf.some((by) => by !== id);
  return permissions.has('case:read') && isInSight && isOther;
}
