import { Injectable } from '@nestjs/common';
import { DoctorsToTell } from '#intake';
import type { JobContext, JobHandler } from '#platform';
import { acceptanceAsked, Acceptances } from '#responses';
import { TellDoctor } from './tell-doctor.js';

/** Tells a doctor that words in their name wait for them; of a case that came from no request an adviser asks them. */
@Injectable()
export class TellOfWords implements JobHandler<{ acceptanceId: string }> {
  readonly job = acceptanceAsked;
  readonly transaction = 'one';

  constructor(
    private readonly acceptances: Acceptances,
    private readonly doctors: DoctorsToTell,
    private readonly telling: TellDoctor,
  ) {}

  async handle(
    { acceptanceId }: { acceptanceId: string },
    { organisationId }: JobContext,
  ): Promise<void> {
    const asked = await this.acceptances.findTold(organisationId, acceptanceId);
    const doctor = asked && (await this.doctors.ofCase(organisationId, asked.caseId));
    if (!doctor) return;
    await this.telling.tell(organisationId, doctor, { kind: 'words', sourceId: acceptanceId });
  }
}
