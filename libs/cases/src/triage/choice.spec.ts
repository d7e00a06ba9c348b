import { adviseOn } from './advice.js';
import { decideRoute, nextStepOf, routesOpen } from './choice.js';

const advice = adviseOn({ provider_can_reply: true, raises_care_concern: true }, [], '2026-11-20');

describe('deciding on advice', () => {
  it.each([
    ['a barred route', { route: 'moderator_report', reason: 'Wanted' }, 'route-barred'],
    ['a barred route besides', { also: ['police_report'], reason: 'Wanted' }, 'route-barred'],
    ['another route without a reason', { route: 'monitor', reason: '  ' }, 'reason-needed'],
    ['a route left out without a reason', { also: [] }, 'reason-needed'],
    [
      'a reply and no reply at once',
      { also: ['no_engagement'], reason: 'Both' },
      'routes-exclude-each-other',
    ],
  ] as const)('refuses %s', (_what, choice, code) => {
    expect(() => decideRoute(advice, choice)).toThrow(expect.objectContaining({ code }));
  });

  it('says in words why a route is barred', () => {
    expect(() => decideRoute(advice, { route: 'moderator_report', reason: 'x' })).toThrow(
      /“Moderator route” is ruled out in this case/,
    );
  });

  it('adopts what is left out, and keeps a remark', () => {
    expect(decideRoute(advice, { reason: ' Agreed by telephone. ' })).toEqual({
      route: 'acknowledge_signpost',
      also: ['monitor'],
      isOverride: false,
      reason: 'Agreed by telephone.',
    });
  });

  it('takes another route with a reason for an override', () => {
    const chosen = decideRoute(advice, { route: 'monitor', also: ['monitor'], reason: 'Closed' });
    expect(chosen).toMatchObject({ route: 'monitor', also: [], isOverride: true });
  });

  it('offers only routes that are not barred', () => {
    expect(routesOpen(advice)).toContain('acknowledge_signpost');
    expect(routesOpen(advice).some((route) => advice.never.includes(route))).toBe(false);
  });

  it('asks for a draft only where something is written to somebody', () => {
    expect(nextStepOf({ route: 'monitor', also: [] })).toBe('follow-up');
    expect(nextStepOf({ route: 'monitor', also: ['wellbeing_support'] })).toBe('draft');
    expect(nextStepOf({ route: 'no_engagement', also: [] })).toBe('draft');
  });
});
