import { Body, Controller, Param, Post } from '@nestjs/common';
import { Absences, type Actor } from '#identity';
import type { Id } from '#kernel';
import { type AbsenceBody, absenceBody } from '../../api/notices/notices.dto.js';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther } from '../../http/view.interceptor.js';

const TOLD = 'Warnings of deadlines go to both of you until then.';

/** Who is away, and who stands in: set by people themselves or by an administrator. */
@Controller()
export class AbsencePages {
  constructor(private readonly absences: Absences) {}

  @Post('my/settings/absence')
  @Action({ permission: 'case:read', audit: 'person.away-set' })
  @FormOf('/my/settings')
  async setOwn(
    @CurrentActor() actor: Actor,
    @Body({ schema: absenceBody }) body: AbsenceBody,
  ): Promise<SeeOther> {
    await this.absences.setOwn(actor, body);
    return seeOther('/my/settings', 'You are marked as away.', TOLD);
  }

  @Post('my/settings/absence/end')
  @Action({ permission: 'case:read', audit: 'person.away-ended' })
  async endOwn(@CurrentActor() actor: Actor): Promise<SeeOther> {
    await this.absences.setOwn(actor, null);
    return seeOther('/my/settings', 'You are here again.');
  }

  @Post('admin/people/:id/absence')
  @Action({ permission: 'person:manage', audit: 'person.away-set' })
  @FormOf('/admin/people/:id')
  async setOf(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: absenceBody }) body: AbsenceBody,
  ): Promise<SeeOther> {
    await this.absences.setOf(actor, id, body);
    return seeOther(`/admin/people/${id}`, 'The person is marked as away.', TOLD);
  }

  @Post('admin/people/:id/absence/end')
  @Action({ permission: 'person:manage', audit: 'person.away-ended' })
  async endOf(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<SeeOther> {
    await this.absences.setOf(actor, id, null);
    return seeOther(`/admin/people/${id}`, 'The person is here again.');
  }
}
