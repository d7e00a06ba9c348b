import { nameOfRoute } from '#cases';
import { findDeadlineRule } from '#deadlines';
import { type FactValue, type NotSure, type Otherwise, RULE_PACK, type Urgency } from '#triage';

/** What “if it is otherwise after all” is spelled out for; more would be read by nobody. */
const MOST_SPELLED_OUT = 2;

/** How soon somebody must act, in words. */
export const URGENCY_WORDS: Record<Urgency, { text: string; colour: string }> = {
  now: { text: 'Act now', colour: 'red' },
  'two-hours': { text: 'Within two hours', colour: 'red' },
  'same-day': { text: 'Today', colour: 'orange' },
  'three-working-days': { text: 'Within three working days', colour: 'yellow' },
  routine: { text: 'Routine', colour: 'grey' },
};

/** How a person is asked for a fact. */
export function questionOf(fact: string): string {
  return RULE_PACK.facts.find(({ name }) => name === fact)?.question ?? fact;
}

/** An answer in words. */
export function sayAnswer(fact: string, value: FactValue): string {
  const found = RULE_PACK.facts.find(({ name }) => name === fact);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value === null) return 'None';
  return (found?.type === 'enum' ? found.labels[String(value)] : undefined) ?? String(value);
}

/** The title of a clock. */
export function titleOfClock(deadline: string): string {
  return findDeadlineRule(deadline)?.title ?? deadline;
}

/** What “not sure” means, before it is chosen: what it counts as, and what it leaves open. */
export function sayNotSure(one: NotSure): string {
  const { fact, countsAs, countsAsForUrgency, otherwise } = one;
  const normal = `Counts as “${sayAnswer(fact, countsAs)}” for the route`;
  const feared = `${normal}, and as “${sayAnswer(fact, countsAsForUrgency)}” for urgency and clocks`;
  const spelledOut = otherwise
    .slice(0, MOST_SPELLED_OUT)
    .flatMap((other) => sayOtherwise(one, other));
  const more =
    otherwise.length > MOST_SPELLED_OUT ? ['Other answers would change it as well.'] : [];
  const nothing = otherwise.length === 0 ? ['By itself the answer changes nothing so far.'] : [];
  const counts = countsAs === countsAsForUrgency ? normal : feared;
  return [`${counts}.`, ...countsNow(one), ...spelledOut, ...more, ...nothing].join(' ');
}

function countsNow({ urgency, clocks }: NotSure): string[] {
  return [
    ...(urgency === null ? [] : [`How soon: ${lower(URGENCY_WORDS[urgency].text)}.`]),
    ...(clocks.length === 0 ? [] : [`Starts ${sayClocks(clocks)}.`]),
  ];
}

/** What would change beyond what “not sure” sets off already. */
function sayOtherwise({ fact, ...now }: NotSure, other: Otherwise): string[] {
  const { value, route, urgency } = other;
  const clocks = other.clocks.filter((id) => !now.clocks.includes(id));
  const effects = [
    ...(route === null ? [] : [`the route would be “${nameOfRoute(route)}”`]),
    ...(clocks.length === 0 ? [] : [`it would start ${sayClocks(clocks)}`]),
    ...(urgency === null || urgency === now.urgency
      ? []
      : [`how soon: ${lower(URGENCY_WORDS[urgency].text)}`]),
  ];
  if (effects.length === 0) return [];
  return [`If it is “${sayAnswer(fact, value)}” after all, ${effects.join('; ')}.`];
}

function sayClocks(clocks: readonly string[]): string {
  const [first, ...more] = clocks.map((id) => `“${titleOfClock(id)}”`);
  return more.length === 0 ? first! : `${first} and ${more.length} more`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
