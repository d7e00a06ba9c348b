import { plural } from './filters.js';

/** How near a due date is; the colour follows it, the word says it. */
export type DeadlineState = 'none' | 'later' | 'soon' | 'today' | 'overdue' | 'met';

export interface DeadlineWord {
  state: DeadlineState;
  /** `due today`, `overdue 1 working day`; empty where there is nothing to say. */
  word: string;
}

/** From how many working days before the due date it counts as soon. */
const SOON = 2;

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
