import {
  addDays,
  computeDeadline,
  type DeadlineAnswer,
  findDeadlineRule,
  isCivilDate,
  isJurisdiction,
  parseInstant,
  startOfDay,
  type Zone,
  zoneOf,
} from '#deadlines';

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
export function clockDates(question: ClockQuestion, today: string): ClockDates {
  const { deadline, jurisdiction, start, stated } = question;
  const zone = zoneOf(isJurisdiction(jurisdiction) ? jurisdiction : 'england');
  // Without a start the rule is still asked, for its words: the day it is asked with is not kept.
  const counted = computeDeadline({ deadline, jurisdiction, start: start ?? today });
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
