import { type Case, readMoment } from '#cases';
import { isCivilDate } from '#deadlines';
import { captureWrong } from './evidence-refusals.js';

/**
 * A day and time as a person tells it: an instant, or by the clock of the case's nation.
 *
 * @throws Invalid `evidence-wrong` at the field, for what is no time or lies ahead
 */
export function readPast(
  { jurisdiction }: Pick<Case, 'jurisdiction'>,
  told: string,
  { field, now }: { field: string; now: Date },
): Date {
  const at = readMoment(told, jurisdiction);
  if (at === undefined || isCivilDate(at)) throw captureWrong(field, 'Enter a real day and time');
  const moment = new Date(at);
  if (moment > now) throw captureWrong(field, 'Enter a day and time that is not in the future');
  return moment;
}
