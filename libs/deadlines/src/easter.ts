import { civilDate, type CivilDate } from './civil-date.js';

/**
 * Easter Sunday of a year in the Gregorian calendar.
 *
 * @source Meeus, Astronomical Algorithms, chapter 8 (the anonymous Gregorian computus of 1876).
 */
export function easterSunday(year: number): CivilDate {
  const goldenYear = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * goldenYear + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((goldenYear + 11 * epact + 22 * toSunday) / 451);
  const fromMarch = epact + toSunday - 7 * lateMoon + 114;
  return civilDate(year, Math.floor(fromMarch / 31), (fromMarch % 31) + 1);
}
