import { citationLabel, listSources, resolveCitation } from './index.js';

const editionsOf = (wanted: string) => listSources().find(({ key }) => key === wanted)!.editions;

describe('the sources', () => {
  it('say of each paragraph what it holds, who looked, when, and when to look again (seeds rows 21, 23, 30, 114)', () => {
    const wanted = [4, 9, 14, 15, 18, 19].map((number) => `A1.p${number}`);
    wanted.push(...[81, 83, 88, 89, 90, 93].map((number) => `A2.p${number}`), 'A11.bma', 'S.bma');
    for (const key of wanted) {
      const now = resolveCitation(key, '2026-11-25');
      expect(now.gist.length).toBeGreaterThan(20);
      expect(now.link).toMatch(/^https:\/\//);
      expect(now.checkedBy).toBe('Parapet, desk research');
      expect(now.reviewBy > now.checkedOn).toBe(true);
    }
  });

  it('that were read in their own words each say where', () => {
    const unlinked = listSources().flatMap(({ key, editions }) =>
      editions.filter(({ status, link }) => status === 'seen' && !link).map(() => key),
    );
    // The GMC’s edition of 2013 stands on no page that we know.
    expect(unlinked).toEqual(['A1.p17']);
  });

  it('that are from memory alone are looked at again soonest, and the pages of platforms each month (seeds rows 9, 56)', () => {
    expect(resolveCitation('B.sar', '2026-11-25').reviewBy).toBe('2027-02-22');
    expect(resolveCitation('A9', '2026-11-25').reviewBy).toBe('2027-11-22');
    expect(resolveCitation('C.google_business', '2026-11-25').reviewBy).toBe('2026-12-22');
  });

  it('keep the GMC of 2013 as superseded, up to the day before that of 2024 (seeds row 22)', () => {
    const [early, late] = editionsOf('A1.p14');
    expect(early).toMatchObject({
      inForceTo: '2024-01-29',
      supersededBy: { edition: '2024-01-30', title: late!.title },
    });
    expect(late!.supersededBy).toBeUndefined();
    for (const { editions } of listSources()) {
      expect(editions.slice(0, -1).every(({ supersededBy }) => supersededBy)).toBe(true);
    }
  });

  it('let the flat ban of 2017 on WhatsApp lead on to what holds now (seeds row 36)', () => {
    const old = resolveCitation('A7', '2017-10-01');
    expect(old).toMatchObject({ body: 'NHS Digital', supersededBy: { body: 'NHS England' } });
    expect(citationLabel(old)).toContain('as cited by Medical Protection');
    const now = resolveCitation('A7', '2026-11-25');
    expect(now.gist).toContain('local policy');
    expect(now.link).toBeDefined();
  });

  it('ask differently for a name before and after 30 January 2024 (seeds rows 26, 77)', () => {
    const before = resolveCitation('A1.p8-9', '2024-01-29');
    const after = resolveCitation('A1.p8-9', '2024-01-30');
    expect(before.gist).toContain('should also give their name');
    expect(after.gist).toContain('usually say who you are');
    expect(before.gist).not.toContain('usually');
  });

  it('say on paragraph 17 whose account it is seen in (seeds row 24)', () => {
    const label = citationLabel(resolveCitation('A1.p17', '2026-11-25'));
    expect(label).toContain('as cited by THEMIS, original not checked');
  });

  it('show for paragraph 18 both accounts, and that consent stands at 20 (seeds row 25)', () => {
    const { correction } = resolveCitation('A1.p18', '2026-11-25');
    expect(correction!.note).toContain('paragraph 20');
    expect(correction!.sources.map(({ name }) => name)).toEqual([
      expect.stringContaining('THEMIS'),
      expect.stringContaining('GMC'),
    ]);
    expect(resolveCitation('A1.p20', '2026-11-25').gist).toContain('explicit consent');
  });
});
