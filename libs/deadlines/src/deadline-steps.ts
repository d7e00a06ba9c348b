import type { ClockStart } from './clock-start.js';
import { isCivilDate, sayDate } from './civil-date.js';
import type { DeadlineStep } from './deadline-answer.js';
import type { DeadlineRule, LimitUnit, TermsInForce } from './deadline-rule.js';
import { sayCalendar, type Zone } from './jurisdictions.js';
import { sayInstant } from './local-time.js';
import type { WorkingCalendar } from './working-days.js';

/** What the lines of an explanation speak about. */
export interface ExplainedRun {
  readonly rule: DeadlineRule;
  readonly inForce: TermsInForce;
  readonly start: ClockStart;
  readonly zone: Zone;
  readonly calendar: WorkingCalendar;
}

const UNIT_WORDS: Partial<Record<LimitUnit, string>> = {
  'working-days': 'working days',
  'calendar-days': 'days',
  'calendar-months': 'calendar months',
  'calendar-years': 'calendar years',
  'elapsed-hours': 'hours without a pause',
  'working-hours-excluding-days': 'hours that stand still on non-working days',
};

/** The first line: what started the clock, when, and what is counted first. */
export function explainStart({ rule, inForce, start }: ExplainedRun): DeadlineStep {
  const event = `Start, ${start.said}: ${rule.startEvent}.`;
  return { on: start.written, note: `${event}${firstCounted(inForce, start)}` };
}

/** The line of the result. */
export function explainEnd({ zone }: ExplainedRun, due: string): DeadlineStep {
  const said = isCivilDate(due) ? sayDate(due) : sayInstant(new Date(due), zone);
  return { on: due, note: `Due: ${said}.` };
}

/** The last lines: the rule in words, its source, and what is doubtful about it. */
export function explainRule(run: ExplainedRun, on: string): DeadlineStep[] {
  const { rule, inForce } = run;
  const { terms } = inForce;
  const notes = [
    `Rule: ${rule.title}${sayLimit(run)}. Source: ${terms.source}; checked on ${rule.checkedOn}.`,
  ];
  if (rule.extension) notes.push(rule.extension);
  if (terms.doubt) notes.push(`Unverified: ${terms.doubt}`);
  if (!inForce.inForce && rule.validFrom) {
    notes.push(
      `Unverified: this rule applies from ${sayDate(rule.validFrom)}, and the start is earlier. ${rule.before ?? 'Check what applied then.'}`,
    );
  }
  return notes.map((note) => ({ on, note }));
}

function firstCounted({ terms }: TermsInForce, start: ClockStart): string {
  switch (terms.unit) {
    case 'working-days':
    case 'calendar-days':
      return ' The day itself is not counted.';
    case 'elapsed-hours':
    case 'working-hours-excluding-days':
      return start.hasTime
        ? ' The hours start at this moment.'
        : ' No time of day is known, so the hours start with the day, the earliest they can.';
    default:
      return '';
  }
}

function sayLimit({ inForce, calendar }: ExplainedRun): string {
  const { amount, unit } = inForce.terms;
  if (amount === null) return '';
  const words = UNIT_WORDS[unit] ?? '';
  const counted = `, ${amount} ${amount === 1 ? words.replace(/s$/, '') : words}`;
  const usesCalendar = unit === 'working-days' || unit === 'working-hours-excluding-days';
  return usesCalendar ? `${counted} (calendar of ${sayCalendar(calendar.name)})` : counted;
}
