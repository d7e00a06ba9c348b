import { calendarOf, dayIn, placeOf, workingDaysUntil } from '#deadlines';
import { plural } from './filters.js';

/** How near a due date is; the colour follows it, the word says it. */
export type DeadlineState = 'none' | 'later' | 'soon' | 'today' | 'overdue' | 'met';

export interface DeadlineWord {
  state: DeadlineState;
  /** `due today`, `overdue 1 working day`, `due in 31 hours`; empty where there is nothing to say. */
  word: string;
}

/** Something that is due. */
export interface Due {
  /** Last moment. */
  dueAt: Date;
  /** Whether its clock counts hours, through nights and weekends; the others count days. */
  isDueByHour: boolean;
  /** Whose working days count. */
  jurisdiction: string;
}

/** From how many working days before the due date it counts as soon. */
const SOON = 2;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** So far from its end, on either side, a clock that counts hours is told in hours. */
const TOLD_IN_HOURS = 96 * HOUR;

/** Says how near something is: in hours where its clock counts hours, else in working days. */
export function dueWord(due: Due, now: Date): DeadlineWord {
  const left = due.dueAt.getTime() - now.getTime();
  return due.isDueByHour && Math.abs(left) < TOLD_IN_HOURS ? hourWord(left) : dayWord(due, now);
}

/**
 * Says how near a due date is.
 *
 * @param workingDaysLeft 0 on the day itself, negative when it has passed, null when there is no date.
 */
export function deadlineWord(workingDaysLeft: number | null): DeadlineWord {
  if (workingDaysLeft === null) return { state: 'none', word: 'no date set' };
  if (workingDaysLeft === 0) return { state: 'today', word: 'due today' };
  const days = plural(Math.abs(workingDaysLeft), 'working day');
  if (workingDaysLeft < 0) return { state: 'overdue', word: `overdue ${days}` };
  return { state: workingDaysLeft <= SOON ? 'soon' : 'later', word: `${days} left` };
}

/** @param left milliseconds; negative when the hours are over. */
function hourWord(left: number): DeadlineWord {
  const size = Math.abs(left);
  const told =
    size < HOUR
      ? plural(Math.floor(size / MINUTE), 'minute')
      : plural(Math.floor(size / HOUR), 'hour');
  if (left < 0) return { state: 'overdue', word: `overdue ${told}` };
  return { state: size < 24 * HOUR ? 'today' : 'soon', word: `due in ${told}` };
}

function dayWord({ dueAt, jurisdiction }: Due, now: Date): DeadlineWord {
  const [today, day] = [dayIn(now, jurisdiction), dayIn(dueAt, jurisdiction)];
  const left = workingDaysUntil(today, day, calendarOf(placeOf(jurisdiction)));
  if (left !== 0) return deadlineWord(left);
  // No working day lies between: that says nothing about which of the two days comes first.
  if (dueAt < now) return { state: 'overdue', word: day === today ? 'overdue today' : 'overdue' };
  return day === today ? deadlineWord(0) : { state: 'soon', word: 'before the next working day' };
}
