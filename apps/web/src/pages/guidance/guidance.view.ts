import {
  type CitationEntry,
  type JurisdictionPack,
  JURISDICTIONS,
  listJurisdictionPacks,
  listSources,
  SHIPPED_REGULATORS,
} from '#guidance';
import { NotFound } from '#kernel';
import type { GuidanceTask } from '#knowledge';
import {
  CURRENCY_WORDS,
  LINK_WORDS,
  type EditionParams,
  type LibraryQuery,
} from '../../api/guidance/guidance.dto.js';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate, plural } from '../../views/filters.js';
import { bodiesOfLibrary, type ListedEdition, type ListedSource } from './library.js';

export const CURRENCY_TAGS = {
  current: { text: CURRENCY_WORDS.current, colour: 'green' },
  second_hand: { text: CURRENCY_WORDS.second_hand, colour: 'blue' },
  unverified: { text: CURRENCY_WORDS.unverified, colour: 'yellow' },
  overdue: { text: CURRENCY_WORDS.overdue, colour: 'red' },
} as const;
const TASK_TAGS = {
  unverified: CURRENCY_TAGS.unverified,
  overdue: CURRENCY_TAGS.overdue,
  link_broken: { text: 'Link is broken', colour: 'red' },
} as const;

/** Sources on one page of a list. */
const PAGE_SIZE = 20;

/** The library, one page of it. @param mayReview whether links to the form for another look are shown. */
export function libraryView(
  query: LibraryQuery,
  sources: readonly ListedSource[],
  mayReview: boolean,
): PageView {
  return {
    page: { title: 'Guidance' },
    values: query,
    found: plural(sources.length, 'source'),
    bodies: bodiesOfLibrary().map((text) => ({ value: text, text })),
    places: Object.entries(JURISDICTIONS).map(([value, text]) => ({ value, text })),
    states: Object.entries(CURRENCY_WORDS).map(([value, text]) => ({ value, text })),
    sources: onPage(sources, query.page).map((source) => sourceView(source, mayReview)),
    pages: pagesOf(sources, query.page, (page) => pageHref(query, page)),
    emptyList: {
      text: 'No source fits that search.',
      href: '/guidance',
      linkText: 'Show all sources',
    },
  };
}

function onPage<T>(all: readonly T[], page: number): readonly T[] {
  return all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
}

function pagesOf(all: readonly unknown[], page: number, hrefOf: (page: number) => string) {
  return {
    ...(page > 1 && { previousHref: hrefOf(page - 1) }),
    ...(page * PAGE_SIZE < all.length && { nextHref: hrefOf(page + 1) }),
  };
}

function pageHref({ q, body, place, status }: LibraryQuery, page: number): string {
  const given = Object.entries({ q, body, place, status }).filter(([, value]) => value);
  const search = new URLSearchParams([...(given as [string, string][]), ['page', String(page)]]);
  return `/guidance?${search.toString()}`;
}

function sourceView({ key, body, editions, usedBy }: ListedSource, mayReview: boolean) {
  return {
    key,
    heading: `${body}: ${editions[0]!.title}`,
    editions: editions.map((edition) => editionView(edition, mayReview)),
    uses: [
      ['Rules', usedBy.rules],
      ['Templates', usedBy.templates],
      ['Deadlines', usedBy.deadlines],
    ].map(([text, ids]) => ({ text, ids: (ids as string[]).join(', ') })),
  };
}

function editionView(edition: ListedEdition, mayReview: boolean) {
  const { title, body, paragraph, gist, state, warning, supersededBy, correction, note } = edition;
  return {
    place: [title, paragraph].filter(Boolean).join(', '),
    body,
    gist,
    tag: CURRENCY_TAGS[state.currency],
    warning,
    period: periodWords(edition),
    superseded: supersededBy && `${supersededBy.body}, ${supersededBy.title}`,
    link: state.link,
    linkCheck: linkWords(edition.linkCheck),
    isLinkBroken: edition.isLinkBroken,
    checked: `${formatDate(state.checkedOn)} by ${state.checkedBy}; next look by ${formatDate(state.reviewBy)}`,
    note,
    correction,
    checkHref: mayReview ? checkHref(edition) : undefined,
  };
}

function linkWords(check: ListedEdition['linkCheck']): string {
  if (!check) return '';
  const status = check.status ? ` (${check.status})` : '';
  return `${LINK_WORDS[check.outcome]}${status}, asked for on ${formatDate(check.checkedOn)}.`;
}

