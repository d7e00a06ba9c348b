import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { PRIVILEGE_LIFTERS, PrivilegeService } from '#cases';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { type CaseParams, type PartParams, partParams } from './casework.dto.js';
import { type LiftingBody, liftingBody, type MarkBody, markBody } from './privilege.dto.js';

/** What of a case is marked as legally privileged. */
@Controller('api/v1/cases/:reference/privilege-marks')
export class PrivilegeApi {
  constructor(private readonly privilege: PrivilegeService) {}

  @Get()
  @Action({ permission: 'case:read' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return { items: await this.privilege.list(actor, reference), next: null };
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'privilege.marked' })
  mark(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: markBody }) { kind, id: subjectId, reason }: MarkBody,
  ) {
    return this.privilege.mark(actor, reference, { kind, subjectId, reason });
  }

  @Post(':id/lifting')
  @HttpCode(204)
  @Action({ permission: PRIVILEGE_LIFTERS, audit: 'privilege.lifted' })
  lift(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: liftingBody }) { liftedReason }: LiftingBody,
  ) {
    return this.privilege.lift(actor, reference, id, liftedReason);
  }
}
