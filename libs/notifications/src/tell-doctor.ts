import { Injectable } from '@nestjs/common';
import { Correspondents } from '#identity';
import type { DoctorToTell } from '#intake';
import type { Id, OrganisationId } from '#kernel';
import { Letters } from './letters.service.js';
import type { NoticeKind } from './notice.js';
import { Notices } from './notices.service.js';

/** Tells a doctor once, by a notice and by mail, that something waits on their own page. */
@Injectable()
export class TellDoctor {
  constructor(
    private readonly people: Correspondents,
    private readonly notices: Notices,
    private readonly letters: Letters,
  ) {}

  /** Runs inside the unit of work of its caller. */
  async tell(
    organisationId: OrganisationId,
    { doctorId, reference }: DoctorToTell,
    cause: { kind: NoticeKind; sourceId: Id },
  ): Promise<void> {
    const doctor = await this.people.find(organisationId, doctorId);
    if (!doctor) return;
    const notice = { personId: doctor.id, caseId: null, ...cause };
    if (!(await this.notices.add(organisationId, notice))) return;
    await this.letters.write(organisationId, doctor, reference);
  }
}
