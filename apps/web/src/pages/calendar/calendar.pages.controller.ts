import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CalendarEffect } from '#cases';
import type { Actor } from '#identity';
import { Clock, type Id } from '#kernel';
import { CalendarChanges } from '#knowledge';
import {
  type CalendarProposalBody,
  calendarProposalBody,
  type CalendarQuery,
  calendarQuery,
} from '../../api/calendar/calendar.dto.js';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import { NotKept } from '../../http/not-kept.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { calendarView, changePageView, checkView, newDayView } from './calendar.view.js';

/** The calendars of working days and the closures of the office: one person asks, another publishes. */
@Controller('admin/calendar')
export class CalendarPages {
  constructor(
    private readonly changes: CalendarChanges,
    private readonly effect: CalendarEffect,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: ['calendar:edit', 'calendar:publish'] })
  @View('admin/calendar/index')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: calendarQuery }) { calendar, year }: CalendarQuery,
  ): Promise<PageView> {
    const shown = { calendar, year: year ?? this.clock.now().getUTCFullYear() };
    return calendarView(actor, shown, await this.changes.list(actor));
  }

  @Get('new')
  @Action({ permission: 'calendar:edit' })
  @View('admin/calendar/new')
  start(): PageView {
    return newDayView();
  }

  @Post('new')
  @HttpCode(200)
  @NotKept()
  @Action({ permission: 'calendar:edit' })
  @FormOf('/admin/calendar/new')
  @View('admin/calendar/check')
  async check(
    @CurrentActor() actor: Actor,
    @Body({ schema: calendarProposalBody }) body: CalendarProposalBody,
  ): Promise<PageView> {
    await this.changes.check(actor, body);
    return checkView(body, await this.effect.preview(actor, body));
  }

  @Post()
  @Action({ permission: 'calendar:edit', audit: 'calendar.proposed' })
  @FormOf('/admin/calendar/new')
  async propose(
    @CurrentActor() actor: Actor,
    @Body({ schema: calendarProposalBody }) body: CalendarProposalBody,
  ): Promise<SeeOther> {
    const { id } = await this.changes.propose(actor, body);
    return seeOther(`/admin/calendar/${id}`, 'The day waits for a second person.', WAITS);
  }

  @Get(':id')
  @Action({ permission: ['calendar:edit', 'calendar:publish'] })
  @View('admin/calendar/show')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<PageView> {
    const change = await this.changes.get(actor, id);
    const asked = change.inForce ? { ...change, act: 'remove' as const } : change;
    const isOpen = change.inForce || change.state === 'proposed';
    const effect = isOpen ? await this.effect.preview(actor, asked) : undefined;
    return changePageView(actor, change, effect);
  }

  @Post(':id/removal')
  @Action({ permission: 'calendar:edit', audit: 'calendar.proposed' })
  @FormOf('/admin/calendar/:id')
  async remove(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<SeeOther> {
    const asked = await this.changes.proposeRemoval(actor, id);
    return seeOther(`/admin/calendar/${asked.id}`, 'The removal waits for a second person.', WAITS);
  }

  @Post(':id/publish')
  @Action({ permission: 'calendar:publish', audit: 'calendar.published' })
  @FormOf('/admin/calendar/:id')
  async publish(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<SeeOther> {
    await this.changes.publish(actor, id);
    return seeOther('/admin/calendar', 'The change is published.', 'Deadlines follow in a moment.');
  }

  @Post(':id/discard')
  @Action({ permission: ['calendar:edit', 'calendar:publish'], audit: 'calendar.discarded' })
  @FormOf('/admin/calendar/:id')
  async discard(
    @CurrentActor() actor: Actor,
    @Param({ schema: idParams }) { id }: { id: Id },
  ): Promise<SeeOther> {
    await this.changes.discard(actor, id);
    return seeOther('/admin/calendar', 'The change is discarded.');
  }
}

const WAITS = 'No deadline moves before a lead adviser has published it.';
