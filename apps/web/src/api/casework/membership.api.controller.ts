import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ConflictChecks, ConflictsService, MembershipService } from '#cases';
import type { Actor } from '#identity';
import { readReference } from '#kernel';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { type CaseParams, type PartParams, partParams } from './casework.dto.js';
import {
  type CheckDecisionBody,
  checkDecisionBody,
  type MembershipBody,
  membershipBody,
  type PartingBody,
  partingBody,
} from './membership.dto.js';

/** Whether the doctor of a case is a member, and whether another member stands on the other side. */
@Controller('api/v1/cases/:reference')
export class MembershipApi {
  constructor(
    private readonly memberships: MembershipService,
    private readonly conflicts: ConflictsService,
    private readonly checks: ConflictChecks,
  ) {}

  @Get('membership')
  @Action({ permission: 'case:read' })
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    const { membership, standings } = await this.memberships.read(actor, reference);
    return { membership: membership ?? null, standings };
  }

  @Put('membership')
  @Action({ permission: 'case:write', audit: 'membership.checked' })
  async record(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: membershipBody }) body: MembershipBody,
  ) {
    const { membership, standings } = await this.memberships.record(actor, reference, body);
    return { membership: membership ?? null, standings };
  }

  /** That there is a conflict, and why; never which case is on the other side. */
  @Get('conflicts')
  @Action({ permission: 'case:read' })
  async listConflicts(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return { items: await this.conflicts.list(actor, reference), next: null };
  }

  /** The names that have to be looked at. Where else they stand is for those who may wall cases off. */
  @Get('conflict-checks')
  @Action({ permission: 'case:read' })
  async listChecks(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return { items: await this.checks.list(actor, reference), next: null };
  }

  @Post('conflict-checks/:id/decision')
  @HttpCode(204)
  @Action({ permission: 'case:wall', audit: 'conflict-check.decided' })
  decideCheck(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: checkDecisionBody }) body: CheckDecisionBody,
  ) {
    return this.checks.decide(actor, reference, id, body);
  }

  /** Parts two cases for good; the caller stays with one of them at most. */
  @Post('conflicts')
  @HttpCode(204)
  @Action({ permission: 'case:wall', audit: 'case.parted' })
  part(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: partingBody }) { other, ...body }: PartingBody,
  ) {
    return this.conflicts.part(actor, reference, { ...body, other: readReference(other) });
  }
}
