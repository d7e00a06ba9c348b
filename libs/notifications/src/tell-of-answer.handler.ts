import { Injectable } from '@nestjs/common';
import { DoctorsToTell, requestAnswered } from '#intake';
import type { JobContext, JobHandler } from '#platform';
import { TellDoctor } from './tell-doctor.js';

/** Tells a doctor that their request was taken on or answered. */
@Injectable()
export class TellOfAnswer implements JobHandler<{ requestId: string }> {
  readonly job = requestAnswered;
  readonly transaction = 'one';

  constructor(
    private readonly doctors: DoctorsToTell,
    private readonly telling: TellDoctor,
  ) {}

  async handle(
    { requestId }: { requestId: string },
    { organisationId }: JobContext,
  ): Promise<void> {
    const doctor = await this.doctors.ofRequest(organisationId, requestId);
    if (!doctor) return;
    const cause = { kind: 'request-answered' as const, sourceId: requestId };
    await this.telling.tell(organisationId, doctor, cause);
  }
}
