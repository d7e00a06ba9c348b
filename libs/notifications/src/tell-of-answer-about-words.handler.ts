import { Injectable } from '@nestjs/common';
import { Correspondents } from '#identity';
import type { JobContext, JobHandler } from '#platform';
import { acceptanceAnswered, Acceptances } from '#responses';
import { keepersToTell } from './keepers.js';
import { Letters } from './letters.service.js';
import { Notices } from './notices.service.js';

/** Tells those who look after a case that its doctor has answered about words in their name: a notice and a letter each, once. */
@Injectable()
export class TellOfAnswerAboutWords implements JobHandler<{ acceptanceId: string }> {
  readonly job = acceptanceAnswered;
  readonly transaction = 'one';

  constructor(
    private readonly acceptances: Acceptances,
    private readonly people: Correspondents,
    private readonly notices: Notices,
    private readonly letters: Letters,
  ) {}

  async handle(
    { acceptanceId }: { acceptanceId: string },
    { organisationId }: JobContext,
  ): Promise<void> {
    const told = await this.acceptances.findTold(organisationId, acceptanceId);
    if (!told) return;
    for (const person of await keepersToTell(this.people, organisationId, told)) {
      const { caseId, id: sourceId } = told;
      const notice = { personId: person.id, kind: 'words-answered' as const, caseId, sourceId };
      if (!(await this.notices.add(organisationId, notice))) continue;
      await this.letters.write(organisationId, person, told.reference);
    }
  }
}
