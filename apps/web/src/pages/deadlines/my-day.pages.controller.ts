import { Controller, Get } from '@nestjs/common';
import { OpenDeadlines } from '#cases';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { Action } from '../../http/action.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { View } from '../../http/view.interceptor.js';
import { myDayView, SHOWN_DAYS } from './my-day.view.js';

const DAY = 86_400_000;
/** More than anybody keeps in the coming weeks. */
const MOST = 500;

/** A person's own deadlines by day: what is overdue, then the coming weeks. */
@Controller('work/deadlines')
export class MyDayPages {
  constructor(
    private readonly deadlines: OpenDeadlines,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('work/deadlines')
  async show(@CurrentActor() actor: Actor): Promise<PageView> {
    const before = new Date(this.clock.now().getTime() + SHOWN_DAYS * DAY);
    const { items, readAt } = await this.deadlines.listOwn(actor, { before, limit: MOST });
    return myDayView(items, readAt);
  }
}
