import { PLATFORM_NAMES } from '#guidance';
import type { CaseReport, ReportRow } from '#reporting';
import { LEARNING_THEMES, UNDECIDED } from '#reporting';
import { RULE_PACK } from '#triage';
import type { PageView } from '../../http/page-renderer.js';
import { barChart, type ChartModel, type Figure, monthChart } from '../../views/chart.js';
import { monthName, periodName } from '../../views/month-words.js';

const THEME_NAMES: Readonly<Record<string, string>> = LEARNING_THEMES;

const ROUTE_NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(RULE_PACK.routes.map(({ id, name }) => [id, name])),
  [UNDECIDED]: 'Not decided yet',
};

/** The reports page. */
export function reportsView(report: CaseReport, canExport: boolean): PageView {
  const isEmpty = report.total === 0;
  return {
    page: { title: 'Reports' },
    values: { from: report.period.from, until: report.period.until },
    periodName: periodName(report.period),
    exportHref: canExport
      ? `/exports?from=${report.period.from}&until=${report.period.until}`
      : undefined,
    total: report.total === null ? 'fewer than 5' : report.total.toLocaleString('en-GB'),
    isEmpty,
    isTooSmall: report.isTooSmall,
    empty: {
      text: `No cases were opened in ${periodName(report.period)}. Choose another period, or wait until a case is opened.`,
    },
    charts: isEmpty || report.isTooSmall ? [] : chartsOf(report),
  };
}

function chartsOf(report: CaseReport): ChartModel[] {
  const total = report.total ?? 0;
  const routes = figuresOf(report.byRoute, (value) => ROUTE_NAMES[value] ?? value);
  const platforms = figuresOf(report.byPlatform, (value) => PLATFORM_NAMES[value] ?? value);
  const themes = figuresOf(report.byTheme, (value) => THEME_NAMES[value] ?? value);
  const months = figuresOf(report.byMonth, (value) => value);
  const words = { valueHeading: 'Cases' };
  return [
    barChart({
      ...words,
      id: 'by-route',
      title: 'Cases by route',
      labelHeading: 'Route',
      description: mostSentence(routes, total, (label) => `Most went by “${label}”`),
      figures: routes,
    }),
    barChart({
      ...words,
      id: 'by-platform',
      title: 'Cases by platform',
      labelHeading: 'Platform',
      description: mostSentence(platforms, total, (label) => `Most were about ${label}`),
      figures: platforms,
    }),
    barChart({
      ...words,
      id: 'by-theme',
      title: 'What can be learned',
      labelHeading: 'Theme',
      description: mostSentence(themes, total, (label) => `Most to learn from: “${label}”`),
      figures: themes,
    }),
    monthChart({
      ...words,
      id: 'by-month',
      title: 'Cases opened by month',
      labelHeading: 'Month',
      description: mostSentence(
        months,
        total,
        (label) => `Most were opened in ${monthName(label)}`,
      ),
      figures: months,
    }),
  ];
}

function figuresOf(rows: readonly ReportRow[], name: (value: string) => string): Figure[] {
  return rows.map(({ value, count, hidden }) => ({
    label: name(value),
    value: count,
    isProtecting: hidden === 'protecting',
  }));
}

/** What a chart shows, in one sentence. Nothing is said of a number that is hidden. */
function mostSentence(
  figures: readonly Figure[],
  total: number,
  begin: (label: string) => string,
): string {
  const largest = Math.max(...figures.map(({ value }) => value ?? 0));
  const first = figures.filter(({ value }) => value === largest);
  const of = `of ${total.toLocaleString('en-GB')}`;
  if (largest === 0) return `All ${total.toLocaleString('en-GB')} are spread over small numbers.`;
  if (first.length > 1)
    return `No single one stands out (${largest.toLocaleString('en-GB')} ${of} at most).`;
  return `${begin(first[0]!.label)} (${largest.toLocaleString('en-GB')} ${of}).`;
}
