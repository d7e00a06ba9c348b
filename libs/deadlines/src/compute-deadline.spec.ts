import * as fc from 'fast-check';
import { addDays } from './civil-date.js';
import { computeDeadline } from './compute-deadline.js';
import { DEADLINE_RULES } from './data/deadline-rules.js';
import { calendarOf, zoneOf, type Jurisdiction } from './jurisdictions.js';
import { civilDateIn } from './local-time.js';
import { isWorkingDay } from './working-days.js';

const clocks = DEADLINE_RULES.flatMap((rule) =>
  rule.jurisdictions.map((jurisdiction) => ({ rule, jurisdiction })),
);
const clock = fc.constantFrom(...clocks);
const instant = fc
  .integer({ min: Date.parse('2018-06-01T00:00:00Z'), max: Date.parse('2040-01-01T00:00:00Z') })
  .map((at) => new Date(at).toISOString());

function due(deadline: string, jurisdiction: string, start: string): string | null {
  return computeDeadline({ deadline, jurisdiction, start }).due;
}

function notes(deadline: string, jurisdiction: string, start: string): string {
  const { steps } = computeDeadline({ deadline, jurisdiction, start });
  return steps.map(({ on, until, note }) => `${on}${until ? `..${until}` : ''} ${note}`).join('\n');
}

