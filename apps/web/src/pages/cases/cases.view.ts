import type { AuditEntry } from '#audit';
import {
  type Case,
  CASE_OUTCOMES,
  type CaseOverview,
  type CaseStanding,
  COUNTED_UP_TO,
  SETTINGS,
  SHARINGS,
  type WorkCounts,
  WORK_VIEWS,
  type WorklistRow,
  type WorkView,
} from '#cases';
import { type Actor, can } from '#identity';
import { JURISDICTIONS, PLATFORM_NAMES } from '#guidance';
import { INCIDENT_KIND_LABELS, RULE_PACK } from '#triage';
import type { Page } from '#kernel';
import type { CasesQuery } from '../../api/cases/cases.dto.js';
import type { PageView } from '../../http/page-renderer.js';
import { auditWords } from '../../views/audit-words.js';
import { type Due, dueWord } from '../../views/deadline-words.js';
import { formatDate, formatDateTime, formatShortDateTime } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';
import { caseTabs } from './case-tabs.js';
import { DIRECTION_WORDS, VISIBILITY_WORDS } from './incident-choices.js';
import { nextStepOf, nextStepText } from './next-step.js';

const KINDS: Readonly<Record<string, string>> = INCIDENT_KIND_LABELS;

const ROUTE_NAMES = new Map<string, string>(RULE_PACK.routes.map(({ id, name }) => [id, name]));

const OUTCOMES: Readonly<Record<string, string>> = CASE_OUTCOMES;

const NATIONS: Readonly<Record<string, string>> = JURISDICTIONS;

const WORK_WORDS: Record<WorkView, { text: string; empty: string }> = {
  mine: { text: 'Mine', empty: 'You have no open cases.' },
  unassigned: { text: 'Unassigned', empty: 'Every open case has an owner.' },
  due: { text: 'Due soon', empty: 'Nothing is due in the next three days.' },
  all: { text: 'All open', empty: 'There are no open cases.' },
};

/** A decided route in words. */
export function routeName(id: string | null): string {
  return id ? (ROUTE_NAMES.get(id) ?? id) : 'Not decided yet';
}

/** The kind of an incident in words. */
export function kindName(id: string): string {
  return KINDS[id] ?? id;
}

/** A nation in words. */
export function nationName(id: string): string {
  return NATIONS[id] ?? id;
}

/** The worklist: what is due first comes first. */
export function workView(
  query: CasesQuery,
  { page, counts }: { page: Page<WorklistRow>; counts: WorkCounts },
  now: Date,
): PageView {
  return {
    page: { title: 'My work' },
    views: WORK_VIEWS.map((view) => ({
      href: `/work?view=${view}`,
      text: WORK_WORDS[view].text,
      count: counts[view] > COUNTED_UP_TO ? `${COUNTED_UP_TO}+` : counts[view],
      current: view === query.view,
    })),
    emptyList: {
      text: WORK_WORDS[query.view].empty,
      href: '/cases/new',
      linkText: 'Log an incident',
    },
    table: {
      caption: `${WORK_WORDS[query.view].text}, due first`,
      captionHidden: true,
      columns: ['Due', 'Case', 'Doctor', 'What', 'Owner', 'Next step'].map((text) => ({ text })),
      rows: page.items.map((row) => ({ cells: workCells(row, now) })),
    },
    pages: listPages('/work', page.next, { view: query.view }),
  };
}

function workCells(row: WorklistRow, now: Date) {
  return [
    dueCell(row, now),
    { text: row.reference, href: `/cases/${row.reference}`, urgent: row.isUrgent, note: row.title },
    { text: row.doctorName || 'Not given' },
    { text: kindName(row.kind), note: PLATFORM_NAMES[row.platform] ?? row.platform },
    { text: row.ownerName ?? 'Nobody yet' },
    { text: nextStepText(row) },
  ];
}

/** When something is due, and how near that is; hours and the day of the week for a clock that counts hours. */
export function dueCell({ dueAt, ...due }: Omit<Due, 'dueAt'> & { dueAt: Date | null }, now: Date) {
  if (!dueAt) return { text: 'Nothing is due' };
  const text = due.isDueByHour ? formatShortDateTime(dueAt) : formatDateTime(dueAt);
  return { text, due: dueWord({ ...due, dueAt }, now) };
}

