import { Injectable } from '@nestjs/common';
import { Correspondents } from '#identity';
import type { JobContext, JobHandler } from '#platform';
import { BreakGlassReviews, glassBroken } from '#responses';
import { Letters } from './letters.service.js';
import { Notices } from './notices.service.js';

/**
 * Tells the lead advisers and the data protection officer at once that one person alone has let a text out: a notice
 * and a letter each, once. Lead advisers who may not know of the case are left out; the officer is told in any case,
 * by its reference alone.
 */
@Injectable()
export class TellOfBrokenGlass implements JobHandler<{ brokenGlassId: string }> {
  readonly job = glassBroken;
  readonly transaction = 'one';

  constructor(
    private readonly reviews: BreakGlassReviews,
    private readonly people: Correspondents,
    private readonly notices: Notices,
    private readonly letters: Letters,
  ) {}

  async handle(
    { brokenGlassId }: { brokenGlassId: string },
    { organisationId }: JobContext,
  ): Promise<void> {
    const told = await this.reviews.findTold(organisationId, brokenGlassId);
    if (!told) return;
    const { wallMembers, caseId, reference, brokenBy } = told;
    const approvers = await this.people.listApprovers(organisationId);
    const leads = approvers.filter(({ id }) => wallMembers === null || wallMembers.includes(id));
    const officers = await this.people.listDataProtectionOfficers(organisationId);
    for (const person of [...leads, ...officers].filter(({ id }) => id !== brokenBy)) {
      const notice = {
        personId: person.id,
        kind: 'glass-broken',
        caseId,
        sourceId: told.id,
      } as const;
      if (!(await this.notices.add(organisationId, notice))) continue;
      await this.letters.write(organisationId, person, reference);
    }
  }
}
