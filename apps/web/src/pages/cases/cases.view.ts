import type { AuditEntry } from '#audit';
import {
  type Case,
  DIRECTIONS,
  NEXT_STEPS,
  SETTINGS,
  VISIBILITIES,
  type WorklistRow,
  type WorkView,
} from '#cases';
import { CALENDAR_NAMES, workingDaysUntil } from '#deadlines';
import { JURISDICTIONS, PLATFORM_NAMES } from '#guidance';
import { INCIDENT_KIND_LABELS } from '#triage';
import type { Page } from '#kernel';
import type { CasesQuery } from '../../api/cases/cases.dto.js';
import type { PageView } from '../../http/page-renderer.js';
import { auditWords } from '../../views/audit-words.js';
import { deadlineWord } from '../../views/deadline-words.js';
import { formatDateTime } from '../../views/filters.js';

const KINDS: Readonly<Record<string, string>> = INCIDENT_KIND_LABELS;

const NATIONS: Readonly<Record<string, string>> = JURISDICTIONS;

const DIRECTION_WORDS: Record<Case['direction'], string> = {
  about_doctor: 'Others posted about the doctor',
  by_doctor: 'The doctor posted',
  both: 'Both, such as a reply by the doctor',
};

const VISIBILITY_WORDS: Record<Case['visibility'], string> = {
  public: 'Everybody',
  closed_group: 'A closed group',
  private_message: 'The people in a private message',
};

const WORK_WORDS: Record<WorkView, { text: string; empty: string }> = {
  mine: { text: 'Mine', empty: 'You have no open cases.' },
  unassigned: { text: 'Unassigned', empty: 'Every open case has an owner.' },
  due: { text: 'Due soon', empty: 'Nothing is due in the next three days.' },
  all: { text: 'All open', empty: 'There are no open cases.' },
};

/** What the log page offers to choose from. */
export function incidentChoices() {
  return {
    directions: DIRECTIONS.map((value) => ({ value, text: DIRECTION_WORDS[value] })),
    visibilities: VISIBILITIES.map((value) => ({ value, text: VISIBILITY_WORDS[value] })),
    kinds: options(KINDS),
    platforms: options(PLATFORM_NAMES),
    jurisdictions: options(JURISDICTIONS),
    settings: options(SETTINGS),
  };
}

function options(table: Readonly<Record<string, string>>) {
  return Object.entries(table).map(([value, text]) => ({ value, text }));
}

/** The worklist: what is due first comes first. */
export function workView(query: CasesQuery, page: Page<WorklistRow>, now: Date): PageView {
  return {
    page: { title: 'My work' },
    views: Object.entries(WORK_WORDS).map(([view, { text }]) => ({
      href: `/work?view=${view}`,
      text,
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
    pages: page.next
      ? { nextHref: `/work?view=${query.view}&cursor=${encodeURIComponent(page.next)}` }
      : {},
  };
}

function workCells(row: WorklistRow, now: Date) {
  return [
    dueCell(row.dueAt, now),
    { text: row.reference, href: `/cases/${row.reference}`, urgent: row.isUrgent, note: row.title },
    { text: row.doctorName || 'Not given' },
    { text: KINDS[row.kind] ?? row.kind, note: PLATFORM_NAMES[row.platform] ?? row.platform },
    { text: row.ownerName ?? 'Nobody yet' },
    { text: NEXT_STEPS[row.nextStep] },
  ];
}

function dueCell(dueAt: Date | null, now: Date) {
  if (!dueAt) return { text: 'No clock runs' };
  const day = (at: Date) => at.toISOString().slice(0, 10);
  const left = workingDaysUntil(day(now), day(dueAt), CALENDAR_NAMES[0]!);
  return { text: formatDateTime(dueAt), due: deadlineWord(left) };
}

/** The frame of every page of one case. */
export function caseBarOf(found: Case, current: string, ownerName?: string | null) {
  const base = `/cases/${found.reference}`;
  const tabs = [
    { href: base, text: 'Summary' },
    { href: `${base}/triage`, text: 'Triage' },
    { href: `${base}/deadlines`, text: 'Deadlines' },
    { href: `${base}/drafts`, text: 'Drafts' },
    { href: `${base}/referrals`, text: 'Referrals' },
    { href: `${base}/patient`, text: 'Patient facts' },
    { href: `${base}/notes`, text: 'Notes' },
    { href: `${base}/timeline`, text: 'Timeline' },
  ];
  return {
    reference: found.reference,
    title: found.title,
    state:
      found.state === 'open'
        ? { text: 'Open', colour: 'blue' }
        : { text: 'Closed', colour: 'grey' },
    urgent: found.isUrgent,
    restricted: found.isWalled,
    owner: ownerName,
    tabs: tabs.map((tab) => ({ ...tab, current: tab.href === current })),
  };
}

/** The first page of a case. */
export function caseView(found: Case, timeline: readonly AuditEntry[]): PageView {
  return {
    page: { title: 'Summary' },
    caseBar: caseBarOf(found, `/cases/${found.reference}`),
    facts: summaryFacts(found),
    postText: found.postText,
    timeline: timelineItems(timeline).slice(0, 5),
  };
}

/** What happened, newest first, in words. */
export function timelineItems(entries: readonly AuditEntry[]) {
  return entries
    .map((entry) => ({
      title: auditWords(entry.action),
      at: entry.at.toISOString(),
      by: entry.actorName ?? 'Parapet',
    }))
    .reverse();
}

function summaryFacts(found: Case) {
  return [
    { key: 'What happened', text: KINDS[found.kind] ?? found.kind },
    { key: 'Who posted', text: DIRECTION_WORDS[found.direction] },
    { key: 'Doctor', text: found.doctorName },
    { key: 'Platform', text: PLATFORM_NAMES[found.platform] ?? found.platform },
    { key: 'Account', text: found.handle },
    { key: 'Address', text: found.url, href: found.url },
    { key: 'Posted on', text: found.postedOn ?? 'Not known' },
    { key: 'Seen on', text: found.seenOn },
    { key: 'Who can see it', text: VISIBILITY_WORDS[found.visibility] },
    { key: 'Nation', text: NATIONS[found.jurisdiction] },
    { key: 'Care setting', text: SETTINGS[found.setting] },
  ];
}
