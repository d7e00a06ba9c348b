import * as fc from 'fast-check';
import { addDays } from './civil-date.js';
import { computeDeadline } from './compute-deadline.js';
import { DEADLINE_RULES, INTERNAL_TARGETS } from './data/deadline-rules.js';
import { pausedDays, pushedBack, requireMayPause } from './pauses.js';

function due(pauses: { from: string; until: string }[]) {
  return computeDeadline({
    deadline: 'target_first_response',
    jurisdiction: 'england',
    start: '2026-11-23',
    extraHolidays: pausedDays(pauses),
  });
}

describe('pausing a clock', () => {
  it.each(DEADLINE_RULES.map(({ id }) => id))('is refused for %s', (id) => {
    expect(() => requireMayPause(id)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'clock-never-pauses' }),
    );
  });

  it('is refused for what is no clock', () => {
    expect(() => requireMayPause('nothing')).toThrow(
      expect.objectContaining({ code: 'clock-never-pauses' }),
    );
  });

  it.each(INTERNAL_TARGETS.map(({ id }) => id))('is allowed for %s', (id) => {
    expect(() => requireMayPause(id)).not.toThrow();
  });

  it('counts the day of the pause and not the day of going on', () => {
    expect(due([]).due).toBe('2026-11-25');
    expect(due([{ from: '2026-11-24', until: '2026-11-26' }]).due).toBe('2026-11-27');
    expect(due([{ from: '2026-11-24', until: '2026-11-24' }]).due).toBe('2026-11-25');
  });

  it('says which days were paused', () => {
    expect(due([{ from: '2026-11-23', until: '2026-11-25' }]).steps).toContainEqual({
      on: '2026-11-24',
      until: '2026-11-25',
      note: 'Paused, not counted.',
    });
  });

  it('moves a day that a person set by the working days lost', () => {
    const pauses = [{ from: '2026-11-20', until: '2026-11-24' }];
    expect(pushedBack('2026-11-27', pauses, 'england_wales')).toBe('2026-12-01');
    expect(pushedBack('2026-11-27', [], 'england_wales')).toBe('2026-11-27');
  });

  it('never brings a date forward', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-11-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), (from, length) => {
        const pause = { from, until: addDays(from, length) };
        expect(due([pause]).due! >= due([]).due!).toBe(true);
      }),
    );
  });
});
