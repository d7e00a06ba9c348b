import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { listJurisdictionPacks, SHIPPED_REGULATORS } from '#guidance';
import type { Actor } from '#identity';
import { GuidanceReviews } from '#knowledge';
import { TemplateCatalogue } from '#responses';
import { Action } from '../../http/action.js';
import { CurrentActor } from '../../http/request-context.js';
import { listLibrary } from '../../pages/guidance/library.js';
import { type CheckBody, checkBody, type GuidanceQuery, guidanceQuery } from './guidance.dto.js';

/** The library of guidance, for programs. Lists are whole: they change with a release, not with use. */
@Controller('api/v1')
export class GuidanceApi {
  constructor(
    private readonly reviews: GuidanceReviews,
    private readonly templates: TemplateCatalogue,
  ) {}

  @Get('guidance')
  @Action({ permission: 'guidance:read' })
  async list(@CurrentActor() actor: Actor, @Query({ schema: guidanceQuery }) query: GuidanceQuery) {
    const rechecks = await this.reviews.rechecksWithLinks(actor);
    return { items: listLibrary(query, rechecks, this.templates), next: null };
  }

  @Get('guidance/tasks')
  @Action({ permission: 'guidance:review' })
  async tasks(@CurrentActor() actor: Actor) {
    return { items: await this.reviews.listTasks(actor), next: null };
  }

  @Post('guidance/checks')
  @HttpCode(201)
  @Action({ permission: 'guidance:review', audit: 'guidance.rechecked' })
  async record(@CurrentActor() actor: Actor, @Body({ schema: checkBody }) body: CheckBody) {
    await this.reviews.record(actor, body);
    return body;
  }

  @Get('jurisdictions')
  @Action({ permission: 'guidance:read' })
  places() {
    return { items: listJurisdictionPacks(), next: null };
  }

  @Get('regulators')
  @Action({ permission: 'guidance:read' })
  regulators() {
    return { items: SHIPPED_REGULATORS.list(), next: null };
  }
}
