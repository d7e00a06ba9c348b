import * as fc from 'fast-check';
import { addDays, isWeekend, weekdayOf } from './civil-date.js';
import { easterSunday } from './easter.js';
import { holidayOn, holidaysOf } from './holidays.js';
import { CALENDAR_NAMES, type CalendarName } from './jurisdictions.js';

/** Easter Sundays 1990 to 2040, month and day, from published tables. */
const EASTERS =
  '0415 0331 0419 0411 0403 0416 0407 0330 0412 0404 0423 0415 0331 0420 0411 0327 0416 0408 0323 0412 0404 0424 0408 0331 0420 0405 0327 0416 0401 0421 0412 0404 0417 0409 0331 0420 0405 0328 0416 0401 0421 0413 0328 0417 0409 0325 0413 0405 0425 0410 0401'.split(
    ' ',
  );

const year = fc.integer({ min: 1996, max: 2100 });
const calendar = fc.constantFrom(...CALENDAR_NAMES);

function datesOf(name: CalendarName, inYear: number): string {
  return holidaysOf(name, inYear)
    .map(({ on }) => on.slice(5).replace('-', ''))
    .join(' ');
}

describe('Easter', () => {
  it.each(EASTERS.map((day, index) => [1990 + index, day]))('of %i is on %s', (inYear, day) => {
    expect(easterSunday(Number(inYear)).slice(5).replace('-', '')).toBe(day);
  });

  it('is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (inYear) => {
        const easter = easterSunday(inYear);
        expect(weekdayOf(easter)).toBe(0);
        expect(easter >= `${inYear}-03-22` && easter <= `${inYear}-04-25`).toBe(true);
      }),
    );
  });
});

describe('holidays of a year', () => {
  const published: [CalendarName, number, string][] = [
    ['england_wales', 2017, '0102 0414 0417 0501 0529 0828 1225 1226'],
    ['england_wales', 2018, '0101 0330 0402 0507 0528 0827 1225 1226'],
    ['england_wales', 2019, '0101 0419 0422 0506 0527 0826 1225 1226'],
    ['england_wales', 2020, '0101 0410 0413 0508 0525 0831 1225 1228'],
    ['england_wales', 2021, '0101 0402 0405 0503 0531 0830 1227 1228'],
    ['england_wales', 2022, '0103 0415 0418 0502 0602 0603 0829 0919 1226 1227'],
    ['england_wales', 2023, '0102 0407 0410 0501 0508 0529 0828 1225 1226'],
    ['england_wales', 2026, '0101 0403 0406 0504 0525 0831 1225 1228'],
    ['england_wales', 2027, '0101 0326 0329 0503 0531 0830 1227 1228'],
    ['england_wales', 2024, '0101 0329 0401 0506 0527 0826 1225 1226'],
    ['england_wales', 2025, '0101 0418 0421 0505 0526 0825 1225 1226'],
    ['scotland', 2024, '0101 0102 0329 0506 0527 0805 1202 1225 1226'],
    ['scotland', 2025, '0101 0102 0418 0505 0526 0804 1201 1225 1226'],
    ['northern_ireland', 2023, '0102 0317 0407 0410 0501 0508 0529 0712 0828 1225 1226'],
    ['northern_ireland', 2025, '0101 0317 0418 0421 0505 0526 0714 0825 1225 1226'],
    ['ireland', 2025, '0101 0203 0317 0421 0505 0602 0804 1027 1225 1226'],
    ['scotland', 2017, '0102 0103 0414 0501 0529 0807 1130 1225 1226'],
    ['scotland', 2018, '0101 0102 0330 0507 0528 0806 1130 1225 1226'],
    ['scotland', 2022, '0103 0104 0415 0502 0602 0603 0801 0919 1130 1226 1227'],
    ['scotland', 2026, '0101 0102 0403 0504 0525 0615 0803 1130 1225 1228'],
    ['northern_ireland', 2024, '0101 0318 0329 0401 0506 0527 0712 0826 1225 1226'],
    ['northern_ireland', 2026, '0101 0317 0403 0406 0504 0525 0713 0831 1225 1228'],
    ['ireland', 2022, '0101 0317 0318 0418 0502 0606 0801 1031 1225 1226'],
    ['ireland', 2023, '0101 0206 0317 0410 0501 0605 0807 1030 1225 1226'],
    ['ireland', 2026, '0101 0202 0317 0406 0504 0601 0803 1026 1225 1226'],
    ['ireland', 2030, '0101 0201 0317 0422 0506 0603 0805 1028 1225 1226'],
  ];

  it.each(published)('%s %i are those published', (name, inYear, dates) => {
    expect(datesOf(name, inYear)).toBe(dates);
  });

  it('names a day that was moved or added once', () => {
    expect(holidayOn('2023-05-08', 'scotland')?.name).toBe('King’s Coronation');
    expect(holidayOn('2026-06-15', 'scotland')?.name).toBe('World Cup bank holiday');
    expect(holidayOn('2026-06-15', 'england_wales')).toBeUndefined();
    expect(holidayOn('2022-05-30', 'england_wales')).toBeUndefined();
  });

  it('says which day is a substitute', () => {
    expect(holidayOn('2027-12-27', 'england_wales')?.name).toBe('Christmas Day (substitute day)');
    expect(holidayOn('2027-12-28', 'england_wales')?.name).toBe('Boxing Day (substitute day)');
  });

  it('leaves Irish public holidays on their weekend, and Good Friday a working day', () => {
    expect(holidayOn('2027-12-27', 'ireland')).toBeUndefined();
    expect(holidayOn('2027-03-26', 'ireland')).toBeUndefined();
  });

  it('never keeps two holidays on one day, nor a British one on a weekend', () => {
    fc.assert(
      fc.property(calendar, year, (name, inYear) => {
        const days = holidaysOf(name, inYear).map(({ on }) => on);
        expect(new Set(days).size).toBe(days.length);
        if (name !== 'ireland') expect(days.filter(isWeekend)).toEqual([]);
      }),
    );
  });

  it('keeps a substitute right after the weekend or the holidays that follow it', () => {
    fc.assert(
      fc.property(calendar, year, (name, inYear) => {
        for (const { on, name: title } of holidaysOf(name, inYear)) {
          if (!title.includes('substitute')) continue;
          const before = addDays(on, -1);
          expect(isWeekend(before) || holidayOn(before, name) !== undefined).toBe(true);
        }
      }),
    );
  });
});
