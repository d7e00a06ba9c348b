import { deadlineWord, dueWord } from './deadline-words.js';

const HOURS = { isDueByHour: true, jurisdiction: 'england' };
const DAYS = { isDueByHour: false, jurisdiction: 'england' };
const at = (instant: string) => new Date(instant);

describe('how near a due date is', () => {
  it('is told in working days where a clock counts days', () => {
    expect([0, 1, 3, -1, -2, null].map((days) => deadlineWord(days).word)).toEqual([
      'due today',
      '1 working day left',
      '3 working days left',
      'overdue 1 working day',
      'overdue 2 working days',
      'no date set',
    ]);
  });

  it.each([
    ['2026-11-26T07:20:00Z', 'due in 31 hours', 'soon'],
    ['2026-11-26T14:21:00Z', 'due in 23 hours', 'today'],
    ['2026-11-27T13:19:59Z', 'due in 1 hour', 'today'],
    ['2026-11-27T14:08:00Z', 'due in 12 minutes', 'today'],
    ['2026-11-27T14:50:00Z', 'overdue 30 minutes', 'overdue'],
    ['2026-11-29T14:20:00Z', 'overdue 48 hours', 'overdue'],
    ['2026-12-04T14:20:00Z', 'overdue 5 working days', 'overdue'],
  ])('is told in hours where a clock counts hours: at %s it is %s', (now, word, state) => {
    const due = { dueAt: at('2026-11-27T14:20:00Z'), ...HOURS };
    expect(dueWord(due, at(now))).toEqual({ word, state });
  });

  it('counts the days of the wall calendar, not those of UTC, late on a summer evening', () => {
    // 30 June, half past midnight, in London and Dublin; still 29 June in UTC.
    const now = at('2026-06-29T23:30:00Z');
    const endOfDay = { dueAt: at('2026-06-30T22:59:59Z'), ...DAYS };
    expect(dueWord(endOfDay, now).word).toBe('due today');
    expect(dueWord({ ...endOfDay, jurisdiction: 'ireland' }, now).word).toBe('due today');
  });

  it('says that it is over on the day itself, and before the next working day', () => {
    const friday = { dueAt: at('2026-11-27T17:00:00Z'), ...DAYS };
    expect(dueWord(friday, at('2026-11-27T18:00:00Z')).word).toBe('overdue today');
    expect(dueWord(friday, at('2026-11-28T10:00:00Z')).word).toBe('overdue');
    const sunday = { dueAt: at('2026-11-29T23:59:59Z'), ...DAYS };
    expect(dueWord(sunday, at('2026-11-28T10:00:00Z')).word).toBe('before the next working day');
  });
});
