import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CaseReadingService } from '#cases';
import type { Actor } from '#identity';
import { GuidanceReviews } from '#knowledge';
import { BreakGlassReviews, BreakGlassService, DraftReadingService, fileOfCase } from '#responses';
import {
  type BreakGlassBody,
  breakGlassBody,
  type BreakGlassReviewBody,
  breakGlassReviewBody,
  type DraftParams,
  draftParams,
} from '../../api/drafts/drafts.dto.js';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { breakGlassListView, breakGlassView } from './break-glass.view.js';

/** Letting a text out without the second person, and the watch over it. */
@Controller()
export class BreakGlassPages {
  constructor(
    private readonly glass: BreakGlassService,
    private readonly reviewing: BreakGlassReviews,
    private readonly reading: DraftReadingService,
    private readonly cases: CaseReadingService,
    private readonly reviews: GuidanceReviews,
  ) {}

  @Get('break-glass')
  @Action({ permission: ['audit:read', 'draft:approve-high'] })
  @View('drafts/broken-glass')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<PageView> {
    return breakGlassListView(await this.reviewing.list(actor, query), actor);
  }

  @Get('cases/:reference/drafts/:id/break-glass')
  @Action({ permission: ['release:break-glass', 'draft:approve-high'] })
  @View('drafts/break-glass')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
  ): Promise<PageView> {
    const file = fileOfCase(await this.reading.get(actor, params.id), params);
    const standing = await this.cases.standing(actor, file.found);
    const sources = await this.reviews.rechecks(actor);
    return breakGlassView(file, actor, { sources, standing });
  }

  @Post('cases/:reference/drafts/:id/break-glass')
  @Action({ permission: 'release:break-glass', audit: 'draft.glass-broken' })
  @FormOf('/cases/:reference/drafts/:id/break-glass')
  async release(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
    @Body({ schema: breakGlassBody }) { textHash, ...said }: BreakGlassBody,
  ): Promise<SeeOther> {
    const { reference, id } = params;
    fileOfCase(await this.reading.get(actor, id), params);
    await this.glass.release(actor, id, { ...said, readHash: textHash });
    return seeOther(
      `/cases/${reference}/drafts/${id}`,
      'The text is released.',
      'The lead advisers and the data protection officer are being told. Somebody else reviews it.',
    );
  }

  @Post('cases/:reference/drafts/:id/break-glass/review')
  @Action({ permission: 'draft:approve-high', audit: 'draft.glass-reviewed' })
  @FormOf('/cases/:reference/drafts/:id/break-glass')
  async review(
    @CurrentActor() actor: Actor,
    @Param({ schema: draftParams }) params: DraftParams,
    @Body({ schema: breakGlassReviewBody }) review: BreakGlassReviewBody,
  ): Promise<SeeOther> {
    const { reference, id } = params;
    fileOfCase(await this.reading.get(actor, id), params);
    await this.reviewing.review(actor, id, review);
    return seeOther(`/cases/${reference}/drafts/${id}`, 'Your review is recorded.');
  }
}
