import { assess } from './index.js';

/** A doctor who wrote about health without a name. */
const anonymous = {
  direction: 'by_doctor',
  anonymous_account: true,
  uses_professional_status: true,
};

describe('advice on giving one’s name', () => {
  it.each([
    ['2024-01-29', 'Doctors’ use of social media (2013)', 'should also give their name'],
    [
      '2024-01-30',
      'Using social media as a medical professional (2024)',
      'usually say who you are',
    ],
  ])('for a post of %s cites %s (seeds rows 22, 26, 77)', (on, title, gist) => {
    const naming = assess(anonymous, on).citations.find(({ key }) => key === 'A1.p8-9');
    expect(naming).toMatchObject({ title, gist: expect.stringContaining(gist) });
  });

  it('cites the Guide for a doctor in Ireland (seeds rows 28, 103)', () => {
    const { citations } = assess({ ...anonymous, jurisdiction: 'ireland' }, '2026-11-25');
    expect(citations.map(({ key }) => key)).toContain('A6.ie');
    expect(citations.filter(({ body }) => body === 'GMC')).toEqual([]);
  });
});
