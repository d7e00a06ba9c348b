import { stringify } from 'csv-stringify';
import type { Stringifier } from 'csv-stringify';
import { type CaseFigure, UNDECIDED } from './case-figure.js';

/** Columns of the export, in order. No text, no name, no handle, no address is among them. */
export const EXPORT_COLUMNS = [
  'reference',
  'opened_on',
  'jurisdiction',
  'kind',
  'platform',
  'route',
  'decided_on',
  'released_on',
  'closed_on',
  'days_to_decision',
  'days_to_release',
  'outcome',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

const DAY = 86_400_000;

/** One case as a row of the export. Days are calendar days. */
export function exportRow(figure: CaseFigure): Record<ExportColumn, string> {
  return {
    reference: figure.reference,
    opened_on: figure.openedOn,
    jurisdiction: figure.jurisdiction,
    kind: figure.kind,
    platform: figure.platform,
    route: figure.route === UNDECIDED ? '' : figure.route,
    decided_on: figure.decidedOn ?? '',
    released_on: figure.releasedOn ?? '',
    closed_on: figure.closedOn ?? '',
    days_to_decision: daysBetween(figure.openedOn, figure.decidedOn),
    days_to_release: daysBetween(figure.openedOn, figure.releasedOn),
    outcome: figure.outcome,
  };
}

/**
 * Writes rows as CSV (RFC 4180): every cell quoted, and none that a spreadsheet would take for a formula;
 * such a cell begins with an apostrophe.
 */
export function csvWriter(columns: readonly string[] = EXPORT_COLUMNS): Stringifier {
  return stringify({
    columns: [...columns],
    header: true,
    quoted: true,
    quoted_empty: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}

function daysBetween(from: string, until: string | null): string {
  return until === null ? '' : String(Math.round((Date.parse(until) - Date.parse(from)) / DAY));
}
