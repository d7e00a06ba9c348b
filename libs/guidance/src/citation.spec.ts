import { CITATION_KEYS, citationLabel, isCitationKey, resolveCitation } from './index.js';

describe('a citation', () => {
  it('is refused when nobody has written the source down', () => {
    expect(() => resolveCitation('A99', '2026-01-01')).toThrow(
      expect.objectContaining({ code: 'citation-unknown' }),
    );
    expect(isCitationKey('constructor')).toBe(false);
  });

  it.each(['A1', 'A1.p8-9', 'A1.p14', 'A1.p17', 'A1.p18', 'A1.p18-20'])(
    '%s cites the GMC of 2013 until 29 January 2024, and that of 2024 from the day after',
    (key) => {
      expect(resolveCitation(key, '2024-01-29').title).toContain('2013');
      expect(resolveCitation(key, '2024-01-30').title).toContain('2024');
    },
  );

  it('gives no paragraph of one edition with the title of another', () => {
    expect(resolveCitation('A1.p14', '2024-01-30').paragraph).toBe('paragraph 14');
    expect(resolveCitation('A1.p14', '2020-01-01').paragraph).toBeUndefined();
  });

  it('says when a source was not verified', () => {
    expect(citationLabel(resolveCitation('B.sar', '2026-01-01'))).toContain('not verified');
    expect(citationLabel(resolveCitation('A9', '2026-01-01'))).not.toContain('verified');
  });

  it('says when a rule came into force only later', () => {
    const early = resolveCitation('A9.duaa', '2026-06-18');
    expect(early.inForce).toBe(false);
    expect(citationLabel(early)).toContain('2026-06-19');
    expect(resolveCitation('A9.duaa', '2026-06-19').inForce).toBe(true);
  });

  it('cites each platform from its pack', () => {
    expect(resolveCitation('C.nhs_uk', '2026-01-01')).toMatchObject({ status: 'seen' });
    expect(resolveCitation('C.threads', '2026-01-01')).toMatchObject({ status: 'unverified' });
  });

  it('has, for every key, editions in the order of their dates, and a gist in each', () => {
    for (const key of CITATION_KEYS) {
      const early = resolveCitation(key, '1900-01-01');
      const late = resolveCitation(key, '2999-01-01');
      expect(early.gist.length).toBeGreaterThan(10);
      expect(late.inForce).toBe(true);
      expect((early.inForceFrom ?? '') <= (late.inForceFrom ?? '')).toBe(true);
    }
    expect(new Set(CITATION_KEYS).size).toBe(CITATION_KEYS.length);
  });
});
