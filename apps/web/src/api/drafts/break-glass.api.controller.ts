import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import { BreakGlassReviews, BreakGlassService, DraftReadingService } from '#responses';
import { Action } from '../../http/action.js';
import { idParams, type ListQuery, listQuery } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { draftAnswer } from './drafts.answers.js';
import {
  type BreakGlassBody,
  breakGlassBody,
  type BreakGlassReviewBody,
  breakGlassReviewBody,
} from './drafts.dto.js';

/** Texts that one person alone lets out because a life is in danger. No token holds the rights for it. */
@Controller('api/v1')
export class BreakGlassApi {
  constructor(
    private readonly glass: BreakGlassService,
    private readonly reviews: BreakGlassReviews,
    private readonly reading: DraftReadingService,
  ) {}

  @Get('break-glass')
  @Action({ permission: ['audit:read', 'draft:approve-high'] })
  list(@CurrentActor() actor: Actor, @Query({ schema: listQuery }) query: ListQuery) {
    return this.reviews.list(actor, query);
  }

  @Post('drafts/:id/break-glass')
  @HttpCode(200)
  @Action({ permission: 'release:break-glass', audit: 'draft.glass-broken' })
  async release(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: breakGlassBody }) { textHash, ...said }: BreakGlassBody,
  ) {
    await this.glass.release(actor, id, { ...said, readHash: textHash });
    return draftAnswer(await this.reading.get(actor, id));
  }

  @Post('drafts/:id/break-glass/review')
  @HttpCode(200)
  @Action({ permission: 'draft:approve-high', audit: 'draft.glass-reviewed' })
  async review(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: string },
    @Body({ schema: breakGlassReviewBody }) review: BreakGlassReviewBody,
  ) {
    await this.reviews.review(actor, id, review);
    return draftAnswer(await this.reading.get(actor, id));
  }
}
