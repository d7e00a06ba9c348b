import { Invalid } from '#kernel';
import { readStart, type ClockStart } from './clock-start.js';
import { sayDate } from './civil-date.js';
import {
  noteDayOff,
  rollForward,
  runCalendarDays,
  runMonths,
  runWorkingDays,
} from './day-clocks.js';
import { DEADLINE_RULES, INTERNAL_TARGETS } from './data/deadline-rules.js';
import type { ClockEnd, DeadlineAnswer, DeadlineStep } from './deadline-answer.js';
import { termsInForce, type DeadlineRule, type TermsInForce } from './deadline-rule.js';
import type { Holiday } from './holidays.js';
import { runElapsedHours, runHoursOfWorkingDays } from './hour-clocks.js';
import {
  calendarOf,
  isJurisdiction,
  zoneOf,
  type Jurisdiction,
  type Zone,
} from './jurisdictions.js';
import { explainEnd, explainRule, explainStart } from './deadline-steps.js';
import { addWorkingDays, type WorkingCalendar } from './working-days.js';

/** Which clock, where, and from when. */
export interface DeadlineQuestion {
  readonly deadline: string;
  readonly jurisdiction: string;
  /** A date `YYYY-MM-DD`, or an ISO instant with its zone. */
  readonly start: string;
  /** Date or instant that a person entered; used only where the rule has no number. */
  readonly stated?: string;
  /** Holidays proclaimed after this release, added to the shipped calendar. */
  readonly extraHolidays?: readonly Holiday[];
}

/** All that a clock needs to run. */
interface Run {
  readonly rule: DeadlineRule;
  readonly inForce: TermsInForce;
  readonly start: ClockStart;
  readonly zone: Zone;
  readonly calendar: WorkingCalendar;
}

const RULES = new Map([...DEADLINE_RULES, ...INTERNAL_TARGETS].map((rule) => [rule.id, rule]));

/** The rule with an id, if there is one. */
export function findDeadlineRule(id: string): DeadlineRule | undefined {
  return RULES.get(id);
}

/**
 * Says when something is due and why. The day of the event is never counted; months end on their
 * last day where they are too short; hours are real hours.
 *
 * @throws Invalid `unknown-deadline`, `unknown-jurisdiction`, `deadline-not-in-jurisdiction`,
 *   `start-not-understood`, `start-out-of-range` (the last two also for `stated`).
 */
export function computeDeadline(question: DeadlineQuestion): DeadlineAnswer {
  const run = prepare(question);
  const { amount } = run.inForce.terms;
  if (amount === null) return withoutNumber(run, question.stated);
  const end = runClock(run, amount);
  return answer(run, isHourClock(run) ? 'instant' : 'date', end);
}

function prepare(question: DeadlineQuestion): Run {
  const rule = findDeadlineRule(question.deadline);
  if (!rule) throw new Invalid('unknown-deadline', 'There is no deadline with this id.');
  const jurisdiction = requireJurisdiction(question.jurisdiction, rule);
  const zone = zoneOf(jurisdiction);
  const start = readStart(question.start, zone);
  return {
    rule,
    inForce: termsInForce(rule, jurisdiction, start.on),
    start,
    zone,
    calendar: {
      name: rule.calendar ?? calendarOf(jurisdiction),
      extraHolidays: question.extraHolidays ?? [],
    },
  };
}

function requireJurisdiction(text: string, rule: DeadlineRule): Jurisdiction {
  if (!isJurisdiction(text)) {
    throw new Invalid('unknown-jurisdiction', 'There is no jurisdiction with this name.');
  }
  if (!rule.jurisdictions.includes(text)) {
    throw new Invalid(
      'deadline-not-in-jurisdiction',
      `This deadline applies in: ${rule.jurisdictions.join(', ')}.`,
    );
  }
  return text;
}

function isHourClock({ inForce }: Run): boolean {
  return ['elapsed-hours', 'working-hours-excluding-days'].includes(inForce.terms.unit);
}

function runClock(run: Run, amount: number): ClockEnd {
  const { start, zone, calendar, rule, inForce } = run;
  switch (inForce.terms.unit) {
    case 'elapsed-hours':
      return runElapsedHours(start.at, amount, zone);
    case 'working-hours-excluding-days':
      return runHoursOfWorkingDays(start.at, amount, { zone, calendar });
    case 'working-days':
      return runWorkingDays(start.on, amount, calendar);
    case 'calendar-days': {
      const end = runCalendarDays(start.on, amount);
      return rule.rolls ? rollForward(end, calendar) : noteDayOff(end, calendar);
    }
    case 'calendar-years':
      return noteDayOff(runMonths(start.on, amount * 12), calendar);
    default:
      return noteDayOff(runMonths(start.on, amount), calendar);
  }
}

function withoutNumber(run: Run, stated: string | undefined): DeadlineAnswer {
  const { reason = '' } = run.inForce.terms;
  if (stated !== undefined) {
    const { written, hasTime } = readStart(stated, run.zone);
    const steps = [{ on: written, note: 'Entered by a person; not worked out from a rule.' }];
    return answer(run, hasTime ? 'instant' : 'date', { due: written, steps });
  }
  const steps: DeadlineStep[] = [
    explainStart(run),
    { on: run.start.written, note: reason },
    ...targetSteps(run),
    ...explainRule(run, run.start.written),
  ];
  return { due: null, kind: 'none', reason, ...labelOf(run), steps };
}

function targetSteps({ rule, start, calendar }: Run): DeadlineStep[] {
  if (!rule.internalTarget) return [];
  const on = addWorkingDays(start.on, rule.internalTarget.workingDays, calendar);
  return [{ on, note: `Internal target: ${sayDate(on)}. It is no legal limit.` }];
}

function answer(run: Run, kind: 'date' | 'instant', end: ClockEnd): DeadlineAnswer {
  const steps = [
    explainStart(run),
    ...end.steps,
    explainEnd(run, end.due),
    ...explainRule(run, end.due),
  ];
  return { due: end.due, kind, ...labelOf(run), steps };
}

function labelOf({ inForce }: Run): { label?: 'unverified' } {
  const { terms, inForce: isInForce } = inForce;
  const isVerified = terms.status === 'seen' || terms.status === 'not-applicable';
  return isVerified && isInForce ? {} : { label: 'unverified' };
}
