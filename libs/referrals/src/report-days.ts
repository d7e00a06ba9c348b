import { addWorkingDays, calendarOf, civilDateIn, isJurisdiction } from '#deadlines';
import { findPlatform } from '#guidance';
import { isWaiting, type ModeratorReport, type StepNote } from './moderator-report.js';

/**
 * The civil day on which a report is chased: so many working days of the case's nation after it was sent or
 * appealed as the pack says. An acknowledgement leaves the day as it is; once answered, there is none.
 */
export function chaseDayOf(
  { platform, chaseOn }: Pick<ModeratorReport, 'platform' | 'chaseOn'>,
  { to, happenedOn }: Pick<StepNote, 'to' | 'happenedOn'>,
  jurisdiction: string,
): string | null {
  if (!isWaiting(to)) return null;
  if (to === 'acknowledged') return chaseOn;
  const nation = isJurisdiction(jurisdiction) ? jurisdiction : 'england';
  const days = findPlatform(platform)?.chaseAfterWorkingDays ?? 7;
  return addWorkingDays(happenedOn, days, calendarOf(nation));
}

/** London and Dublin are always at the same hour. */
export function dayOf(instant: Date): string {
  return civilDateIn(instant, 'Europe/London');
}
