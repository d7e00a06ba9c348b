import {
  dateParts,
  formatDate,
  formatDateTime,
  formatShortDate,
  formatShortDateTime,
  plural,
  todayOn,
} from './filters.js';

describe('words for dates', () => {
  it.each([
    ['2026-06-16T07:06:00Z', '16 June 2026 at 8:06am'],
    ['2026-11-24T17:00:00Z', '24 November 2026 at 5pm'],
    ['2026-11-24T12:00:00Z', '24 November 2026 at midday'],
    ['2026-06-15T23:00:00Z', '16 June 2026 at midnight'],
    ['2026-11-24T00:05:00Z', '24 November 2026 at 12:05am'],
    ['2026-06-16', '16 June 2026'],
    ['', ''],
    ['soon', 'soon'],
  ])('write %s as %s', (instant, words) => {
    expect(formatDateTime(instant)).toBe(words);
  });

  it('take a civil date for that day', () => {
    expect(formatDate('2026-06-16')).toBe('16 June 2026');
    expect(formatShortDate('2026-11-24')).toBe('Tue 24 Nov 2026');
  });

  it('name the day of the week beside a time where lists count hours', () => {
    expect(formatShortDateTime(new Date('2026-11-27T14:20:00Z'))).toBe('Fri 27 Nov 2026 at 2:20pm');
  });

  it('know that it is tomorrow already at half past eleven of a summer evening in UTC', () => {
    expect(todayOn(new Date('2026-06-29T23:30:00Z'))).toBe('2026-06-30');
    expect(todayOn(new Date('2026-12-29T23:30:00Z'))).toBe('2026-12-29');
  });

  it('fill the three boxes with what was typed before what was stored', () => {
    expect(dateParts({ seen: '2026-03-07' }, 'seen')).toEqual({
      day: '7',
      month: '3',
      year: '2026',
    });
    expect(dateParts({ seen: '2026-03-07', 'seen-day': 'x' }, 'seen').day).toBe('x');
    expect(dateParts(undefined, 'seen')).toEqual({ day: '', month: '', year: '' });
  });

  it('count', () => {
    expect([plural(0, 'case'), plural(1, 'case'), plural(1204, 'reply', 'replies')]).toEqual([
      '0 cases',
      '1 case',
      '1,204 replies',
    ]);
  });
});
