import { clockDates } from './clock-dates.js';
import { readMoment, readStarts } from './told-starts.js';

const TODAY = '2026-11-22';
const england = { jurisdiction: 'england', stated: null };

describe('the dates of a clock', () => {
  it('are none where nobody knows the start, and say what is waited for', () => {
    const dates = clockDates({ deadline: 'ico_breach_72h', start: null, ...england }, TODAY);
    expect(dates).toMatchObject({ startedAt: null, dueOn: null, dueAt: null });
    expect(dates.explanation).toMatchObject({ kind: 'none', needs: 'start' });
    expect(dates.explanation.steps.join(' ')).not.toContain('November');
  });

  it('are none where the rule has no number, until a person enters one', () => {
    const question = { deadline: 'media_deadline', start: null, jurisdiction: 'england' };
    const before = clockDates({ ...question, stated: null }, TODAY);
    expect([before.dueAt, before.explanation.needs]).toEqual([null, 'date']);
    const after = clockDates({ ...question, stated: '2026-11-23T17:00:00Z' }, TODAY);
    expect(after.dueAt?.toISOString()).toBe('2026-11-23T17:00:00.000Z');
    expect(after.explanation.needs).toBeNull();
  });

  it('wait for nothing where there is only "without delay"', () => {
    const dates = clockDates({ deadline: 'subject_notice_asap', start: null, ...england }, TODAY);
    expect([dates.dueAt, dates.explanation.needs]).toEqual([null, null]);
  });

  it('end with the day in the place of the case', () => {
    const question = { deadline: 'eng_complaint_ack_3wd', start: '2026-06-01', ...england };
    const dates = clockDates(question, TODAY);
    expect(dates.dueOn).toBe('2026-06-04');
    expect(dates.dueAt?.toISOString()).toBe('2026-06-04T22:59:59.000Z');
  });

  it('run in hours from the moment itself', () => {
    const start = '2026-10-24T12:00:00Z';
    const dates = clockDates({ deadline: 'ico_breach_72h', start, ...england }, TODAY);
    expect(dates.dueAt?.toISOString()).toBe('2026-10-27T12:00:00.000Z');
  });

  it('say where the rule is not verified', () => {
    const question = { deadline: 'hse_ack_5wd', jurisdiction: 'ireland', stated: null };
    const dates = clockDates({ ...question, start: '2026-11-20' }, TODAY);
    expect(dates.explanation.label).toBe('unverified');
  });
});

describe('starts as people tell them', () => {
  const now = new Date('2026-11-22T12:00:00Z');

  it.each([
    ['a day that is not in the calendar', '2026-02-30', 'Enter a real date'],
    ['a time of no day', 'T10:00', 'Enter a real date'],
    ['a day to come', '2026-11-23', 'Enter a date that is not in the future'],
    ['a minute to come', '2026-11-22T12:01', 'Enter a date that is not in the future'],
  ])('are refused: %s', (_what, at, message) => {
    const tell = () => readStarts({ complaint_received: { at } }, { jurisdiction: 'england', now });
    expect(tell).toThrow(
      expect.objectContaining({ faults: [{ field: 'starts.complaint_received.at', message }] }),
    );
  });

  it('are read by the clock on the wall, in summer and winter', () => {
    expect(readMoment('2026-07-01T09:30', 'england')).toBe('2026-07-01T08:30:00Z');
    expect(readMoment('2026-12-01T09:30', 'ireland')).toBe('2026-12-01T09:30:00Z');
    // Shown twice in the night when the clocks go back: the earlier one ends the clock earlier.
    expect(readMoment('2026-10-25T01:30', 'england')).toBe('2026-10-25T00:30:00Z');
  });
});
