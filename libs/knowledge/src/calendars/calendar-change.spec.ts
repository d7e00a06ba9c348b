import {
  type CalendarChange,
  requireInForce,
  requireMayPublish,
  requireProposed,
  requireWorkingDay,
} from './calendar-change.js';

const change: CalendarChange = {
  id: 'c',
  organisationId: 'o',
  calendar: 'scotland',
  on: '2027-06-14',
  name: 'Proclaimed day',
  source: 'Royal proclamation',
  act: 'add',
  removes: null,
  state: 'proposed',
  inForce: false,
  proposedBy: 'one',
  proposedAt: new Date('2027-01-05T09:00:00Z'),
  settledBy: null,
  settledAt: null,
};
const code = (value: string) => expect.objectContaining({ code: value }) as Error;

describe('a change of a calendar', () => {
  it('is not published by the one who asked for it', () => {
    expect(() => requireMayPublish(change, 'one')).toThrow(code('publisher-is-proposer'));
    expect(() => requireMayPublish(change, 'other')).not.toThrow();
  });

  it.each(['published', 'discarded'] as const)('is settled once: not when it is %s', (state) => {
    const settled = { ...change, state };
    expect(() => requireMayPublish(settled, 'other')).toThrow(code('calendar-change-settled'));
    expect(() => requireProposed(settled)).toThrow(code('calendar-change-settled'));
  });

  it('adds no day that is off already', () => {
    for (const on of ['2027-06-12', '2027-06-13', '2027-01-01']) {
      expect(() => requireWorkingDay({ ...change, on })).toThrow(code('day-is-off-already'));
    }
    expect(() => requireWorkingDay(change)).not.toThrow();
  });

  it('may close the office on a day on which the nation rests', () => {
    const closure = { ...change, calendar: 'office' as const, on: '2027-01-01' };
    expect(() => requireWorkingDay(closure)).not.toThrow();
  });

  it('takes away only what counts', () => {
    expect(() => requireInForce(change)).toThrow(code('calendar-day-not-in-force'));
    expect(() => requireInForce({ ...change, inForce: true })).not.toThrow();
  });
});
