import type { CalendarMoves } from '#cases';
import { isCivilDate } from '#deadlines';
import { type Actor, can } from '#identity';
import {
  CALENDAR_PLACES,
  type CalendarChangeEntry,
  type CalendarPlace,
  type CalendarProposal,
  sayPlace,
} from '#knowledge';
import { daysOf } from '../../api/calendar/calendar.api-view.js';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate, formatDateTime, plural } from '../../views/filters.js';

const CALENDAR = { text: 'Calendar', href: '/admin/calendar' };

const STATES: Record<CalendarChangeEntry['state'], string> = {
  proposed: 'Waits for a second person',
  published: 'Published',
  discarded: 'Discarded',
};

/** The days of one calendar in one year, and what waits. */
export function calendarView(
  actor: Actor,
  { calendar, year }: { calendar: CalendarPlace; year: number },
  changes: readonly CalendarChangeEntry[],
): PageView {
  const days = daysOf(calendar, year, changes);
  return {
    page: { title: 'Calendar' },
    mayEdit: can(actor, 'calendar:edit'),
    places: CALENDAR_PLACES.map((place) => ({
      text: sayPlace(place),
      href: addressOf(place, year),
      current: place === calendar,
    })),
    years: [year - 1, year + 1].map((one) => ({ text: one, href: addressOf(calendar, one) })),
    isOffice: calendar === 'office',
    emptyList: { text: `No day of ${year} is in this calendar.` },
    table: {
      caption: `${sayPlace(calendar)}, ${year}`,
      columns: ['Day', 'Name', 'Source'].map((text) => ({ text })),
      rows: days.map(({ on, name, source, change }) => ({
        cells: [
          { text: formatDate(on) },
          change ? { text: name, href: `/admin/calendar/${change.id}` } : { text: name },
          { text: source, note: change ? 'added here' : undefined },
        ],
      })),
    },
    waiting: changes.filter(({ state }) => state === 'proposed').map(waitingLine),
  };
}

/** The form for a day. */
export function newDayView(): PageView {
  return {
    page: { title: 'Add a day', breadcrumbs: [CALENDAR] },
    places: CALENDAR_PLACES.map((value) => ({ value, text: sayPlace(value) })),
  };
}

/** What a day would move, before anybody is asked to publish it. */
export function checkView(proposal: CalendarProposal, effect: CalendarMoves): PageView {
  return {
    page: { title: 'Check what moves', backLink: { href: '/admin/calendar/new' } },
    proposal,
    facts: factsOf(proposal),
    effect: effectView(effect),
  };
}

/** One change, and what can be done about it. */
export function changePageView(
  actor: Actor,
  change: CalendarChangeEntry,
  effect: CalendarMoves | undefined,
): PageView {
  const { id, state, inForce, proposedByName, proposedAt, settledByName, settledAt } = change;
  const waits = state === 'proposed';
  const settled = settledAt && `${settledByName}, ${formatDateTime(settledAt)}`;
  return {
    page: { title: change.name, breadcrumbs: [CALENDAR] },
    base: `/admin/calendar/${id}`,
    facts: [
      ...factsOf(change),
      { key: 'What', text: change.act === 'add' ? 'Add the day' : 'Take the day away' },
      {
        key: 'State',
        text: state === 'published' && !inForce ? settledWord(change) : STATES[state],
      },
      { key: 'Asked for by', text: `${proposedByName}, ${formatDateTime(proposedAt)}` },
      ...(settled ? [{ key: 'Settled by', text: settled }] : []),
    ],
    effect: effect && effectView(effect),
    mayPublish: waits && can(actor, 'calendar:publish') && change.proposedBy !== actor.personId,
    mayDiscard: waits,
    mayRemove: inForce && can(actor, 'calendar:edit'),
  };
}

function settledWord({ act }: CalendarChangeEntry): string {
  return act === 'add' ? 'Taken away again' : 'Published';
}

function factsOf({ calendar, on, source }: CalendarProposal) {
  return [
    { key: 'Calendar', text: sayPlace(calendar) },
    { key: 'Day', text: formatDate(on) },
    { key: 'Source', text: source },
  ];
}

function effectView({ count, moves }: CalendarMoves) {
  return {
    text:
      count === 0
        ? 'No running deadline that you may know of moves.'
        : `${plural(count, 'running deadline')} ${count === 1 ? 'moves' : 'move'}.`,
    more: count > moves.length ? `And ${count - moves.length} more.` : undefined,
    table: {
      caption: 'Deadlines that move',
      captionHidden: true,
      columns: ['Case', 'Deadline', 'From', 'To'].map((text) => ({ text })),
      rows: moves.map(({ reference, title, from, to }) => ({
        cells: [{ text: reference }, { text: title }, { text: said(from) }, { text: said(to) }],
      })),
    },
  };
}

function waitingLine({ id, name, calendar, on, act, proposedByName }: CalendarChangeEntry) {
  const what = act === 'add' ? 'Add' : 'Take away';
  return {
    text: `${what}: ${name}, ${formatDate(on)}`,
    href: `/admin/calendar/${id}`,
    hint: `${sayPlace(calendar)}. Asked for by ${proposedByName}.`,
    status: { text: 'Waits', colour: 'yellow' },
  };
}

function said(when: string): string {
  return isCivilDate(when) ? formatDate(when) : formatDateTime(when);
}

function addressOf(calendar: CalendarPlace, year: number): string {
  return `/admin/calendar?calendar=${calendar}&year=${year}`;
}
