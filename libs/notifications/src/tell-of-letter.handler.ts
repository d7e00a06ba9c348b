import { Injectable } from '@nestjs/common';
import { DoctorsToTell } from '#intake';
import type { JobContext, JobHandler } from '#platform';
import { letterReleased, LettersToDoctor } from '#responses';
import { TellDoctor } from './tell-doctor.js';

/** Tells a doctor that their adviser has written; of a case that came from no request there is no page to read it on. */
@Injectable()
export class TellOfLetter implements JobHandler<{ releaseId: string }> {
  readonly job = letterReleased;
  readonly transaction = 'one';

  constructor(
    private readonly letters: LettersToDoctor,
    private readonly doctors: DoctorsToTell,
    private readonly telling: TellDoctor,
  ) {}

  async handle(
    { releaseId }: { releaseId: string },
    { organisationId }: JobContext,
  ): Promise<void> {
    const caseId = await this.letters.caseOf(organisationId, releaseId);
    const doctor = caseId && (await this.doctors.ofCase(organisationId, caseId));
    if (!doctor) return;
    await this.telling.tell(organisationId, doctor, { kind: 'letter', sourceId: releaseId });
  }
}
