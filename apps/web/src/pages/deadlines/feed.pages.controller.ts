import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { CalendarFeeds, feedText } from '#notifications';
import { Action } from '../../http/action.js';
import { NotKept } from '../../http/not-kept.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';

/** A person's private calendar feed: made and ended in the settings, read by their calendar without a session. */
@Controller()
export class FeedPages {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly clock: Clock,
  ) {}

  @Post('my/settings/feed')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'case:read', audit: 'feed.made' })
  @View('settings/feed')
  async make(@CurrentActor() actor: Actor): Promise<PageView> {
    const address = await this.feeds.make(actor);
    const breadcrumbs = [{ text: 'My settings', href: '/my/settings' }];
    return { page: { title: 'Your calendar address', breadcrumbs }, address };
  }

  @Post('my/settings/feed/end')
  @Action({ permission: 'case:read', audit: 'feed.revoked' })
  async revoke(@CurrentActor() actor: Actor): Promise<SeeOther> {
    await this.feeds.revoke(actor);
    return seeOther('/my/settings', 'The calendar address does not work any more.');
  }

  @Get('feeds/:secret')
  @Action({ permission: 'public' })
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  async read(@Param('secret') secret: string): Promise<string> {
    return feedText(await this.feeds.read(secret), this.clock.now());
  }
}
