import { INCIDENT_KINDS, KINDS_BY_DOCTOR } from '#triage';
import { reportOf } from './case-report.service.js';
import { countsByTheme, LEARNING_THEMES, themeOf } from './learning-theme.js';

const PERIOD = { from: '2026-01', until: '2026-01' };
const all = (count: number) => ({ dimension: 'all', value: '2026-01', count }) as const;
const ofKind = (value: string, count: number) => ({ dimension: 'kind', value, count }) as const;

describe('what a team can learn from its cases', () => {
  it('has a theme for whatever a doctor may have posted, and one for what others post (seeds row 96)', () => {
    const unnamed = Object.keys(KINDS_BY_DOCTOR).filter((kind) => themeOf(kind) === 'other');
    expect(unnamed).toEqual(['criminal_online']);
    expect(themeOf('negative_review')).toBe('from-others');
    const themes = new Set(INCIDENT_KINDS.map(themeOf));
    expect([...themes].sort()).toEqual(Object.keys(LEARNING_THEMES).sort());
  });

  it('is counted over kinds, so that breaches by accident stand together (seeds row 96)', () => {
    const kinds = [ofKind('metadata_leak', 4), ofKind('clinical_image_no_consent', 7)];
    expect(countsByTheme(kinds)).toEqual([{ value: 'pictures', count: 11 }]);
    const report = reportOf(PERIOD, [all(31), ...kinds, ofKind('negative_review', 20)]);
    expect(report.byTheme).toMatchObject([
      { value: 'from-others', count: 20 },
      { value: 'pictures', count: 11 },
    ]);
  });

  it('hides what few cases would tell of somebody (seeds row 96)', () => {
    const rows = [all(30), ofKind('metadata_leak', 2), ofKind('reply_breach', 28)];
    const shown = reportOf(PERIOD, rows).byTheme.map(({ count }) => count);
    expect(shown).not.toContain(2);
  });

  it('is said without blame (seeds row 96)', () => {
    const blame =
      /\b(?:faults?|guilt\w*|culprits?|offenders?|careless\w*|negligen\w*|to blame|reckless\w*|mistakes?|failures?|failed|wrongdo\w*)\b/i;
    for (const words of Object.values(LEARNING_THEMES)) expect(words).not.toMatch(blame);
  });
});
