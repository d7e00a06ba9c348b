import type { ClockEnd, DeadlineStep } from './deadline-answer.js';
import type { Zone } from './jurisdictions.js';
import { civilDateIn, nextMidnight, offsetAt, sayInstant, writeInstant } from './local-time.js';
import { restOn, type CalendarChoice } from './working-days.js';

const HOUR_MS = 3_600_000;

/** Counts hours that never stand still. */
export function runElapsedHours(start: Date, hours: number, zone: Zone): ClockEnd {
  const due = new Date(start.getTime() + hours * HOUR_MS);
  const steps: DeadlineStep[] = [
    {
      on: writeInstant(start),
      note: `${hours} hours run on through nights, weekends and holidays, until ${sayInstant(due, zone)}.`,
    },
  ];
  if (offsetAt(start, zone) !== offsetAt(due, zone)) {
    steps.push({
      on: writeInstant(due),
      note: 'The clocks change in between: real hours count, so the time of day differs by one hour.',
    });
  }
  return { due: writeInstant(due), steps };
}

/** Counts hours, day and night, that stand still on the non-working days of a calendar. */
export function runHoursOfWorkingDays(
  start: Date,
  hours: number,
  place: { zone: Zone; calendar: CalendarChoice },
): ClockEnd {
  const steps: DeadlineStep[] = [];
  let left = hours * HOUR_MS;
  let at = start;
  for (;;) {
    const on = civilDateIn(at, place.zone);
    const midnight = nextMidnight(at, place.zone);
    const rest = restOn(on, place.calendar);
    if (rest !== undefined) {
      steps.push({ on, note: `${rest === 'weekend' ? 'Weekend' : rest}: the hours stand still.` });
    } else {
      const spent = Math.min(left, midnight.getTime() - at.getTime());
      left -= spent;
      steps.push({ on, note: `${sayHours(spent)} counted, ${sayHours(left)} left.` });
      if (left === 0) return { due: writeInstant(new Date(at.getTime() + spent)), steps };
    }
    at = midnight;
  }
}

function sayHours(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  const said = `${Math.floor(minutes / 60)} h`;
  return minutes % 60 === 0 ? said : `${said} ${minutes % 60} min`;
}
