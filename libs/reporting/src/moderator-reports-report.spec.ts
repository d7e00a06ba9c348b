import * as fc from 'fast-check';
import { moderatorReportRows } from './moderator-reports-csv.js';
import {
  moderatorReportsOf,
  REPORT_RESULTS,
  type ReportCount,
} from './moderator-reports-report.js';

const period = { from: '2026-01', until: '2026-12' };

const row = (platform: string, result: ReportCount['result'], count: number): ReportCount => ({
  platform,
  ground: platform === 'x' ? 'hateful_conduct' : 'personal_information',
  result,
  count,
});

describe('the file of what became of reports', () => {
  it('has a row for all, then for each platform and each rule, and hides what the page hides', () => {
    const counts = [row('x', 'gone', 10), row('google_business', 'gone', 20), row('x', 'stays', 2)];
    const rows = moderatorReportRows(period, counts).map((one) => Object.values(one).join());
    expect(rows).toEqual([
      'all,,32,hidden,hidden,0,0',
      'platform,google_business,,hidden,hidden,0,0',
      'platform,x,,hidden,hidden,0,0',
      'rule,hateful_conduct,,hidden,hidden,0,0',
      'rule,personal_information,,hidden,hidden,0,0',
    ]);
  });

  it('says nothing of one to four reports, and has no row where none was sent', () => {
    const few = moderatorReportRows(period, [row('x', 'gone', 4)]);
    expect(few.map((one) => Object.values(one).join())).toEqual([
      'all,,hidden,hidden,hidden,hidden,hidden',
    ]);
    expect(moderatorReportRows(period, [])).toEqual([]);
  });
});

describe('what became of reports', () => {
  it('is not told of one to four reports', () => {
    const report = moderatorReportsOf(period, [row('x', 'gone', 4)]);
    expect(report).toMatchObject({ total: null, isTooSmall: true, byPlatform: [], byGround: [] });
  });

  it('is an empty report where none was sent', () => {
    expect(moderatorReportsOf(period, [])).toMatchObject({ total: 0, isTooSmall: false });
  });

  it('is told by platform and by ground', () => {
    const report = moderatorReportsOf(period, [
      row('x', 'gone', 10),
      row('google_business', 'gone', 20),
      row('x', 'stays', 8),
    ]);
    expect(report.total).toBe(38);
    expect(report.byPlatform.map(({ value }) => value)).toEqual(['google_business', 'x']);
    expect(report.byPlatform[1]?.results).toMatchObject({
      gone: { count: 10 },
      stays: { count: 8 },
    });
    expect(report.byGround[0]).toMatchObject({ value: 'hateful_conduct' });
  });

  it('hides every cell of a result whose own sum is hidden', () => {
    const report = moderatorReportsOf(period, [row('x', 'gone', 40), row('x', 'stays', 2)]);
    const shown = report.byPlatform.map(({ results }) => results.stays.count);
    expect(shown.every((count) => count === null)).toBe(true);
  });

  it('never shows a number from one to four, nor one that its column gives away', () => {
    const count = fc.record({
      platform: fc.constantFrom('x', 'facebook', 'reddit'),
      result: fc.constantFrom(...REPORT_RESULTS),
      count: fc.nat({ max: 12 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(count, { selector: (c) => c.platform + c.result }), (counts) => {
        const report = moderatorReportsOf(
          period,
          counts.map((one) => row(one.platform, one.result, one.count)),
        );
        for (const result of REPORT_RESULTS) {
          const cells = report.byPlatform.map(({ results }) => results[result].count);
          for (const cell of cells) expect(cell === null || cell === 0 || cell >= 5).toBe(true);
          const hidden = cells.filter((cell) => cell === null);
          const sum = report.results[result].count;
          if (sum !== null && sum > 0) expect(hidden.length).not.toBe(1);
        }
      }),
    );
  });
});
