import { Injectable } from '@nestjs/common';
import { deadlineWarned, DeadlineWarnings, type ToldWarning } from '#cases';
import { Correspondents } from '#identity';
import type { OrganisationId } from '#kernel';
import type { JobContext, JobHandler } from '#platform';
import { Letters } from './letters.service.js';
import { type NoticeKind, toldOf } from './notice.js';
import { Notices } from './notices.service.js';

/** Tells those who look after a case that a clock on it runs out: a notice and a letter each, once. */
@Injectable()
export class TellOfDeadline implements JobHandler<{ warningId: string }> {
  readonly job = deadlineWarned;
  readonly transaction = 'one';

  constructor(
    private readonly warnings: DeadlineWarnings,
    private readonly people: Correspondents,
    private readonly notices: Notices,
    private readonly letters: Letters,
  ) {}

  async handle(
    { warningId }: { warningId: string },
    { organisationId }: JobContext,
  ): Promise<void> {
    const warning = await this.warnings.find(organisationId, warningId);
    if (!warning) return;
    const kind = `deadline-${warning.percent}` as NoticeKind;
    for (const person of await this.listTold(organisationId, warning)) {
      const { caseId, id: sourceId } = warning;
      const notice = { personId: person.id, kind, caseId, sourceId };
      if (!(await this.notices.add(organisationId, notice))) continue;
      await this.letters.write(organisationId, person, warning.reference);
    }
  }

  private async listTold(organisationId: OrganisationId, { ownerId, wallMembers }: ToldWarning) {
    const owner = (ownerId && (await this.people.find(organisationId, ownerId))) || null;
    const coverId = owner?.coverId;
    const cover = (coverId && (await this.people.find(organisationId, coverId))) || null;
    const leadAdvisers = owner ? [] : await this.people.listApprovers(organisationId);
    return toldOf({ owner, cover, leadAdvisers, wallMembers });
  }
}
