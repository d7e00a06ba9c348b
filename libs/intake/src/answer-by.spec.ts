import * as fc from 'fast-check';
import { civilDateIn, isWorkingDay, calendarOf, JURISDICTIONS, zoneOf } from '#deadlines';
import { answerBy } from './index.js';

describe('the time by which a request is answered', () => {
  it.each([
    ['Friday afternoon', '2026-11-20T15:00:00Z', 'england', '2026-11-23T17:00:00.000Z'],
    ['Saturday night', '2026-11-21T23:30:00Z', 'england', '2026-11-23T17:00:00.000Z'],
    ['after midnight in summer', '2026-06-15T23:30:00Z', 'england', '2026-06-17T16:00:00.000Z'],
    ['before Christmas', '2026-12-24T12:00:00Z', 'england', '2026-12-29T17:00:00.000Z'],
    [
      'before the second of January',
      '2026-01-01T12:00:00Z',
      'scotland',
      '2026-01-05T17:00:00.000Z',
    ],
    [
      'before the same day in England',
      '2026-01-01T12:00:00Z',
      'england',
      '2026-01-02T17:00:00.000Z',
    ],
    ['before St Patrick’s Day', '2026-03-16T12:00:00Z', 'ireland', '2026-03-18T17:00:00.000Z'],
  ])('is the end of the next working day when sent %s', (_, sent, where, expected) => {
    expect(answerBy(new Date(sent), where).toISOString()).toBe(expected);
  });

  it('is always at 5pm on a working day after the day of sending', () => {
    const instants = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.constantFrom(...JURISDICTIONS), (sentAt, jurisdiction) => {
        const by = answerBy(sentAt, jurisdiction);
        const zone = zoneOf(jurisdiction);
        const day = civilDateIn(by, zone);
        expect(day > civilDateIn(sentAt, zone)).toBe(true);
        expect(isWorkingDay(day, calendarOf(jurisdiction))).toBe(true);
        const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' });
        expect(clock.format(by)).toBe('17:00');
      }),
    );
  });
});
