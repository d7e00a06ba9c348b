import { citationLabel, needsReview, type Recheck, resolveCitation, reviewState } from './index.js';

const seen = resolveCitation('A9', '2026-11-25');
const unread = resolveCitation('B.sar', '2026-11-25');
const recheck: Recheck = {
  key: 'B.sar',
  edition: unread.edition,
  checkedOn: '2026-12-01',
  checkedBy: 'Ash Admin',
  link: 'https://ico.org.uk/access',
  reviewBy: '2027-06-01',
};

describe('the state of a source', () => {
  it('is overdue from the day after the day for another look', () => {
    expect(reviewState(seen, '2027-11-22').currency).toBe('current');
    expect(reviewState(seen, '2027-11-23').currency).toBe('overdue');
    expect(needsReview(reviewState(seen, '2027-11-23'))).toBe(true);
  });

  it('asks for a look at what nobody has read, and not at what was read second-hand', () => {
    expect(reviewState(unread, '2026-11-25').currency).toBe('unverified');
    expect(needsReview(reviewState(unread, '2026-11-25'))).toBe(true);
    const second = reviewState(resolveCitation('B.rule7', '2026-11-25'), '2026-11-25');
    expect([second.currency, needsReview(second)]).toEqual(['second_hand', false]);
  });

  it('is current once somebody has looked, until the day that they named', () => {
    expect(reviewState(unread, '2027-06-01', recheck)).toEqual({
      currency: 'current',
      checkedOn: '2026-12-01',
      checkedBy: 'Ash Admin',
      reviewBy: '2027-06-01',
      link: 'https://ico.org.uk/access',
      isRechecked: true,
    });
    expect(reviewState(unread, '2027-06-02', recheck).currency).toBe('overdue');
  });

  it('passes over a look that is older than the text as shipped', () => {
    const old = { ...recheck, checkedOn: '2026-01-01' };
    expect(reviewState(unread, '2026-11-25', old).isRechecked).toBe(false);
  });
});

describe('a label', () => {
  it('says that another look is overdue, also of what was read (seeds rows 36, 114)', () => {
    expect(citationLabel(seen, { today: '2027-11-22' })).not.toContain('look');
    expect(citationLabel(seen, { today: '2027-11-23' })).toContain('was due by 2027-11-22');
  });

  it('warns of nothing that the organisation has looked at itself', () => {
    const label = citationLabel(unread, { today: '2027-01-01', recheck });
    expect(label).not.toContain('verified');
    expect(citationLabel(unread, { today: '2027-01-01' })).toContain('not verified');
  });
});
