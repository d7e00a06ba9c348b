import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { CaseReadingService } from '#cases';
import type { Actor } from '#identity';
import { GuidanceReviews } from '#knowledge';
import { DraftReadingService, fileOfCase, WaiversService } from '#responses';
import {
  type DraftParams,
  draftParams,
  secondBody,
  waiverBody,
  waiverParams,
} from '../../api/drafts/waivers.dto.js';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { findingKey } from './findings.view.js';
import { waitingWaiversView, waiversView } from './waivers.view.js';

const waiverForm = waiverBody
  .omit({ rule: true, start: true, end: true })
  .extend({ finding: findingKey });
const secondParams = draftParams.extend(waiverParams.shape);

/** Letting findings pass that block a draft and name nobody: two approvers, neither of them an author. */
@Controller()
export class WaiversPages {
  constructor(
    private readonly waivers: WaiversService,
    private readonly reading: DraftReadingService,
    private readonly cases: CaseReadingService,
    private readonly reviews: GuidanceReviews,
  ) {}

  @Get('waivers')
  @Action({ permission: 'draft:approve-high' })
  @View('drafts/waiting-waivers')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<PageView> {
    return waitingWaiversView(await this.waivers.listWaiting(actor, query), actor);
  }

  @Get('cases/:reference/drafts/:id/waivers')
  @Action({ permission: 'case:read' })
  @View('drafts/waivers')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
  ): Promise<PageView> {
    const file = fileOfCase(await this.reading.get(actor, params.id), params);
    const standing = await this.cases.standing(actor, file.found);
    return waiversView(file, actor, { sources: await this.reviews.rechecks(actor), standing });
  }

  @Post('cases/:reference/drafts/:id/waivers')
  @Action({ permission: 'draft:approve-high', audit: 'draft.finding-waived' })
  @FormOf('/cases/:reference/drafts/:id/waivers')
  async waive(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
    @Body({ schema: waiverForm }) { textHash, finding, reason }: z.output<typeof waiverForm>,
  ): Promise<SeeOther> {
    const { reference, id } = params;
    fileOfCase(await this.reading.get(actor, id), params);
    await this.waivers.waive(actor, id, { readHash: textHash, place: finding, reason });
    return seeOther(
      `/cases/${reference}/drafts/${id}/waivers`,
      'Your reason is recorded.',
      'The finding passes once another lead adviser agrees.',
    );
  }

  @Post('cases/:reference/drafts/:id/waivers/:waiver/second')
  @Action({ permission: 'draft:approve-high', audit: 'draft.waiver-seconded' })
  @FormOf('/cases/:reference/drafts/:id/waivers')
  async second(
    @CurrentActor() actor: Actor,
    @Param({ schema: secondParams }) params: z.output<typeof secondParams>,
    @Body({ schema: secondBody }) { textHash }: z.output<typeof secondBody>,
  ): Promise<SeeOther> {
    const { reference, id, waiver } = params;
    fileOfCase(await this.reading.get(actor, id), params);
    await this.waivers.second(actor, id, { waiverId: waiver, readHash: textHash });
    return seeOther(`/cases/${reference}/drafts/${id}/waivers`, 'Your agreement is recorded.');
  }
}
