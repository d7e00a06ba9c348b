import { computeDeadline } from '../compute-deadline.js';
import { termsInForce } from '../deadline-rule.js';
import { JURISDICTIONS, type Jurisdiction } from '../jurisdictions.js';
import { DEADLINE_RULES } from './deadline-rules.js';

const UK: Jurisdiction[] = ['england', 'wales', 'scotland', 'northern_ireland'];
const ALL = [...JURISDICTIONS];
const wd = 'working-days';

/** Id, amount, unit, where, first day on which it applied, whether the law sets it, how far it was read. */
const ROWS: [string, number | null, string, Jurisdiction[], string | null, boolean, string][] = [
  ['eng_complaint_ack_3wd', 3, wd, ['england'], '2009-04-01', true, 'seen'],
  ['eng_complaint_6m', 6, 'calendar-months', ['england'], '2009-04-01', true, 'seen'],
  ['sco_s1_5wd', 5, wd, ['scotland'], null, true, 'seen'],
  ['sco_ack_3wd', 3, wd, ['scotland'], null, true, 'seen'],
  ['sco_s2_20wd', 20, wd, ['scotland'], null, true, 'seen'],
  ['wal_ack_5wd', 5, wd, ['wales'], '2023-04-01', true, 'seen'],
  ['wal_response', null, 'as-stated', ['wales'], null, true, 'part'],
  ['ni_s1_5wd', 5, wd, ['northern_ireland'], '2026-01-01', true, 'seen'],
  ['ni_ack_3wd', 3, wd, ['northern_ireland'], '2026-01-01', true, 'seen'],
  ['ni_s2_20wd', 20, wd, ['northern_ireland'], '2026-01-01', true, 'seen'],
  ['hse_ack_5wd', 5, wd, ['ireland'], null, true, 'unverified'],
  ['hse_30wd', 30, wd, ['ireland'], null, true, 'seen'],
  ['ico_breach_72h', 72, 'elapsed-hours', UK, '2018-05-25', true, 'seen'],
  ['dpc_breach_72h', 72, 'elapsed-hours', ['ireland'], '2018-05-25', true, 'seen'],
  ['subject_notice_asap', null, 'none', ALL, '2018-05-25', true, 'seen'],
  ['dp_complaint_ack_30d', 30, 'calendar-days', UK, '2026-06-19', true, 'seen'],
  ['sar_1m', 1, 'calendar-months', ALL, '2018-05-25', true, 'part'],
  ['search_delisting_1m', 1, 'calendar-months', ALL, '2018-05-25', true, 'part'],
  ['gmc_rule7_28d', 28, 'calendar-days', ALL, null, true, 'seen'],
  ['iot_hearing_date', null, 'as-stated', ALL, null, true, 'not-applicable'],
  ['hearing_date', null, 'as-stated', ALL, null, true, 'not-applicable'],
  ['regulator_letter_date', null, 'as-stated', ALL, null, true, 'not-applicable'],
  ['media_deadline', null, 'as-stated', ALL, null, false, 'not-applicable'],
  ['self_report_without_delay', null, 'none', ALL, null, false, 'seen'],
  ['defamation_1y', 1, 'calendar-years', ALL, null, true, 'unverified'],
  ['s5_operator_48h', 48, 'working-hours-excluding-days', ['england', 'wales'], null, true, 'seen'],
  ['dsa_complaint_6m', 6, 'calendar-months', ['ireland'], null, true, 'seen'],
  ['ipso_4m', 4, 'calendar-months', UK, null, false, 'seen'],
  ['press_omb_3m', 3, 'calendar-months', ['ireland'], null, false, 'seen'],
  ['candour_assess', null, 'none', ALL, null, true, 'unverified'],
];

describe('the table of clocks, row by row', () => {
  it('is held here whole', () => {
    expect(ROWS.map(([id]) => id).sort()).toEqual(DEADLINE_RULES.map(({ id }) => id).sort());
  });

  it.each(ROWS)('%s', (id, amount, unit, jurisdictions, validFrom, statutory, status) => {
    expect(DEADLINE_RULES.find((rule) => rule.id === id)).toMatchObject({
      amount,
      unit,
      jurisdictions,
      validFrom,
      statutory,
      status,
    });
  });

  it('counts from the day after, from the moment, or not at all', () => {
    const odd = DEADLINE_RULES.filter(({ unit, firstDay, variants }) => {
      const isCounted = !['as-stated', 'none'].includes(unit) || variants?.england?.amount != null;
      const expected = unit.includes('hours') ? 'moment' : isCounted ? 'day-after' : 'not-counted';
      return firstDay !== expected;
    });
    expect(odd).toEqual([]);
  });

  it('clamps months and years to the end of the month, and nothing else', () => {
    const clamping = DEADLINE_RULES.filter(({ clamps }) => clamps).map(({ unit }) => unit);
    expect(new Set(clamping)).toEqual(new Set(['calendar-months', 'calendar-years']));
  });

  it('knows how long candour takes in England only', () => {
    const rule = DEADLINE_RULES.find(({ id }) => id === 'candour_assess')!;
    const amounts = ALL.map((place) => termsInForce(rule, place, '2026-11-20').terms.amount);
    expect(amounts).toEqual([10, null, null, null, null]);
  });
});

describe('rules that changed', () => {
  const ask = (deadline: string, jurisdiction: string, start: string) =>
    computeDeadline({ deadline, jurisdiction, start });
  const said = (deadline: string, jurisdiction: string, start: string) =>
    ask(deadline, jurisdiction, start)
      .steps.map(({ note }) => note)
      .join(' ');

  it('Wales acknowledges in 2 working days up to March 2023 and in 5 from April', () => {
    expect(ask('wal_ack_5wd', 'wales', '2023-03-31').due).toBe('2023-04-04');
    expect(ask('wal_ack_5wd', 'wales', '2023-04-03').due).toBe('2023-04-12');
    expect(said('wal_ack_5wd', 'wales', '2023-03-31')).toContain('2 working days');
  });

  it('Wales answers by a day that a person enters, before April 2026 and since', () => {
    for (const start of ['2026-03-31', '2026-04-01']) {
      expect(ask('wal_response', 'wales', start).due).toBeNull();
    }
  });

  it.each(['ni_s1_5wd', 'ni_ack_3wd', 'ni_s2_20wd'])(
    'Northern Ireland: %s is labelled before 2026, with what applied then',
    (id) => {
      expect(ask(id, 'northern_ireland', '2025-12-31').label).toBe('unverified');
      expect(said(id, 'northern_ireland', '2025-12-31')).toContain('in 3 and 10');
      expect(ask(id, 'northern_ireland', '2026-01-01').label).toBeUndefined();
    },
  );

  it('a data protection complaint has its 30 days from 19 June 2026', () => {
    expect(said('dp_complaint_ack_30d', 'wales', '2026-06-18')).toContain('no such duty then');
    expect(ask('dp_complaint_ack_30d', 'wales', '2026-06-19')).toMatchObject({ due: '2026-07-20' });
  });
});
