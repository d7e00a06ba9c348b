import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Actor, can } from '#identity';
import { GuidanceReviews } from '#knowledge';
import { TemplateCatalogue } from '#responses';
import {
  type CheckFields,
  checkFields,
  type EditionParams,
  editionParams,
  type LibraryQuery,
  libraryQuery,
  type TasksQuery,
  tasksQuery,
} from '../../api/guidance/guidance.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { checkView, libraryView, placesView, tasksView } from './guidance.view.js';
import { listLibrary } from './library.js';

/** The library of guidance, and the watch over how current it is. */
@Controller()
export class GuidancePages {
  constructor(
    private readonly reviews: GuidanceReviews,
    private readonly templates: TemplateCatalogue,
  ) {}

  @Get('guidance')
  @Action({ permission: 'guidance:read' })
  @View('guidance/library')
  async library(
    @CurrentActor() actor: Actor,
    @Query({ schema: libraryQuery }) query: LibraryQuery,
  ): Promise<PageView> {
    const rechecks = await this.reviews.rechecksWithLinks(actor);
    const sources = listLibrary(query, rechecks, this.templates);
    return libraryView(query, sources, can(actor, 'guidance:review'));
  }

  @Get('guidance/places')
  @Action({ permission: 'guidance:read' })
  @View('guidance/places')
  places(): PageView {
    return placesView();
  }

  @Get('admin/guidance')
  @Action({ permission: 'guidance:review' })
  @View('guidance/tasks')
  async tasks(
    @CurrentActor() actor: Actor,
    @Query({ schema: tasksQuery }) { page }: TasksQuery,
  ): Promise<PageView> {
    return tasksView(await this.reviews.listTasks(actor), page);
  }

  @Get('admin/guidance/:key/:edition')
  @Action({ permission: 'guidance:review' })
  @View('guidance/check')
  async check(
    @CurrentActor() actor: Actor,
    @Param({ schema: editionParams }) params: EditionParams,
  ): Promise<PageView> {
    const { today } = await this.reviews.rechecks(actor);
    return checkView(params, today);
  }

  @Post('admin/guidance/:key/:edition')
  @Action({ permission: 'guidance:review', audit: 'guidance.rechecked' })
  @FormOf('/admin/guidance/:key/:edition')
  async record(
    @CurrentActor() actor: Actor,
    @Param({ schema: editionParams }) params: EditionParams,
    @Body({ schema: checkFields }) form: CheckFields,
  ): Promise<SeeOther> {
    await this.reviews.record(actor, { ...params, ...form });
    return seeOther('/admin/guidance', 'The look is recorded.', 'Its warning ends here at once.');
  }
}
