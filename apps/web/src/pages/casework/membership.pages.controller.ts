import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { CaseReadingService, ConflictChecks, ConflictsService, MembershipService } from '#cases';
import { type Actor, PeopleService } from '#identity';
import { readReference } from '#kernel';
import { type CaseParams, type PartParams, partParams } from '../../api/casework/casework.dto.js';
import {
  type CheckDecisionBody,
  checkDecisionBody,
  type MembershipBody,
  membershipBody,
  type PartingBody,
  partingBody,
} from '../../api/casework/membership.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { conflictView, membershipView } from './membership.view.js';

/** Of several checks on the page, the one whose form is shown again. */
const refusedCheck = z.object({ check: z.uuid().optional() });

/** Whether the doctor of a case is a member, and whether another member stands on the other side. */
@Controller('cases/:reference')
export class MembershipPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly memberships: MembershipService,
    private readonly conflicts: ConflictsService,
    private readonly people: PeopleService,
    private readonly checks: ConflictChecks,
  ) {}

  @Get('membership')
  @Action({ permission: 'case:read' })
  @View('cases/membership')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Query({ schema: refusedCheck }) { check: refused }: z.output<typeof refusedCheck>,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const file = await this.memberships.read(actor, reference);
    const conflicts = await this.conflicts.list(actor, reference);
    const checks = await this.checks.list(actor, reference);
    return membershipView(overview, { ...file, conflicts, checks, refused }, actor);
  }

  @Post('membership')
  @Action({ permission: 'case:write', audit: 'membership.checked' })
  @FormOf('/cases/:reference/membership')
  async record(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: membershipBody }) body: MembershipBody,
  ): Promise<SeeOther> {
    await this.memberships.record(actor, reference, body);
    return seeOther(`/cases/${reference}/membership`, 'Recorded.');
  }

  @Post('conflict-checks/:id')
  @Action({ permission: 'case:wall', audit: 'conflict-check.decided' })
  @FormOf('/cases/:reference/membership?check=:id')
  async decideCheck(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: checkDecisionBody }) body: CheckDecisionBody,
  ): Promise<SeeOther> {
    await this.checks.decide(actor, reference, id, body);
    return seeOther(`/cases/${reference}/membership`, 'Decided.');
  }

  @Get('conflict')
  @Action({ permission: 'case:wall' })
  @View('cases/conflict')
  async startParting(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    return conflictView(overview, await this.people.listCaseworkers(actor));
  }

  @Post('conflict')
  @Action({ permission: 'case:wall', audit: 'case.parted' })
  @FormOf('/cases/:reference/conflict')
  async part(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: partingBody }) { other, ...body }: PartingBody,
  ): Promise<SeeOther> {
    await this.conflicts.part(actor, reference, { ...body, other: readReference(other) });
    const how = 'Each has an adviser and a wall of its own.';
    return seeOther('/work', 'The two cases are parted.', how);
  }
}