/** The frame of every page of one case. */
export function caseBarOf(found: Case, current: string, standing: CaseStanding) {
  return {
    reference: found.reference,
    title: found.title,
    state:
      found.state === 'open'
        ? { text: 'Open', colour: 'blue' }
        : { text: 'Closed', colour: 'grey' },
    urgent: found.isUrgent,
    restricted: found.isWalled,
    claim: standing.hasClaim,
    owner: standing.ownerName,
    due: dueOf(found, standing),
    holdsHref: standing.openHolds > 0 ? `/cases/${found.reference}/holds` : undefined,
    ...caseTabs(`/cases/${found.reference}`, current, standing),
  };
}

/** When the next clock of a case ends; undefined where none runs. */
function dueOf({ jurisdiction }: Case, { dueAt, isDueByHour, readAt }: CaseStanding) {
  if (!dueAt) return undefined;
  const due = { dueAt, isDueByHour, jurisdiction };
  return { dueAt: dueAt.toISOString(), ...dueWord(due, readAt) };
}

/** The first page of a case. */
export function caseView(
  overview: CaseOverview & { latest: readonly AuditEntry[] },
  actor: Actor,
): PageView {
  const { found, related, latest } = overview;
  const base = `/cases/${found.reference}`;
  return {
    page: { title: 'Summary' },
    caseBar: {
      ...caseBarOf(found, base, overview),
      nextStep: found.state === 'open' && nextStepOf(base, found),
    },
    facts: summaryFacts(found),
    postText: found.postText,
    ending: found.state === 'closed' && {
      outcome: OUTCOMES[found.outcome ?? ''] ?? found.outcome,
      reason: found.closingReason,
    },
    related,
    timeline: timelineItems(latest),
    actions: can(actor, 'case:write') ? caseActions(found, actor) : [],
    urgency: can(actor, 'case:write') && found.state === 'open' && { isUrgent: found.isUrgent },
  };
}

/** What can be done with a case besides its next step. */
function caseActions(found: Case, actor: Actor) {
  const base = `/cases/${found.reference}`;
  const isOpen = found.state === 'open';
  return [
    ...(isOpen ? [{ href: `${base}/assignment`, text: 'Take it or hand it over' }] : []),
    ...(isOpen ? [{ href: `${base}/edit`, text: 'Change the details' }] : []),
    ...(can(actor, 'case:wall') ? [{ href: `${base}/wall`, text: 'Who may see it' }] : []),
    { href: `${base}/closing`, text: isOpen ? 'Close the case' : 'Open it again' },
  ];
}

/** What happened, in words. */
export function timelineItems(entries: readonly AuditEntry[]) {
  return entries.map((entry) => ({
    title: auditWords(entry.action),
    at: entry.at.toISOString(),
    by: entry.actorName ?? 'Parapet',
  }));
}

/** A closed group or a message is never private: what is said in it gets out. */
function visibilityLines({ visibility, groupSize }: Case): string[] {
  if (visibility === 'public') return [VISIBILITY_WORDS.public];
  const people =
    groupSize === null
      ? 'How many is not known'
      : `About ${groupSize.toLocaleString('en-GB')} people`;
  return [
    VISIBILITY_WORDS[visibility],
    `${people}. It may get out at any time: nobody counts on it to stay private.`,
  ];
}

function summaryFacts(found: Case) {
  return [
    { key: 'Route', lines: [routeName(found.primaryRoute), ...found.alsoRoutes.map(routeName)] },
    { key: 'What happened', text: kindName(found.kind) },
    { key: 'Who posted', text: DIRECTION_WORDS[found.direction] },
    { key: 'Doctor', text: found.doctorName },
    { key: 'Platform', text: PLATFORM_NAMES[found.platform] ?? found.platform },
    { key: 'Account', text: found.handle },
    { key: 'Address', text: found.url, href: found.url },
    { key: 'Posted on', text: formatDate(found.postedOn) || 'Not known' },
    { key: 'Seen on', text: formatDate(found.seenOn) },
    { key: 'Who can see it', lines: visibilityLines(found) },
    { key: 'Shared further', text: SHARINGS[found.sharing] },
    { key: 'Nation', text: NATIONS[found.jurisdiction] },
    { key: 'Care setting', text: SETTINGS[found.setting] },
  ];
}
