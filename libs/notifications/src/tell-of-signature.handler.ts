import { Injectable } from '@nestjs/common';
import { Correspondents } from '#identity';
import type { JobContext, JobHandler } from '#platform';
import { signatureAwaited, WaitingWorksheets } from '#referrals';
import { Letters } from './letters.service.js';
import { Notices } from './notices.service.js';
import { signersTold } from './signers-told.js';

/** Tells those who may sign a worksheet that it waits: a notice and a letter each, once, without a word of the case. */
@Injectable()
export class TellOfSignature implements JobHandler<{ worksheetId: string }> {
  readonly job = signatureAwaited;
  readonly transaction = 'one';

  constructor(
    private readonly waiting: WaitingWorksheets,
    private readonly people: Correspondents,
    private readonly notices: Notices,
    private readonly letters: Letters,
  ) {}

  async handle(
    { worksheetId }: { worksheetId: string },
    { organisationId }: JobContext,
  ): Promise<void> {
    const found = await this.waiting.find(organisationId, worksheetId);
    if (!found) return;
    await this.notices.reopen(organisationId, 'signature', found.id);
    const holders = await this.people.listHolding(organisationId, found.kind.signOff.right);
    for (const person of signersTold(found, holders)) {
      const { caseId, id: sourceId } = found;
      const notice = { personId: person.id, kind: 'signature' as const, caseId, sourceId };
      if (!(await this.notices.add(organisationId, notice))) continue;
      await this.letters.write(organisationId, person, found.reference);
    }
  }
}
