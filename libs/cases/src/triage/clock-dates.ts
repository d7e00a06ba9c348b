import {
  addDays,
  computeDeadline,
  daysOffFor,
  type DaysOff,
  type DeadlineAnswer,
  findDeadlineRule,
  type Holiday,
  isCivilDate,
  isJurisdiction,
  calendarOf,
  NO_DAYS_OFF,
  parseInstant,
  type Pause,
  pausedDays,
  pushedBack,
  startOfDay,
  type Zone,
  zoneOf,
} from '#deadlines';

/** As {@link pausedDays} names them. */
const PAUSED = 'Paused';

/** What a clock waits for before it has a date. */
export type ClockNeeds = 'start' | 'date' | null;

/** Which clock, and what is known of its start. */
export interface ClockQuestion {
  readonly deadline: string;
  readonly jurisdiction: string;
  /** Civil date or ISO instant; null where it is not known. */
  readonly start: string | null;
  /** Date or instant that a person entered, for clocks without a number. */
  readonly stated: string | null;
  /** Times for which a goal of one's own stood still. */
  readonly pauses?: readonly Pause[];
}

/** How a date came about, as it is kept with a clock. */
export interface ClockExplanation {
  readonly kind: DeadlineAnswer['kind'];
  readonly needs: ClockNeeds;
  readonly label?: 'unverified' | undefined;
  readonly reason?: string | undefined;
  readonly steps: readonly string[];
}

/** When a clock is due. `dueAt` is the last moment: for a day, the end of that day in the jurisdiction. */
export interface ClockDates {
  readonly startedAt: Date | null;
  readonly dueOn: string | null;
  readonly dueAt: Date | null;
  readonly explanation: ClockExplanation;
}

/**
 * Works out when a clock is due, and keeps the way there.
 *
 * @throws Invalid `unknown-deadline`, `unknown-jurisdiction`, `deadline-not-in-jurisdiction`,
 *   `start-not-understood`, `start-out-of-range`
 */
export function clockDates(
  question: ClockQuestion,
  today: string,
  daysOff: DaysOff = NO_DAYS_OFF,
): ClockDates {
  const { deadline, jurisdiction, start } = question;
  const zone = zoneOf(isJurisdiction(jurisdiction) ? jurisdiction : 'england');
  const extraHolidays = daysLeftOut(question, daysOff);
  const stated = statedAfterPauses(question, extraHolidays);
  // Without a start the rule is still asked, for its words: the day it is asked with is not kept.
  const counted = computeDeadline({ deadline, jurisdiction, start: start ?? today, extraHolidays });
  if (counted.due !== null && start === null) return withoutStart(deadline, counted);
  const isStated = counted.due === null && stated !== null;
  const answer = isStated
    ? computeDeadline({ deadline, jurisdiction, start: start ?? stated, stated })
    : counted;
  const steps = start === null ? answer.steps.slice(1) : answer.steps;
  return {
    startedAt: start === null ? null : momentOf(start, zone),
    ...dueOf(answer, zone),
    explanation: {
      kind: answer.kind,
      needs: needsOf(deadline, answer),
      label: answer.label,
      reason: answer.reason,
      steps: steps.map(({ note }) => note),
    },
  };
}

/** The days that this clock leaves out besides those of the shipped calendar. */
function daysLeftOut({ deadline, jurisdiction, pauses = [] }: ClockQuestion, daysOff: DaysOff) {
  const added = isJurisdiction(jurisdiction) ? daysOffFor(deadline, jurisdiction, daysOff) : [];
  return [...added, ...pausedDays(pauses)];
}

/** The day that a person set, moved on by the pauses since. */
function statedAfterPauses(question: ClockQuestion, extraHolidays: readonly Holiday[]) {
  const { stated, jurisdiction, pauses = [] } = question;
  if (stated === null || pauses.length === 0 || !isCivilDate(stated)) return stated;
  if (!isJurisdiction(jurisdiction)) return stated;
  const open = extraHolidays.filter(({ name }) => name !== PAUSED);
  return pushedBack(stated, pauses, { name: calendarOf(jurisdiction), extraHolidays: open });
}

function withoutStart(deadline: string, answer: DeadlineAnswer): ClockDates {
  const event = findDeadlineRule(deadline)?.startEvent ?? '';
  const reason = `The date is worked out once it is known when ${event}.`;
  const rule = answer.steps.filter(({ note }) => /^(Rule|Unverified):/.test(note));
  return {
    startedAt: null,
    dueOn: null,
    dueAt: null,
    explanation: {
      kind: 'none',
      needs: 'start',
      label: answer.label,
      reason,
      steps: [reason, ...rule.map(({ note }) => note)],
    },
  };
}

function needsOf(deadline: string, answer: DeadlineAnswer): ClockNeeds {
  if (answer.due !== null) return null;
  return findDeadlineRule(deadline)?.unit === 'as-stated' ? 'date' : null;
}

function dueOf({ due, kind }: DeadlineAnswer, zone: Zone): Pick<ClockDates, 'dueOn' | 'dueAt'> {
  if (due === null) return { dueOn: null, dueAt: null };
  if (kind === 'instant') return { dueOn: null, dueAt: new Date(due) };
  return { dueOn: due, dueAt: new Date(startOfDay(addDays(due, 1), zone).getTime() - 1000) };
}

function momentOf(at: string, zone: Zone): Date | null {
  return isCivilDate(at) ? startOfDay(at, zone) : (parseInstant(at) ?? null);
}
