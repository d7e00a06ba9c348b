import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import { type Notice, Notices } from '#notifications';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { type NoticesQuery, noticesQuery } from './notices.dto.js';

/** What the person of a token was told, for programs. */
@Controller('api/v1/notices')
export class NoticesApi {
  constructor(private readonly notices: Notices) {}

  @Get()
  @Action({ permission: 'signed-in' })
  async list(@CurrentActor() actor: Actor, @Query({ schema: noticesQuery }) query: NoticesQuery) {
    const { items, next } = await this.notices.list(actor, query);
    return { items: items.map(shown), next, unread: await this.notices.countUnread(actor) };
  }

  @Post('read')
  @HttpCode(204)
  @Action({ permission: 'signed-in' })
  async readAll(@CurrentActor() actor: Actor): Promise<void> {
    await this.notices.markAllRead(actor);
  }

  @Post(':id/read')
  @HttpCode(204)
  @Action({ permission: 'signed-in' })
  async read(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<void> {
    await this.notices.markRead(actor, id);
  }
}

function shown({ id, kind, reference, createdAt, readAt, settledAt }: Notice) {
  return { id, kind, reference, createdAt, readAt, settledAt };
}