describe('a question that has no answer', () => {
  it.each([
    ['no_such_clock', 'england', '2026-11-20', 'unknown-deadline'],
    ['sar_1m', 'france', '2026-11-20', 'unknown-jurisdiction'],
    ['sar_1m', 'toString', '2026-11-20', 'unknown-jurisdiction'],
    ['hse_30wd', 'england', '2026-11-20', 'deadline-not-in-jurisdiction'],
    ['s5_operator_48h', 'scotland', '2026-11-20', 'deadline-not-in-jurisdiction'],
    ['sar_1m', 'england', '2026-02-30', 'start-not-understood'],
    ['sar_1m', 'england', '2026-02-30T10:00:00Z', 'start-not-understood'],
    ['sar_1m', 'england', '2026-11-20T10:00:00', 'start-not-understood'],
    ['sar_1m', 'england', '2026-11-20T25:00:00Z', 'start-not-understood'],
    ['sar_1m', 'england', 'yesterday', 'start-not-understood'],
    ['sar_1m', 'england', '1850-11-20', 'start-out-of-range'],
    ['sar_1m', 'england', '0026-11-20', 'start-not-understood'],
  ])('%s, %s, %s is refused: %s', (deadline, jurisdiction, start, code) => {
    expect(() => computeDeadline({ deadline, jurisdiction, start })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});

describe('working-day clocks', () => {
  it.each([
    ['eng_complaint_ack_3wd', 'england', '2026-11-20', '2026-11-25'],
    ['eng_complaint_ack_3wd', 'england', '2026-11-21', '2026-11-25'],
    ['eng_complaint_ack_3wd', 'england', '2026-12-24', '2026-12-31'],
    ['eng_complaint_ack_3wd', 'england', '2026-04-02', '2026-04-09'],
    ['eng_complaint_ack_3wd', 'england', '2023-05-05', '2023-05-11'],
    ['sco_s1_5wd', 'scotland', '2026-06-12', '2026-06-22'],
    ['sco_ack_3wd', 'scotland', '2026-12-31', '2027-01-07'],
    ['sco_s2_20wd', 'scotland', '2026-11-20', '2026-12-21'],
    ['wal_ack_5wd', 'wales', '2023-03-31', '2023-04-04'],
    ['wal_ack_5wd', 'wales', '2023-04-01', '2023-04-11'],
    ['ni_s1_5wd', 'northern_ireland', '2026-07-10', '2026-07-20'],
    ['ni_ack_3wd', 'northern_ireland', '2026-03-16', '2026-03-20'],
    ['hse_ack_5wd', 'ireland', '2026-01-30', '2026-02-09'],
    ['hse_30wd', 'ireland', '2026-12-01', '2027-01-14'],
    ['candour_assess', 'england', '2026-12-18', '2027-01-06'],
  ])('%s, %s, from %s: %s', (deadline, jurisdiction, start, expected) => {
    expect(due(deadline, jurisdiction, start)).toBe(expected);
  });

  it('never end on a day off', () => {
    fc.assert(
      fc.property(clock, instant, ({ rule, jurisdiction }, start) => {
        fc.pre(rule.unit === 'working-days');
        const answer = computeDeadline({ deadline: rule.id, jurisdiction, start });
        expect(isWorkingDay(answer.due!, calendarOf(jurisdiction))).toBe(true);
      }),
    );
  });

  it('say which days were skipped, by name', () => {
    expect(notes('eng_complaint_ack_3wd', 'england', '2026-12-24').split('\n')).toEqual([
      '2026-12-24 Start, Thursday 24 December 2026: the complaint was received, in whatever form. The day itself is not counted.',
      '2026-12-25 Christmas Day, not counted.',
      '2026-12-26..2026-12-27 Weekend, not counted.',
      '2026-12-28 Boxing Day (substitute day), not counted.',
      '2026-12-29..2026-12-31 Working days 1 to 3.',
      '2026-12-31 Due: Thursday 31 December 2026.',
      expect.stringContaining('3 working days (calendar of England and Wales). Source:'),
    ]);
  });

  it('leave out a holiday proclaimed since', () => {
    const answer = computeDeadline({
      deadline: 'eng_complaint_ack_3wd',
      jurisdiction: 'england',
      start: '2026-11-20',
      extraHolidays: [{ on: '2026-11-24', name: 'Proclaimed day' }],
    });
    expect(answer.due).toBe('2026-11-26');
    expect(answer.steps).toContainEqual({ on: '2026-11-24', note: 'Proclaimed day, not counted.' });
  });
});

describe('calendar clocks', () => {
  it.each([
    ['eng_complaint_6m', 'england', '2026-08-31', '2027-02-28'],
    ['eng_complaint_6m', 'england', '2027-08-31', '2028-02-29'],
    ['sar_1m', 'ireland', '2026-01-31', '2026-02-28'],
    ['sar_1m', 'england', '2026-11-22', '2026-12-22'],
    ['gmc_rule7_28d', 'england', '2026-11-27', '2026-12-25'],
    ['defamation_1y', 'scotland', '2024-02-29', '2025-02-28'],
    ['defamation_1y', 'england', '2026-03-10', '2027-03-10'],
    ['ipso_4m', 'wales', '2026-10-31', '2027-02-28'],
    ['press_omb_3m', 'ireland', '2026-11-30', '2027-02-28'],
    ['dsa_complaint_6m', 'ireland', '2026-05-31', '2026-11-30'],
  ])('%s, %s, from %s: %s', (deadline, jurisdiction, start, expected) => {
    expect(due(deadline, jurisdiction, start)).toBe(expected);
  });

  it.each([
    ['england', '2026-10-22', '2026-11-23'],
    ['england', '2026-11-25', '2026-12-29'],
    ['scotland', '2026-10-31', '2026-12-01'],
    ['england', '2026-10-31', '2026-11-30'],
  ])('an acknowledgement in 30 days rolls: %s, from %s to %s', (jurisdiction, start, expected) => {
    expect(due('dp_complaint_ack_30d', jurisdiction, start)).toBe(expected);
  });

  it('warn where a limit that does not move ends on a day off', () => {
    expect(notes('gmc_rule7_28d', 'england', '2026-11-27')).toContain(
      '2026-12-25 This is no working day (Christmas Day), and this limit does not move.',
    );
  });

  it('take the local date of an instant, on both sides of midnight', () => {
    expect(due('gmc_rule7_28d', 'england', '2026-06-30T22:59:59Z')).toBe('2026-07-28');
    expect(due('gmc_rule7_28d', 'england', '2026-06-30T23:00:00Z')).toBe('2026-07-29');
    expect(due('sar_1m', 'ireland', '2026-12-31T23:59:59Z')).toBe('2027-01-31');
    expect(due('sar_1m', 'ireland', '2026-07-01T00:30:00+01:00')).toBe('2026-08-01');
  });
});

describe('hour clocks', () => {
  it.each([
    ['ico_breach_72h', 'england', '2026-11-20T17:45:00Z', '2026-11-23T17:45:00Z'],
    ['ico_breach_72h', 'scotland', '2026-03-27T10:00:00Z', '2026-03-30T10:00:00Z'],
    ['dpc_breach_72h', 'ireland', '2026-10-24T10:00:00+01:00', '2026-10-27T09:00:00Z'],
    ['ico_breach_72h', 'england', '2026-12-24T09:00:00.250Z', '2026-12-27T09:00:00.250Z'],
    ['ico_breach_72h', 'england', '2026-07-01', '2026-07-03T23:00:00Z'],
  ])('%s, %s, from %s: 72 real hours, %s', (deadline, jurisdiction, start, expected) => {
    expect(due(deadline, jurisdiction, start)).toBe(expected);
  });

  it('say that the clocks change in between', () => {
    expect(notes('ico_breach_72h', 'england', '2026-03-27T10:00:00Z')).toContain(
      'The clocks change',
    );
    expect(notes('ico_breach_72h', 'england', '2026-03-20T10:00:00Z')).not.toContain('The clocks');
  });

  it('say that the time of day is not known', () => {
    expect(notes('ico_breach_72h', 'england', '2026-07-01')).toContain('No time of day is known');
  });

  it.each([
    ['midweek', '2026-11-24T10:00:00Z', '2026-11-26T10:00:00Z'],
    ['over a weekend', '2026-11-20T10:00:00Z', '2026-11-24T10:00:00Z'],
    ['received on a Saturday', '2026-11-21T15:00:00Z', '2026-11-25T00:00:00Z'],
    ['over Easter', '2026-04-02T09:00:00Z', '2026-04-08T09:00:00Z'],
    ['over Christmas', '2026-12-24T12:00:00Z', '2026-12-30T12:00:00Z'],
    ['over the extra day of a jubilee', '2022-06-01T12:00:00Z', '2022-06-07T12:00:00Z'],
    ['over a bank holiday Monday', '2026-08-28T11:00:00Z', '2026-09-02T11:00:00Z'],
    ['when summer time begins', '2026-03-27T10:00:00Z', '2026-03-31T09:00:00Z'],
    ['when summer time ends', '2026-10-23T10:00:00Z', '2026-10-27T11:00:00Z'],
    ['received on a Saturday in summer', '2026-07-04T15:00:00Z', '2026-07-07T23:00:00Z'],
  ])("an operator's 48 hours, %s: %s to %s", (_when, start, expected) => {
    expect(due('s5_operator_48h', 'wales', start)).toBe(expected);
  });

  it("count exactly 48 hours on days that are not off, for an operator's notice", () => {
    fc.assert(
      fc.property(instant, (start) => {
        const end = Date.parse(due('s5_operator_48h', 'england', start)!);
        expect(hoursOnWorkingDays(Date.parse(start), end)).toBeCloseTo(48, 5);
      }),
      { numRuns: 60 },
    );
  });
});

describe('clocks without a number', () => {
  it.each(
    clocks.filter(({ rule, jurisdiction }) => {
      const variant = rule.variants?.[jurisdiction];
      return (variant?.amount ?? rule.amount) === null;
    }),
  )('$rule.id in $jurisdiction has no date and says why', ({ rule, jurisdiction }) => {
    const answer = computeDeadline({ deadline: rule.id, jurisdiction, start: '2026-11-20' });
    expect(answer).toMatchObject({ due: null, kind: 'none' });
    expect(answer.reason).toMatch(/\w+.*\.$/);
  });

  it('take the date or time that a person entered', () => {
    const question = { jurisdiction: 'wales', start: '2026-11-20' };
    expect(
      computeDeadline({ ...question, deadline: 'wal_response', stated: '2027-01-08' }),
    ).toMatchObject({ due: '2027-01-08', kind: 'date' });
    expect(
      computeDeadline({ ...question, deadline: 'media_deadline', stated: '2026-11-20T18:00:00Z' }),
    ).toMatchObject({ due: '2026-11-20T18:00:00Z', kind: 'instant' });
  });

  it('refuse an entered date that does not exist', () => {
    expect(() =>
      computeDeadline({
        deadline: 'media_deadline',
        jurisdiction: 'england',
        start: '2026-11-20',
        stated: '2026-11-31',
      }),
    ).toThrow(expect.objectContaining({ code: 'start-not-understood' }));
  });

  it('show an internal target as no legal limit', () => {
    expect(notes('self_report_without_delay', 'england', '2026-11-20')).toContain(
      '2026-11-23 Internal target: Monday 23 November 2026. It is no legal limit.',
    );
  });
});

describe('what is not verified', () => {
  const label = (deadline: string, jurisdiction: string, start = '2026-11-20') =>
    computeDeadline({ deadline, jurisdiction, start }).label;

  it('is labelled, and only that', () => {
    expect(label('hse_ack_5wd', 'ireland')).toBe('unverified');
    expect(label('defamation_1y', 'england')).toBe('unverified');
    expect(label('defamation_1y', 'scotland')).toBeUndefined();
    expect(label('candour_assess', 'ireland')).toBe('unverified');
    expect(label('candour_assess', 'england')).toBeUndefined();
    expect(label('eng_complaint_ack_3wd', 'england')).toBeUndefined();
    expect(label('media_deadline', 'england')).toBeUndefined();
  });

  it('includes a start before the rule was in force', () => {
    expect(label('dp_complaint_ack_30d', 'england', '2026-06-18')).toBe('unverified');
    expect(label('dp_complaint_ack_30d', 'england', '2026-06-19')).toBeUndefined();
    expect(label('wal_ack_5wd', 'wales', '2023-03-31')).toBeUndefined();
  });
});

describe('every clock', () => {
  it('is never due earlier for a later start', () => {
    fc.assert(
      fc.property(clock, instant, instant, ({ rule, jurisdiction }, one, other) => {
        const [first, second] = [one, other].sort();
        const [a, b] = [due(rule.id, jurisdiction, first!), due(rule.id, jurisdiction, second!)];
        if (a === null || b === null) expect(a).toBe(b);
        else expect(Date.parse(a)).toBeLessThanOrEqual(Date.parse(b));
      }),
      { numRuns: 300 },
    );
  });

  it('is due after its start, begins its explanation there, and cites its source', () => {
    fc.assert(
      fc.property(clock, instant, ({ rule, jurisdiction }, start) => {
        const answer = computeDeadline({ deadline: rule.id, jurisdiction, start });
        expect(answer.steps[0]!.note).toMatch(/^Start, /);
        expect(answer.steps.some(({ note }) => note.includes('Source: '))).toBe(true);
        if (answer.kind === 'date') expect(answer.due! > localDate(start, jurisdiction)).toBe(true);
        if (answer.kind === 'instant')
          expect(Date.parse(answer.due!) > Date.parse(start)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is due on the same day whatever the time of day it starts', () => {
    fc.assert(
      fc.property(clock, instant, ({ rule, jurisdiction }, start) => {
        fc.pre(!rule.unit.includes('hours'));
        const date = localDate(start, jurisdiction);
        expect(due(rule.id, jurisdiction, start)).toBe(due(rule.id, jurisdiction, date));
      }),
    );
  });
});

function localDate(start: string, jurisdiction: Jurisdiction): string {
  return civilDateIn(new Date(start), zoneOf(jurisdiction));
}

/** Adds up quarter hours whose local date is a working day of England and Wales. */
function hoursOnWorkingDays(start: number, end: number): number {
  const quarter = 900_000;
  let total = 0;
  for (let at = start; at < end;) {
    const next = Math.min(end, (Math.floor(at / quarter) + 1) * quarter);
    const on = civilDateIn(new Date(at), 'Europe/London');
    if (isWorkingDay(on, 'england_wales')) total += next - at;
    at = next;
  }
  return total / 3_600_000;
}

describe('a leap day', () => {
  it('counts as a day of February', () => {
    expect(due('gmc_rule7_28d', 'england', '2028-02-10')).toBe(addDays('2028-02-10', 28));
    expect(due('gmc_rule7_28d', 'england', '2028-02-10')).toBe('2028-03-09');
    expect(due('eng_complaint_ack_3wd', 'england', '2028-02-25')).toBe('2028-03-01');
  });
});
