import * as fc from 'fast-check';
import { addDays, addMonths, civilDate, daysBetween, isCivilDate } from './civil-date.js';
import { CALENDAR_NAMES } from './jurisdictions.js';
import { addWorkingDays, isWorkingDay, workingDaysUntil } from './working-days.js';

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days));
const calendar = fc.constantFrom(...CALENDAR_NAMES);
const few = fc.integer({ min: 1, max: 40 });

describe('civil dates', () => {
  it.each(['2025-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '', 'today'])(
    'refuses %p',
    (text) => expect(isCivilDate(text)).toBe(false),
  );

  it('knows 29 February of leap years', () => expect(isCivilDate('2028-02-29')).toBe(true));

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it('counts back what it counted forward', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -9000, max: 9000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('runs a day beyond the month into the next', () => {
    expect(civilDate(2026, 12, 32)).toBe('2027-01-01');
  });
});

describe('working days', () => {
  it('leave out weekends and the holidays of their own calendar only', () => {
    expect(isWorkingDay('2026-11-28', 'scotland')).toBe(false);
    expect(isWorkingDay('2026-11-30', 'scotland')).toBe(false);
    expect(isWorkingDay('2026-11-30', 'england_wales')).toBe(true);
    expect(isWorkingDay('2026-04-06', 'scotland')).toBe(true);
    expect(isWorkingDay('2026-07-13', 'northern_ireland')).toBe(false);
  });

  it('leave out a holiday added to the calendar', () => {
    const added = {
      name: 'england_wales' as const,
      extraHolidays: [{ on: '2026-11-24', name: 'Proclaimed day' }],
    };
    expect(isWorkingDay('2026-11-24', added)).toBe(false);
    expect(isWorkingDay('2026-12-25', added)).toBe(false);
    expect(isWorkingDay('2026-11-25', added)).toBe(true);
  });

  it('go over the turn of the year', () => {
    expect(addWorkingDays('2026-12-24', 3, 'england_wales')).toBe('2026-12-31');
    expect(addWorkingDays('2026-12-24', 4, 'england_wales')).toBe('2027-01-04');
    expect(addWorkingDays('2026-12-31', 1, 'scotland')).toBe('2027-01-05');
  });

  it('never end on a day off, and count to what was added', () => {
    fc.assert(
      fc.property(day, few, calendar, (from, days, name) => {
        const due = addWorkingDays(from, days, name);
        expect(isWorkingDay(due, name)).toBe(true);
        expect(workingDaysUntil(from, due, name)).toBe(days);
        expect(workingDaysUntil(due, from, name)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('are fewer than none once the due date is past', () => {
    expect(workingDaysUntil('2026-11-24', '2026-11-20', 'england_wales')).toBe(-2);
    expect(workingDaysUntil('2026-11-20', '2026-11-20', 'england_wales')).toBe(0);
    expect(workingDaysUntil('2026-11-20', '2026-11-24', 'england_wales')).toBe(2);
  });

  it('between two dates are those that a count day by day finds, days of one’s own included', () => {
    fc.assert(
      fc.property(day, fc.nat(900), calendar, fc.array(fc.nat(900)), (on, later, name, closed) => {
        const due = addDays(on, later);
        const own = {
          name,
          extraHolidays: closed.map((days) => ({ on: addDays(on, days), name: 'Closed' })),
        };
        let counted = 0;
        for (let at = addDays(on, 1); at <= due; at = addDays(at, 1)) {
          if (isWorkingDay(at, own)) counted += 1;
        }
        expect(workingDaysUntil(on, due, own)).toBe(counted);
      }),
    );
  });

  it('are counted backwards as well', () => {
    expect(addWorkingDays('2026-11-23', -1, 'england_wales')).toBe('2026-11-20');
  });
});
