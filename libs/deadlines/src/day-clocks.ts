import { addDays, addMonths, sayDate, weekdayOf, type CivilDate } from './civil-date.js';
import type { ClockEnd, DeadlineStep } from './deadline-answer.js';
import {
  addWorkingDays,
  restOn,
  workingDayOnOrAfter,
  type CalendarChoice,
} from './working-days.js';

/** A run of days that are all counted, or all left out for the same reason. */
interface DayRun {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly rest: string | undefined;
  readonly count: number;
}

/** Counts working days from the day after `start`. */
export function runWorkingDays(
  start: CivilDate,
  amount: number,
  calendar: CalendarChoice,
): ClockEnd {
  const due = addWorkingDays(start, amount, calendar);
  let counted = 0;
  const steps = dayRuns(addDays(start, 1), due, calendar).map((run): DeadlineStep => {
    const before = counted;
    if (run.rest === undefined) counted += run.count;
    return stepOf(
      run,
      run.rest === undefined ? countNote(before + 1, counted) : restNote(run.rest),
    );
  });
  return { due, steps };
}

/** Counts every day from the day after `start`. */
export function runCalendarDays(start: CivilDate, amount: number): ClockEnd {
  const due = addDays(start, amount);
  const note = `Days 1 to ${amount}: every day counts, weekends and holidays too.`;
  return { due, steps: [{ on: addDays(start, 1), until: due, note }] };
}

/** Goes to the same day of a later month, or to that month's last day. */
export function runMonths(start: CivilDate, months: number): ClockEnd {
  const due = addMonths(start, months);
  const isClamped = due.slice(8) !== start.slice(8);
  const said = months % 12 === 0 ? plural(months / 12, 'year') : plural(months, 'month');
  const note = isClamped
    ? `${said} later there is no day ${Number(start.slice(8))}: the month’s last day counts.`
    : `The same day of the month, ${said} later.`;
  return { due, steps: [{ on: due, note }] };
}

/** Moves an end on a non-working day to the next working day. */
export function rollForward(end: ClockEnd, calendar: CalendarChoice): ClockEnd {
  const rest = restOn(end.due, calendar);
  if (rest === undefined) return end;
  const due = workingDayOnOrAfter(end.due, calendar);
  const note = `The last day is no working day (${dayWord(end.due, rest)}): it moves to ${sayDate(due)}.`;
  return { due, steps: [...end.steps, { on: end.due, note }] };
}

/** Warns where the end of a clock that does not move falls on a day off. */
export function noteDayOff(end: ClockEnd, calendar: CalendarChoice): ClockEnd {
  const rest = restOn(end.due, calendar);
  if (rest === undefined) return end;
  const note = `This is no working day (${dayWord(end.due, rest)}), and this limit does not move.`;
  return { ...end, steps: [...end.steps, { on: end.due, note }] };
}

function dayRuns(from: CivilDate, until: CivilDate, calendar: CalendarChoice): DayRun[] {
  const runs: DayRun[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const rest = restOn(day, calendar);
    const last = runs.at(-1);
    if (last && last.rest === rest) {
      runs[runs.length - 1] = { ...last, until: day, count: last.count + 1 };
    } else {
      runs.push({ from: day, until: day, rest, count: 1 });
    }
  }
  return runs;
}

function stepOf({ from, until }: DayRun, note: string): DeadlineStep {
  return from === until ? { on: from, note } : { on: from, until, note };
}

function countNote(first: number, last: number): string {
  return first === last ? `Working day ${first}.` : `Working days ${first} to ${last}.`;
}

function restNote(rest: string): string {
  return rest === 'weekend' ? 'Weekend, not counted.' : `${rest}, not counted.`;
}

function dayWord(on: CivilDate, rest: string): string {
  if (rest !== 'weekend') return rest;
  return weekdayOf(on) === 6 ? 'a Saturday' : 'a Sunday';
}

function plural(amount: number, unit: string): string {
  return amount === 1 ? `one ${unit}` : `${amount} ${unit}s`;
}
