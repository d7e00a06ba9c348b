import * as fc from 'fast-check';
import { carriedWarning, nextWarningAt, reachedWarning, WARNING_PERCENTS } from './warnings.js';

const run = {
  startedAt: new Date('2026-11-20T00:00:00Z'),
  dueAt: new Date('2026-11-30T00:00:00Z'),
};
const at = (iso: string) => new Date(iso);

describe('the warnings of a clock', () => {
  it.each([
    ['2026-11-20T00:00:00Z', 0],
    ['2026-11-24T23:59:59Z', 0],
    ['2026-11-25T00:00:00Z', 50],
    ['2026-11-27T23:59:59Z', 50],
    ['2026-11-28T00:00:00Z', 80],
    ['2026-11-29T23:59:59Z', 80],
    ['2026-11-30T00:00:00Z', 100],
    ['2027-01-01T00:00:00Z', 100],
  ])('at %s the step %i is reached', (now, step) => {
    expect(reachedWarning(run, at(now))).toBe(step);
  });

  it('come at half, at four fifths and at the end of the time, and then no more', () => {
    expect([0, 50, 80, 100].map((warned) => nextWarningAt(run, warned)?.toISOString())).toEqual([
      '2026-11-25T00:00:00.000Z',
      '2026-11-28T00:00:00.000Z',
      '2026-11-30T00:00:00.000Z',
      undefined,
    ]);
  });

  it('are not told again when the date moves, but where the new one has not come to them', () => {
    const now = at('2026-11-28T12:00:00Z');
    expect(carriedWarning(run, 80, now)).toBe(80);
    expect(carriedWarning({ ...run, dueAt: at('2026-12-02T00:00:00Z') }, 80, now)).toBe(50);
    expect(carriedWarning({ ...run, dueAt: at('2027-11-30T00:00:00Z') }, 80, now)).toBe(0);
    expect(carriedWarning(run, 0, now)).toBe(0);
  });

  it('never lead back: the next one lies after the one that is reached', () => {
    const moment = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 4e10 }), moment, (start, length, now) => {
        const any = { startedAt: new Date(start), dueAt: new Date(start + length) };
        const reached = reachedWarning(any, new Date(now));
        const next = nextWarningAt(any, reached);
        if (reached === 100) expect(next).toBeNull();
        else expect(next!.getTime()).toBeGreaterThan(now);
        expect([0, ...WARNING_PERCENTS]).toContain(reached);
      }),
    );
  });
});
