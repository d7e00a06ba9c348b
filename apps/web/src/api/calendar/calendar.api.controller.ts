import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CalendarEffect } from '#cases';
import type { Actor } from '#identity';
import { Clock, type Id } from '#kernel';
import { CalendarChanges, type CalendarPlace } from '#knowledge';
import { Action } from '../../http/action.js';
import { idParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { changeView, daysOf } from './calendar.api-view.js';
import {
  calendarParams,
  type CalendarProposalBody,
  calendarProposalBody,
  type YearQuery,
  yearQuery,
} from './calendar.dto.js';

/** Calendars of working days, for programs: what is in them, what is asked for, what it would move. */
@Controller('api/v1')
export class CalendarApi {
  constructor(
    private readonly changes: CalendarChanges,
    private readonly effect: CalendarEffect,
    private readonly clock: Clock,
  ) {}

  @Get('calendars/:calendar')
  @Action({ permission: ['calendar:edit', 'calendar:publish'] })
  async days(
    @CurrentActor() actor: Actor,
    @Param({ schema: calendarParams }) { calendar }: { calendar: CalendarPlace },
    @Query({ schema: yearQuery }) query: YearQuery,
  ) {
    const year = query.year ?? this.clock.now().getUTCFullYear();
    const days = daysOf(calendar, year, await this.changes.list(actor));
    return {
      calendar,
      year,
      items: days.map(({ change, ...day }) => ({ ...day, change: change?.id ?? null })),
    };
  }

  @Get('calendar-changes')
  @Action({ permission: ['calendar:edit', 'calendar:publish'] })
  async list(@CurrentActor() actor: Actor) {
    return { items: (await this.changes.list(actor)).map(changeView), next: null };
  }

  @Post('calendar-changes/effect')
  @HttpCode(200)
  @Action({ permission: 'calendar:edit' })
  foresee(
    @CurrentActor() actor: Actor,
    @Body({ schema: calendarProposalBody }) body: CalendarProposalBody,
  ) {
    return this.effect.preview(actor, body);
  }

  @Post('calendar-changes')
  @Action({ permission: 'calendar:edit', audit: 'calendar.proposed' })
  async propose(
    @CurrentActor() actor: Actor,
    @Body({ schema: calendarProposalBody }) body: CalendarProposalBody,
  ) {
    return changeView(await this.changes.propose(actor, body));
  }

  @Get('calendar-changes/:id')
  @Action({ permission: ['calendar:edit', 'calendar:publish'] })
  async show(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: Id }) {
    const change = await this.changes.get(actor, id);
    const waits = change.state === 'proposed';
    return {
      ...changeView(change),
      effect: waits ? await this.effect.preview(actor, change) : null,
    };
  }

  @Post('calendar-changes/:id/removal')
  @Action({ permission: 'calendar:edit', audit: 'calendar.proposed' })
  async remove(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: Id }) {
    return changeView(await this.changes.proposeRemoval(actor, id));
  }

  @Post('calendar-changes/:id/publication')
  @Action({ permission: 'calendar:publish', audit: 'calendar.published' })
  async publish(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: Id }) {
    await this.changes.publish(actor, id);
    return changeView(await this.changes.get(actor, id));
  }

  @Post('calendar-changes/:id/discarding')
  @Action({ permission: ['calendar:edit', 'calendar:publish'], audit: 'calendar.discarded' })
  async discard(@CurrentActor() actor: Actor, @Param({ schema: idParams }) { id }: { id: Id }) {
    await this.changes.discard(actor, id);
    return changeView(await this.changes.get(actor, id));
  }
}
