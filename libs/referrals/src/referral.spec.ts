import fc from 'fast-check';
import {
  assertDay,
  assertDecided,
  assertStep,
  REFERRAL_ROUTES,
  REFERRAL_STATES,
  REFERRAL_STEPS,
  type ReferralRoute,
} from './index.js';

describe('a referral', () => {
  it('is refused on a route that nobody decided', () => {
    const undecided = { primaryRoute: null, alsoRoutes: [] };
    for (const route of Object.keys(REFERRAL_ROUTES) as ReferralRoute[]) {
      expect(() => assertDecided(undecided, route)).toThrow('Decide this route');
    }
  });

  it('is taken on the route decided first and on those besides', () => {
    const decided = { primaryRoute: 'moderator_report', alsoRoutes: ['police_report'] };
    expect(() => assertDecided(decided, 'moderator_report')).not.toThrow();
    expect(() => assertDecided(decided, 'police_report')).not.toThrow();
    expect(() => assertDecided(decided, 'safeguarding')).toThrow();
  });

  it('is never sent after it was answered or withdrawn, whatever steps were tried before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REFERRAL_STATES), { maxLength: 12 }), (tries) => {
        let state: (typeof REFERRAL_STATES)[number] = 'decided';
        for (const next of tries) {
          const ended = REFERRAL_STEPS[state].length === 0;
          try {
            assertStep(state, next);
            expect(ended).toBe(false);
            state = next;
          } catch (error) {
            expect(error).toMatchObject({ code: 'referral-step-wrong' });
          }
        }
      }),
    );
  });

  it('has days that run forward and none ahead', () => {
    const limits = { from: '2026-03-02', today: '2026-03-09' };
    expect(() => assertDay('sentOn', '2026-03-01', limits)).toThrow('before');
    expect(() => assertDay('sentOn', '2026-03-10', limits)).toThrow('future');
    expect(() => assertDay('sentOn', '2026-03-09', limits)).not.toThrow();
  });
});
