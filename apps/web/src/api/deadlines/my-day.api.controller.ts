import { Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { OpenDeadlines } from '#cases';
import type { Actor } from '#identity';
import { CalendarFeeds } from '#notifications';
import { Action } from '../../http/action.js';
import { NotKept } from '../../http/not-kept.js';
import { CurrentActor } from '../../http/request-context.js';
import { type NoticesQuery, noticesQuery } from '../notices/notices.dto.js';

/** The running clocks of a person's own cases, and their calendar feed, for programs. */
@Controller('api/v1')
export class MyDayApi {
  constructor(
    private readonly deadlines: OpenDeadlines,
    private readonly feeds: CalendarFeeds,
  ) {}

  @Get('deadlines')
  @Action({ permission: 'case:read' })
  async list(@CurrentActor() actor: Actor, @Query({ schema: noticesQuery }) query: NoticesQuery) {
    const { items, next } = await this.deadlines.listOwn(actor, query);
    return { items, next };
  }

  @Post('me/calendar-feed')
  @NotKept()
  @Action({ permission: 'case:read', audit: 'feed.made' })
  async makeFeed(@CurrentActor() actor: Actor) {
    return { address: await this.feeds.make(actor) };
  }

  @Delete('me/calendar-feed')
  @HttpCode(204)
  @Action({ permission: 'case:read', audit: 'feed.revoked' })
  async revokeFeed(@CurrentActor() actor: Actor): Promise<void> {
    await this.feeds.revoke(actor);
  }
}
