import type { Finding, GuardReport } from '#confidentiality';
import { DomainError } from '#kernel';

/** What the guard says of a text with the facts of its case at hand, and without them. */
export interface TwoChecks {
  readonly full: GuardReport;
  readonly alone: GuardReport;
}

/**
 * The findings that the guard makes only because it knows the case: where they are tells what the case holds, so the
 * press office is shown none of them.
 */
export function restingOnCase({ full, alone }: TwoChecks): Finding[] {
  const known = new Set(alone.findings.map(placeOf));
  return full.findings.filter((finding) => !known.has(placeOf(finding)));
}

/**
 * What the press office is shown of a check: what anybody could find in the text, in the words of a check that knew
 * of no case, and one finding of the whole text that stands for all that rests on the case.
 */
export function findingsForPress(text: string, checks: TwoChecks): Finding[] {
  const found = new Set(checks.full.findings.map(placeOf));
  const open = checks.alone.findings.filter((finding) => found.has(placeOf(finding)));
  const hidden = restingOnCase(checks);
  return hidden.length === 0 ? open : [...open, withheld(text, hidden)];
}

/** Stands for the findings that the press office is not shown. */
export const RESTS_ON_CASE = 'press.rests-on-the-case';

function withheld(text: string, hidden: readonly Finding[]): Finding {
  const isBlocked = hidden.some(({ severity }) => severity > 1);
  return {
    rule: RESTS_ON_CASE,
    start: 0,
    end: text.length,
    category: 'over_disclosure',
    severity: isBlocked ? 2 : 1,
    why: isBlocked
      ? 'Something in this text must not go out. It rests on what the case holds, so it is not shown here. Ask the adviser of the case.'
      : 'Something in this text is to be considered. It rests on what the case holds, so it is not shown here. Ask the adviser of the case.',
    citation: 'A3.press',
    suggestion: '',
  };
}

/** What is written for the press office says what only the case knows. */
export class TellsOfCase extends DomainError {
  override readonly name = 'TellsOfCase';
  constructor(field: string, findings: readonly Finding[]) {
    const message =
      'The press office reads this, and it tells what only the case knows. Say it without that';
    super('invalid', 'tells-of-the-case', message, [{ field, message }], { findings });
  }
}

function placeOf({ rule, start, end, severity }: Finding): string {
  return `${rule} ${start} ${end} ${severity}`;
}
