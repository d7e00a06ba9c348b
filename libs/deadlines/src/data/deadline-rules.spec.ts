import { DEADLINE_RULES } from './deadline-rules.js';
import { isCivilDate } from '../civil-date.js';

/** The ids that triage and the steps of a case start clocks by. */
const IDS = [
  'eng_complaint_ack_3wd',
  'eng_complaint_6m',
  'sco_s1_5wd',
  'sco_ack_3wd',
  'sco_s2_20wd',
  'wal_ack_5wd',
  'wal_response',
  'ni_s1_5wd',
  'ni_ack_3wd',
  'ni_s2_20wd',
  'hse_ack_5wd',
  'hse_30wd',
  'ico_breach_72h',
  'dpc_breach_72h',
  'subject_notice_asap',
  'dp_complaint_ack_30d',
  'sar_1m',
  'search_delisting_1m',
  'gmc_rule7_28d',
  'iot_hearing_date',
  'hearing_date',
  'regulator_letter_date',
  'media_deadline',
  'self_report_without_delay',
  'defamation_1y',
  's5_operator_48h',
  'dsa_complaint_6m',
  'ipso_4m',
  'press_omb_3m',
  'candour_assess',
];

describe('the table of clocks', () => {
  it('holds each id once', () => {
    const ids = DEADLINE_RULES.map(({ id }) => id);
    expect([...ids].sort()).toEqual([...IDS].sort());
  });

  it.each(DEADLINE_RULES.map((rule) => [rule.id, rule] as const))('%s is complete', (_id, rule) => {
    expect(rule.title).toMatch(/^[A-Z]/);
    expect(rule.source).not.toBe('');
    expect(rule.jurisdictions.length).toBeGreaterThan(0);
    expect(isCivilDate(rule.checkedOn)).toBe(true);
    expect(rule.validFrom === null || isCivilDate(rule.validFrom)).toBe(true);
    expect(rule.amount === null).toBe(rule.reason !== undefined);
    expect(rule.amount === null).toBe(rule.unit === 'as-stated' || rule.unit === 'none');
  });

  it('lets one calendar clock roll, and no other', () => {
    const rolling = DEADLINE_RULES.filter(({ rolls }) => rolls).map(({ id }) => id);
    expect(rolling).toEqual(['dp_complaint_ack_30d']);
  });

  it('says what is doubtful of every rule that is not fully seen', () => {
    const silent = DEADLINE_RULES.filter(
      ({ status, doubt }) => (status === 'part' || status === 'unverified') && !doubt,
    );
    expect(silent).toEqual([]);
  });
});
