import { computeDeadline, JURISDICTIONS } from '#deadlines';
import type { Answers } from '../answers.js';
import { missingForSignOff } from '../answers.js';
import { introOf, mayOpen } from '../worksheet.js';
import { DEFAMATION_CLAIM } from './defamation-claim.js';
import { LEGAL_NOTICE } from './legal-notice.js';
import { SECTION_5_NOTICE } from './section-5-notice.js';

const BOTH_WAYS = [LEGAL_NOTICE, DEFAMATION_CLAIM];
const lastDay = (jurisdiction: (typeof JURISDICTIONS)[number]) =>
  computeDeadline({ deadline: 'defamation_1y', jurisdiction, start: '2026-03-02' });

const SAID: Answers = {
  complainant: 'A colleague',
  isPatient: 'no',
  letterOn: '2026-01-05',
  words: 'He buys his reviews',
  firstPublishedOn: '2026-01-02',
  captured: 'yes',
  defence: 'unsure',
  harm: 'Lost referrals',
  process: 'no',
  solicitorView: 'Say nothing yet',
};

describe('libel, with the doctor as its target and as its author', () => {
  it.each(BOTH_WAYS.map((kind) => [kind.id, kind] as const))(
    '%s says what the law of each nation asks, and Scotland and Northern Ireland differ (seeds row 38)',
    (_, kind) => {
      const said = JURISDICTIONS.map((jurisdiction) =>
        introOf(kind, { jurisdiction }).slice(kind.intro.length).join(' '),
      );
      expect(new Set(said).size).toBe(JURISDICTIONS.length);
      const [scotland, northern, ireland] = (
        ['scotland', 'northern_ireland', 'ireland'] as const
      ).map((jurisdiction) => introOf(kind, { jurisdiction }).join(' '));
      expect(scotland).toContain('Acts of 1973 and 2021');
      expect(northern).toContain('Limitation Order of 1989');
      expect(northern).toContain('not verified');
      expect(ireland).toContain('a court may allow up to two');
      for (const words of [scotland, northern, ireland]) expect(words).toContain('no notice under');
    },
  );

  it('counts one year from first publication in each nation, on the law of that nation (seeds row 38)', () => {
    const told = JURISDICTIONS.map((nation) => lastDay(nation));
    expect(new Set(told.map(({ due }) => due))).toEqual(new Set(['2027-03-02']));
    for (const kind of BOTH_WAYS) {
      expect(kind.signOff.brings?.clocks).toEqual([
        { deadline: 'defamation_1y', startFrom: 'firstPublishedOn' },
      ]);
    }
  });

  it.each(JURISDICTIONS)(
    'can be noticed to a site under section 5 in England and Wales alone: %s (seeds row 38)',
    (jurisdiction) => {
      const found = { primaryRoute: 'platform_legal_notice', alsoRoutes: [], jurisdiction };
      const isHere = jurisdiction === 'england' || jurisdiction === 'wales';
      expect(mayOpen(SECTION_5_NOTICE, found)).toBe(isHere);
      expect(mayOpen(LEGAL_NOTICE, found)).toBe(true);
      expect(mayOpen(DEFAMATION_CLAIM, found)).toBe(true);
    },
  );

  it('decides nothing about the doctor’s own post before a copy is kept (seeds row 38)', () => {
    const missing = (answers: Answers) =>
      missingForSignOff(DEFAMATION_CLAIM, answers).map(({ question }) => question);
    expect(missing(SAID)).toEqual([]);
    expect(missing({ ...SAID, captured: 'no' })).toEqual(['captured']);
    expect(missing({ ...SAID, defence: 'true' })).toEqual(['proof']);
  });

  it('is a solicitor’s, with scope and claims team told the next day (seeds row 38)', () => {
    expect(DEFAMATION_CLAIM.signOff).toMatchObject({
      right: 'worksheet:sign-legal',
      needsOther: true,
    });
    const keys = DEFAMATION_CLAIM.signOff.brings?.tasks?.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['scope', 'claims-team']));
  });
});
