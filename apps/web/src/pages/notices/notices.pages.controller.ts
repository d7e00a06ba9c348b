import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import { Notices } from '#notifications';
import { type NoticesQuery, noticesQuery } from '../../api/notices/notices.dto.js';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { NoticeCount } from '../../http/notice-count.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { noticesView } from './notices.view.js';

/** What a person was told. */
@Controller('notices')
export class NoticesPages {
  constructor(
    private readonly notices: Notices,
    private readonly count: NoticeCount,
  ) {}

  @Get()
  @Action({ permission: 'signed-in' })
  @View('notices/index')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: noticesQuery }) query: NoticesQuery,
  ): Promise<PageView> {
    return noticesView(await this.notices.list(actor, query));
  }

  @Post('read')
  @Action({ permission: 'signed-in' })
  async readAll(@CurrentActor() actor: Actor): Promise<SeeOther> {
    await this.notices.markAllRead(actor);
    this.count.forget(actor);
    return seeOther('/notices', 'All notices are marked as read.');
  }

  @Post(':id/read')
  @Action({ permission: 'signed-in' })
  async read(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<SeeOther> {
    await this.notices.markRead(actor, id);
    this.count.forget(actor);
    return seeOther('/notices', 'The notice is marked as read.');
  }
}
