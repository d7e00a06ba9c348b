import { Injectable } from '@nestjs/common';
import { hearingChanged, HearingsService } from '#cases';
import { DoctorsToTell } from '#intake';
import type { JobContext, JobHandler } from '#platform';
import { TellDoctor } from './tell-doctor.js';

/** Tells a doctor that a hearing was listed or put off; what and when they read on their own page. */
@Injectable()
export class TellOfHearing implements JobHandler<{ hearingId: string; changeId: string }> {
  readonly job = hearingChanged;
  readonly transaction = 'one';

  constructor(
    private readonly hearings: HearingsService,
    private readonly doctors: DoctorsToTell,
    private readonly telling: TellDoctor,
  ) {}

  async handle(
    { hearingId, changeId }: { hearingId: string; changeId: string },
    { organisationId }: JobContext,
  ): Promise<void> {
    const caseId = await this.hearings.caseOf(organisationId, hearingId);
    const doctor = caseId && (await this.doctors.ofCase(organisationId, caseId));
    if (!doctor) return;
    await this.telling.tell(organisationId, doctor, { kind: 'hearing', sourceId: changeId });
  }
}
