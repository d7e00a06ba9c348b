import { Injectable } from '@nestjs/common';
import { type DaysOff, NO_DAYS_OFF, withDayOff, withoutDayOff } from '#deadlines';
import type { Id, OrganisationId } from '#kernel';
import type { CalendarChange, CalendarProposal } from './calendar-change.js';
import { CalendarChangeRepository } from './calendar-change.repository.js';

/** Says which days an organisation added to the shipped calendars. Runs inside the unit of work of its caller. */
@Injectable()
export class CalendarDays {
  constructor(private readonly changes: CalendarChangeRepository) {}

  /** The days that count now. */
  async inForce(organisationId: OrganisationId): Promise<DaysOff> {
    const days = await this.changes.listInForce(organisationId);
    return days.reduce<DaysOff>(
      (all, { calendar, on, name }) => withDayOff(all, calendar, { on, name }),
      NO_DAYS_OFF,
    );
  }

  /** The days as they would be with a change. */
  async after(
    organisationId: OrganisationId,
    change: CalendarProposal & Partial<Pick<CalendarChange, 'act'>>,
  ): Promise<DaysOff> {
    const days = await this.inForce(organisationId);
    const { calendar, on, name, act } = change;
    return act === 'remove'
      ? withoutDayOff(days, calendar, on)
      : withDayOff(days, calendar, { on, name });
  }

  /** One change that was published. @throws NotFound `calendar-change-not-found` */
  change(organisationId: OrganisationId, id: Id): Promise<CalendarChange> {
    return this.changes.get(organisationId, id);
  }
}
