import type { OpenDeadline } from '#cases';
import {
  calendarOf,
  civilDateIn,
  isJurisdiction,
  type Jurisdiction,
  sayDate,
  workingDaysUntil,
  zoneOf,
} from '#deadlines';
import type { PageView } from '../../http/page-renderer.js';
import { deadlineWord } from '../../views/deadline-words.js';

/** How far ahead the page looks, in days. */
export const SHOWN_DAYS = 35;

/** Deadlines under one heading: those that are overdue, or those of one day. */
interface Group {
  readonly heading: string;
  readonly isOverdue: boolean;
  readonly items: ReturnType<typeof itemOf>[];
}

/** A person's own deadlines by day. @param deadlines the first due first. */
export function myDayView(deadlines: readonly OpenDeadline[], now: Date): PageView {
  const groups: Group[] = [];
  for (const deadline of deadlines) {
    const isOverdue = deadline.dueAt.getTime() < now.getTime();
    const heading = isOverdue ? 'Overdue' : headingOf(deadline, now);
    const last = groups.at(-1);
    if (last?.heading === heading) last.items.push(itemOf(deadline, now));
    else groups.push({ heading, isOverdue, items: [itemOf(deadline, now)] });
  }
  return {
    page: { title: 'My deadlines' },
    groups,
    weeks: SHOWN_DAYS / 7,
    emptyList: {
      text: `Nothing of yours is due in the next ${SHOWN_DAYS / 7} weeks.`,
      href: '/work',
      linkText: 'Go to your work',
    },
  };
}

function headingOf(deadline: OpenDeadline, now: Date): string {
  const [day, today] = [dayOf(deadline), civilDateIn(now, zoneOf(placeOf(deadline)))];
  return day === today ? `Today, ${sayDate(day)}` : sayDate(day);
}

function itemOf(deadline: OpenDeadline, now: Date) {
  const { id, reference, title, dueOn, dueAt, isUnverified } = deadline;
  const place = placeOf(deadline);
  const today = civilDateIn(now, zoneOf(place));
  const left = workingDaysUntil(today, dayOf(deadline), calendarOf(place));
  const isPast = dueAt.getTime() < now.getTime();
  return {
    title,
    reference,
    href: `/cases/${reference}/deadlines/${id}`,
    isUnverified,
    due: {
      dueOn,
      dueAt: dueOn === null ? dueAt.toISOString() : undefined,
      ...(isPast && left === 0 ? { state: 'overdue', word: 'overdue' } : deadlineWord(left)),
    },
  };
}

function dayOf({ dueOn, dueAt, jurisdiction }: OpenDeadline): string {
  return (
    dueOn ?? civilDateIn(dueAt, zoneOf(isJurisdiction(jurisdiction) ? jurisdiction : 'england'))
  );
}

function placeOf({ jurisdiction }: OpenDeadline): Jurisdiction {
  return isJurisdiction(jurisdiction) ? jurisdiction : 'england';
}
