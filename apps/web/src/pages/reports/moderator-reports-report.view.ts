import { GROUND_LABELS, PLATFORM_NAMES } from '#guidance';
import {
  type ModeratorReportsReport,
  REPORT_RESULTS,
  type ReportResultKey,
  type SuccessRow,
} from '#reporting';
import type { PageView } from '../../http/page-renderer.js';
import { barChart, type Figure } from '../../views/chart.js';
import { periodName } from '../../views/month-words.js';

const RESULT_WORDS: Record<ReportResultKey, string> = {
  gone: 'Gone',
  stays: 'Kept',
  edited: 'Edited',
  open: 'No answer yet',
};

type Names = (value: string) => string;

const byPlatform: Names = (value) => PLATFORM_NAMES[value] ?? value;
const byGround: Names = (value) => GROUND_LABELS[value] ?? value;

/** What became of the reports that were sent in a period: charts of those that worked, tables of all. */
export function moderatorReportsReportView(
  report: ModeratorReportsReport,
  canExport: boolean,
): PageView {
  const isEmpty = report.total === 0;
  const name = periodName(report.period);
  return {
    page: { title: 'Reports to platforms' },
    values: { from: report.period.from, until: report.period.until },
    periodName: name,
    exportHref: canExport
      ? `/exports?kind=moderator-reports&from=${report.period.from}&until=${report.period.until}`
      : undefined,
    isEmpty,
    isTooSmall: report.isTooSmall,
    empty: { text: `No reports were sent in ${name}. Choose another period.` },
    total: report.total?.toLocaleString('en-GB'),
    results: REPORT_RESULTS.map((result) => ({
      text: RESULT_WORDS[result],
      figure: shown(report.results[result].count),
    })),
    sections: isEmpty || report.isTooSmall ? [] : sectionsOf(report),
  };
}

function sectionsOf(report: ModeratorReportsReport) {
  return [
    sectionOf('platform', 'Platform', { rows: report.byPlatform, name: byPlatform }),
    sectionOf('ground', 'Rule', { rows: report.byGround, name: byGround }),
  ];
}

function sectionOf(
  id: string,
  heading: string,
  { rows, name }: { rows: readonly SuccessRow[]; name: Names },
) {
  const figures: Figure[] = rows.map(({ value, results }) => ({
    label: name(value),
    value: results.gone.count,
    isProtecting: results.gone.hidden === 'protecting',
  }));
  const noun = heading.toLowerCase();
  return {
    chart: barChart({
      id: `gone-by-${id}`,
      title: `Posts that are gone, by ${noun}`,
      description: `How many reported posts are gone, by ${noun}.`,
      labelHeading: heading,
      valueHeading: 'Gone',
      figures,
    }),
    table: {
      caption: `What became of reports, by ${noun}`,
      columns: [heading, ...REPORT_RESULTS.map((result) => RESULT_WORDS[result])].map((text) => ({
        text,
      })),
      rows: rows.map(({ value, results }) => ({
        cells: [
          { text: name(value) },
          ...REPORT_RESULTS.map((result) => ({ text: shown(results[result].count) })),
        ],
      })),
    },
  };
}

function shown(count: number | null): string {
  return count === null ? 'Hidden' : count.toLocaleString('en-GB');
}