function periodWords({ inForceFrom, inForceTo }: ListedEdition): string {
  if (inForceFrom && inForceTo) {
    return `in force from ${formatDate(inForceFrom)} to ${formatDate(inForceTo)}`;
  }
  if (inForceFrom) return `in force from ${formatDate(inForceFrom)}`;
  return inForceTo ? `in force until ${formatDate(inForceTo)}` : '';
}

function checkHref({ key, edition }: EditionParams): string {
  return `/admin/guidance/${encodeURIComponent(key)}/${edition}`;
}

/** The sources that wait for a look. */
export function tasksView(tasks: readonly GuidanceTask[], page: number): PageView {
  return {
    page: { title: 'Sources to check' },
    count: plural(tasks.length, 'source'),
    table: {
      caption: 'Sources that wait for another look',
      captionHidden: true,
      columns: ['Source', 'Why', 'Waits since'].map((text) => ({ text })),
      rows: onPage(tasks, page).map((task) => ({ cells: taskCells(task) })),
    },
    pages: pagesOf(tasks, page, (other) => `/admin/guidance?page=${other}`),
  };
}

function taskCells({ key, edition, reason, raisedAt }: GuidanceTask) {
  const found = editionOf({ key, edition });
  return [
    {
      text: [found.body, found.title, found.paragraph].filter(Boolean).join(', '),
      href: checkHref({ key, edition }),
      note: key,
    },
    { tag: TASK_TAGS[reason] },
    { text: formatDate(raisedAt) },
  ];
}

/** The form for a look at one edition. @throws NotFound `source-not-found` */
export function checkView(params: EditionParams, today: string): PageView {
  const { title, body, paragraph, gist, link, inForceFrom } = editionOf(params);
  return {
    page: {
      title: 'Record another look',
      backLink: { href: '/admin/guidance', text: 'Sources to check' },
    },
    action: checkHref(params),
    link,
    facts: [
      { key: 'Source', text: [body, title, paragraph].filter(Boolean).join(', ') },
      { key: 'What we say it says', text: gist },
      { key: 'In force from', text: inForceFrom ? formatDate(inForceFrom) : 'Not dated' },
      { key: 'Where it was', text: link ?? 'No page known', href: link },
    ],
    values: { checkedOn: today, link: link ?? '' },
  };
}

function editionOf({ key, edition }: EditionParams): CitationEntry['editions'][number] {
  const source = listSources().find((one) => one.key === key);
  const found = source?.editions.find((one) => one.edition === edition);
  if (!found) throw new NotFound('source-not-found', 'We know no such source.');
  return found;
}

/** What each place switches. */
export function placesView(): PageView {
  return {
    page: {
      title: 'Bodies and rules by place',
      breadcrumbs: [{ text: 'Guidance', href: '/guidance' }],
    },
    places: listJurisdictionPacks().map((pack) => ({ name: pack.name, facts: placeFacts(pack) })),
    extensionPoints: SHIPPED_REGULATORS.list()
      .filter(({ status }) => status === 'extension_point')
      .map(({ name }) => name),
  };
}

function placeFacts(pack: JurisdictionPack) {
  const { bodies, police, complaints, breach, courts } = pack;
  const regulators = SHIPPED_REGULATORS.selectable(pack.key);
  return [
    { key: 'Regulator of doctors', text: regulators.map(({ name }) => name).join(', ') },
    { key: 'Complaints', lines: [complaints.name, `Clocks: ${complaints.clocks.join(', ')}`] },
    { key: 'Ombudsman', text: bodies.ombudsman.name },
    { key: 'Help with complaints', text: bodies.patientAdvocacy.name },
    { key: 'Data protection', lines: [bodies.dataProtection.name, `Clock: ${breach.clock}`] },
    { key: 'Safeguarding', text: bodies.safeguarding.name },
    {
      key: 'Police',
      lines: [`In danger: ${police.emergency}`, `Otherwise: ${police.nonEmergency}`],
    },
    { key: 'Press regulator', text: bodies.pressRegulator.name },
    { key: 'Inquests', text: bodies.coroner.name },
    { key: 'Defamation', lines: [courts.limitation, courts.seriousHarm] },
    { key: 'Letters', lines: [complaints.acknowledgement, pack.publicReply, breach.notice] },
  ];
}
