import { type Case, readMoment } from '#cases';
import { addDays, isCivilDate, isJurisdiction, startOfDay, zoneOf } from '#deadlines';
import { wrongTimes } from './enquiry.js';

/**
 * A moment as a person tells it, by the clock of the case's nation; null where nothing was told. A date alone means
 * the last second of that day.
 *
 * @throws Invalid `enquiry-times-wrong` at the field
 */
export function momentIn<Field extends string>(
  { jurisdiction }: Pick<Case, 'jurisdiction'>,
  told: Readonly<Record<Field, string>>,
  field: Field,
): Date | null {
  const text = told[field];
  if (text === '') return null;
  const at = readMoment(text, jurisdiction);
  if (at === undefined) throw wrongTimes([{ field, message: 'Enter a real date and time' }]);
  if (!isCivilDate(at)) return new Date(at);
  const zone = zoneOf(isJurisdiction(jurisdiction) ? jurisdiction : 'england');
  return new Date(startOfDay(addDays(at, 1), zone).getTime() - 1000);
}
