import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { Absences, type Actor } from '#identity';
import type { Id } from '#kernel';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { type AbsenceBody, absenceBody } from './notices.dto.js';

/** Who is away and who stands in, for programs: a rota may be kept elsewhere. */
@Controller('api/v1')
export class AbsencesApi {
  constructor(private readonly absences: Absences) {}

  @Get('me/absence')
  @Action({ permission: 'case:read' })
  async own(@CurrentActor() actor: Actor) {
    return { absence: (await this.absences.findOwn(actor)) ?? null };
  }

  @Put('me/absence')
  @HttpCode(204)
  @Action({ permission: 'case:read', audit: 'person.away-set' })
  async setOwn(
    @CurrentActor() actor: Actor,
    @Body({ schema: absenceBody }) body: AbsenceBody,
  ): Promise<void> {
    await this.absences.setOwn(actor, body);
  }

  @Delete('me/absence')
  @HttpCode(204)
  @Action({ permission: 'case:read', audit: 'person.away-ended' })
  async endOwn(@CurrentActor() actor: Actor): Promise<void> {
    await this.absences.setOwn(actor, null);
  }

  @Put('people/:id/absence')
  @HttpCode(204)
  @Action({ permission: 'person:manage', audit: 'person.away-set' })
  async setOf(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
    @Body({ schema: absenceBody }) body: AbsenceBody,
  ): Promise<void> {
    await this.absences.setOf(actor, id, body);
  }

  @Delete('people/:id/absence')
  @HttpCode(204)
  @Action({ permission: 'person:manage', audit: 'person.away-ended' })
  async endOf(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<void> {
    await this.absences.setOf(actor, id, null);
  }
}
