import { Injectable } from '@nestjs/common';
import { type DaysOff, startOfDay } from '#deadlines';
import { type Actor, scopeOfActor } from '#identity';
import { Clock, type OrganisationId } from '#kernel';
import { CalendarDays, type CalendarChange, type CalendarProposal } from '#knowledge';
import { Transactions } from '#platform';
import { type ClockOnCase, ClocksOverDay } from './clocks-over-day.repository.js';
import { type ClockDates, clockDates } from './clock-dates.js';

/** A running clock that a change of the calendar moves. */
export interface CalendarMove {
  readonly reference: string;
  readonly title: string;
  /** Civil dates, or instants for clocks that run in hours. */
  readonly from: string;
  readonly to: string;
}

/** What a change of the calendar moves: the first of the list, and how many in all. */
export interface CalendarMoves {
  readonly count: number;
  readonly moves: readonly CalendarMove[];
}

/** Shown by name; beyond that they are counted. */
const SHOWN = 20;

/** Says which running clocks a change of the calendar moves. */
@Injectable()
export class CalendarEffect {
  constructor(
    private readonly tx: Transactions,
    private readonly clocks: ClocksOverDay,
    private readonly calendars: CalendarDays,
    private readonly clock: Clock,
  ) {}

  /** What a change would move, of the cases that this person may know of. Nothing is changed. */
  preview(
    actor: Actor,
    change: CalendarProposal & Partial<Pick<CalendarChange, 'act'>>,
  ): Promise<CalendarMoves> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const daysOff = await this.calendars.after(actor.organisationId, change);
      const moving = (await this.listMoved(actor.organisationId, change, daysOff)).filter(
        ({ clock, dates }) => clock.dueAt?.getTime() !== dates.dueAt?.getTime(),
      );
      return { count: moving.length, moves: moving.slice(0, SHOWN).map(moveOf) };
    });
  }

  /**
   * The running clocks whose date, or whose way to it, is another with these days off. Runs inside the unit of work
   * of its caller.
   */
  async listMoved(
    organisationId: OrganisationId,
    { on }: Pick<CalendarProposal, 'on'>,
    daysOff: DaysOff,
  ): Promise<{ clock: ClockOnCase; dates: ClockDates }[]> {
    // A clock that starts or ends in another zone, or on the eve, is looked at once too often at most.
    const day = startOfDay(on, 'Europe/London');
    const clocks = await this.clocks.list(organisationId, day);
    const today = this.clock.now().toISOString().slice(0, 10);
    return clocks
      .map((clock) => ({ clock, dates: freshDates(clock, today, daysOff) }))
      .filter(({ clock, dates }) => hasMoved(clock, dates));
  }
}

function freshDates(clock: ClockOnCase, today: string, daysOff: DaysOff): ClockDates {
  const { deadline, jurisdiction, startTold: start, stated, pauses } = clock;
  return clockDates({ deadline, jurisdiction, start, stated, pauses }, today, daysOff);
}

function hasMoved({ dueAt, explanation }: ClockOnCase, fresh: ClockDates): boolean {
  return (
    dueAt?.getTime() !== fresh.dueAt?.getTime() ||
    explanation.steps.join('\n') !== fresh.explanation.steps.join('\n')
  );
}

function moveOf({ clock, dates }: { clock: ClockOnCase; dates: ClockDates }): CalendarMove {
  const { reference, title } = clock;
  return { reference, title, from: whenDue(clock), to: whenDue(dates) };
}

function whenDue({ dueOn, dueAt }: Pick<ClockDates, 'dueOn' | 'dueAt'>): string {
  return dueOn ?? dueAt?.toISOString() ?? '';
}
