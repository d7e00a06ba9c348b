import {
  type CaseClocksView,
  type CaseDeadlineEntry,
  type CaseStanding,
  startEventOf,
  type TriagedCase,
} from '#cases';
import {
  DEADLINE_RULES,
  INTERNAL_TARGETS,
  type Jurisdiction,
  placeOf,
  sayInstant,
  zoneOf,
} from '#deadlines';
import type { PageView } from '../../http/page-renderer.js';
import { dueWord } from '../../views/deadline-words.js';
import { formatDate } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';
import { startFields } from './start-fields.view.js';
import { questionOf } from './answer-words.js';

const NEEDS: Record<'start' | 'date', string> = {
  start: 'start not known',
  date: 'date to be entered',
};

/** The clocks of a case. */
export function deadlinesView(known: CaseClocksView, standing: CaseStanding): PageView {
  const { found, deadlines } = known;
  const base = `/cases/${found.reference}/deadlines`;
  const clocks = clocksOf(known, standing.readAt);
  const running = new Set(deadlines.filter(isOpen).map(({ deadline }) => deadline));
  const place = nationOf(known);
  return {
    page: { title: 'Deadlines' },
    caseBar: caseBarOf(found, base, standing),
    base,
    running: clocks.filter(({ isRunning }) => isRunning),
    ended: clocks.filter(({ isRunning }) => !isRunning),
    startable: [...DEADLINE_RULES, ...INTERNAL_TARGETS]
      .filter(({ id, jurisdictions }) => jurisdictions.includes(place) && !running.has(id))
      .map(({ id, title, startEvent }) => ({
        value: id,
        text: `${title}: from when ${startEvent}`,
      })),
    canChange: found.state === 'open',
  };
}

/** One clock, with what can be done about it. */
export function deadlineView(
  known: CaseClocksView,
  clock: CaseDeadlineEntry,
  standing: CaseStanding,
): PageView {
  const base = `/cases/${known.found.reference}/deadlines`;
  const event = startEventOf(clock.deadline);
  const shown = clockView(clock, known, standing.readAt);
  return {
    page: { title: clock.title, backLink: { href: base, text: 'All deadlines' } },
    caseBar: caseBarOf(known.found, base, standing),
    base: `${base}/${clock.id}`,
    clock: shown,
    start: event && startFields(event, 'start'),
    asksDate: clock.explanation.needs === 'date' || clock.stated !== null,
    canChange: clock.state === 'open' && known.found.state === 'open',
  };
}

/** The clocks of a case as pages show them, those that run first. */
export function clocksOf(
  known: TriagedCase & Pick<CaseClocksView, 'deadlines'>,
  now: Date,
): ReturnType<typeof clockView>[] {
  return known.deadlines.map((clock) => clockView(clock, known, now));
}

function clockView(clock: CaseDeadlineEntry, known: TriagedCase, now: Date) {
  const { explanation, state } = clock;
  const { needs, label, reason, steps } = explanation;
  const place = nationOf(known);
  return {
    title: clock.title,
    href: `/cases/${known.found.reference}/deadlines/${clock.id}`,
    isRunning: state === 'open',
    due: {
      dueOn: clock.dueOn,
      dueAt: clock.dueOn === null ? clock.dueAt?.toISOString() : undefined,
      ...wordOf(clock, place, now),
      steps,
    },
    isUnverified: label === 'unverified',
    needs: needs && NEEDS[needs],
    reason: clock.dueAt === null ? reason : undefined,
    started: startedView(clock, place),
    assumed: clock.assumed.map(questionOf),
    ended: endedView(clock),
    isOwnGoal: clock.mayPause,
    paused: clock.pausedAt && {
      at: clock.pausedAt.toISOString(),
      reason: clock.pausedReason,
    },
  };
}

function wordOf(
  { state, dueAt, explanation, pausedAt }: CaseDeadlineEntry,
  place: Jurisdiction,
  now: Date,
) {
  if (state === 'met') return { state: 'met', word: 'met' };
  if (state === 'withdrawn') return { state: 'none', word: 'withdrawn' };
  if (pausedAt) return { state: 'none', word: 'paused' };
  if (dueAt === null) {
    return { state: 'none', word: explanation.needs ? NEEDS[explanation.needs] : 'without delay' };
  }
  const isDueByHour = explanation.kind === 'instant';
  return dueWord({ dueAt, isDueByHour, jurisdiction: place }, now);
}

function startedView(
  { startTold, startedAt, noticedBy, recordedByName }: CaseDeadlineEntry,
  place: Jurisdiction,
) {
  if (startTold === null || startedAt === null) return undefined;
  return {
    when: startTold.includes('T') ? sayInstant(startedAt, zoneOf(place)) : formatDate(startTold),
    noticedBy,
    recordedBy: recordedByName,
  };
}

function endedView({ settledAt, settledByName, settledReason }: CaseDeadlineEntry) {
  return settledAt && { at: settledAt.toISOString(), by: settledByName, reason: settledReason };
}

function isOpen({ state }: CaseDeadlineEntry): boolean {
  return state === 'open';
}

function nationOf({ facts }: TriagedCase): Jurisdiction {
  return placeOf(String(facts['jurisdiction']));
}
