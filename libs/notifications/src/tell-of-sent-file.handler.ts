import { Injectable } from '@nestjs/common';
import { sentFileToTell } from '#evidence';
import { type Correspondent, Correspondents } from '#identity';
import { type KeptRequest, RequestKeepers } from '#intake';
import type { Id, OrganisationId } from '#kernel';
import type { JobContext, JobHandler } from '#platform';
import { keepersToTell } from './keepers.js';
import { Letters } from './letters.service.js';
import { Notices } from './notices.service.js';

/**
 * Tells those who look after a request that its doctor has sent something more: a notice and a letter each, and nothing
 * further until they have read it.
 */
@Injectable()
export class TellOfSentFile implements JobHandler<{ requestId: Id; sentFileId: Id }> {
  readonly job = sentFileToTell;
  readonly transaction = 'one';

  constructor(
    private readonly requests: RequestKeepers,
    private readonly people: Correspondents,
    private readonly notices: Notices,
    private readonly letters: Letters,
  ) {}

  async handle(
    { requestId, sentFileId: sourceId }: { requestId: Id; sentFileId: Id },
    { organisationId }: JobContext,
  ): Promise<void> {
    const kept = await this.requests.find(organisationId, requestId);
    if (!kept) return;
    const about = { kind: 'file-sent' as const, caseId: kept.caseId, requestId, sourceId };
    for (const person of await this.toTell(organisationId, kept)) {
      if (!(await this.notices.add(organisationId, { personId: person.id, ...about }))) continue;
      await this.letters.write(organisationId, person, kept.reference);
    }
  }

  /** Who looks after the case; before there is one, those on duty, and the lead advisers where nobody is. */
  private async toTell(
    organisationId: OrganisationId,
    kept: KeptRequest,
  ): Promise<Correspondent[]> {
    if (kept.caseId) return keepersToTell(this.people, organisationId, kept);
    const onDuty: Correspondent[] = [];
    for (const id of kept.onDuty) {
      const person = await this.people.find(organisationId, id);
      if (person) onDuty.push(person);
    }
    return onDuty.length > 0 ? onDuty : this.people.listApprovers(organisationId);
  }
}
