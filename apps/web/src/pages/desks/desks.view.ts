import {
  type CaseOnRoute,
  type DataProtectionCase,
  type PatientFact,
  READING_REASONS,
} from '#cases';
import { PLATFORM_NAMES } from '#guidance';
import type { Page } from '#kernel';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate, formatDateTime } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';
import { optionsOf } from '../../views/options.js';
import { factRows } from '../casework/patient-facts.view.js';
import { dueCell, kindName, nationName, routeName } from '../cases/cases.view.js';

/** The list of the cases of one desk. */
export function deskView(
  { title, base }: { title: string; base: string },
  { items, next }: Page<CaseOnRoute>,
  now: Date,
): PageView {
  return {
    page: { title },
    table: {
      caption: `${title}, newest first`,
      captionHidden: true,
      columns: ['Case', 'State', 'What', 'Route', 'Opened', 'Due'].map((text) => ({ text })),
      rows: items.map((row) => ({ cells: deskCells(row, base, now) })),
    },
    pages: listPages(base, next),
  };
}

function deskCells(row: CaseOnRoute, base: string, now: Date) {
  return [
    { text: row.reference, href: `${base}/${row.reference}`, urgent: row.isUrgent },
    { tag: stateOf(row) },
    { text: kindName(row.kind), note: PLATFORM_NAMES[row.platform] ?? row.platform },
    { text: routeName(row.route) },
    { text: formatDate(row.openedAt) },
    dueCell(row, now),
  ];
}

/** One data-protection case with its post. */
export function dataProtectionView(found: DataProtectionCase): PageView {
  return {
    page: {
      title: `Case ${found.reference}`,
      backLink: { href: '/data-protection', text: 'Data-protection cases' },
    },
    state: stateOf(found),
    facts: [
      ...safeFacts(found),
      { key: 'Account', text: found.handle },
      { key: 'Address', text: found.url, href: found.url },
      { key: 'Posted on', text: found.postedOn ? formatDate(found.postedOn) : 'Not known' },
      { key: 'Seen on', text: formatDate(found.seenOn) },
    ],
    postText: found.postText,
    patientHref: `/data-protection/${found.reference}/patient`,
    worksheetsHref: `/cases/${found.reference}/worksheets`,
  };
}

/** The patient facts for the data protection officer; without `facts` the form that asks for a reason. */
export function deskPatientView(
  { reference }: DataProtectionCase,
  facts: readonly PatientFact[] | undefined,
): PageView {
  const base = `/data-protection/${reference}`;
  return {
    page: {
      title: 'Patient facts',
      caption: reference,
      backLink: { href: base, text: `Case ${reference}` },
    },
    base: `${base}/patient`,
    reasons: optionsOf(READING_REASONS),
    facts: facts && factRows(facts).map(({ kind, value }) => ({ key: kind, text: value })),
  };
}

function safeFacts(found: CaseOnRoute) {
  return [
    { key: 'Route', text: routeName(found.route) },
    { key: 'What happened', text: kindName(found.kind) },
    { key: 'Platform', text: PLATFORM_NAMES[found.platform] ?? found.platform },
    { key: 'Nation', text: nationName(found.jurisdiction) },
    { key: 'Opened', text: formatDateTime(found.openedAt) },
    { key: 'Next due', text: found.dueAt ? formatDateTime(found.dueAt) : 'Nothing is due' },
  ];
}

function stateOf({ state }: CaseOnRoute) {
  return state === 'open' ? { text: 'Open', colour: 'blue' } : { text: 'Closed', colour: 'grey' };
}
