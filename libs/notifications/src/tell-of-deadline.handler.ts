import { Injectable } from '@nestjs/common';
import { deadlineWarned, DeadlineWarnings } from '#cases';
import { Correspondents } from '#identity';
import type { JobContext, JobHandler } from '#platform';
import { keepersToTell } from './keepers.js';
import { Letters } from './letters.service.js';
import type { NoticeKind } from './notice.js';
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
    for (const person of await keepersToTell(this.people, organisationId, warning)) {
      const { caseId, id: sourceId } = warning;
      const notice = { personId: person.id, kind, caseId, sourceId };
      if (!(await this.notices.add(organisationId, notice))) continue;
      await this.letters.write(organisationId, person, warning.reference);
    }
  }
}
