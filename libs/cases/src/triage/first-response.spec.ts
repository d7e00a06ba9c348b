import { firstResponseDue, isPressing } from './first-response.js';

describe('the time of the first response', () => {
  it.each([
    ['now', '2026-11-20T16:30:00Z', '2026-11-20T16:30:00.000Z'],
    ['two-hours', '2026-11-20T23:30:00Z', '2026-11-21T01:30:00.000Z'],
    ['same-day', '2026-11-20T00:10:00Z', '2026-11-20T23:59:00.000Z'],
    ['three-working-days', '2026-11-20T16:30:00Z', '2026-11-25T17:00:00.000Z'],
  ] as const)('of "%s", known at %s, ends at %s', (urgency, from, due) => {
    expect(firstResponseDue(urgency, new Date(from), 'england')?.toISOString()).toBe(due);
  });

  it('is none where nothing presses', () => {
    expect(firstResponseDue('routine', new Date('2026-11-20T16:30:00Z'), 'england')).toBeNull();
  });

  it('skips the holidays of the nation, and ends by the clock on the wall there', () => {
    const before = new Date('2026-11-27T09:00:00Z');
    const due = (nation: string) =>
      firstResponseDue('three-working-days', before, nation)?.toISOString();
    expect(due('england')).toBe('2026-12-02T17:00:00.000Z');
    expect(due('scotland')).toBe('2026-12-03T17:00:00.000Z');
    const summer = firstResponseDue('same-day', new Date('2026-07-01T22:30:00Z'), 'ireland');
    expect(summer?.toISOString()).toBe('2026-07-01T22:59:00.000Z');
  });

  it('alerts somebody for what cannot wait until the day is over', () => {
    expect((['now', 'two-hours', 'same-day', 'routine'] as const).map(isPressing)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
