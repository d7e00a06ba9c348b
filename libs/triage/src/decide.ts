import type { RuleWhen } from './compiled-pack.js';
import { evaluate, type Scalar } from './expression.js';
import { derive } from './facts.js';
import type { LoadedPack } from './pack-validation.js';
import type { ActId, Facts, FactValue, RouteId } from './pack.js';

/** What the table says, bare. */
export interface Decision {
  primary: RouteId;
  /** Other routes recommended: candidates for primary by priority, then added ones in the table's order. */
  also: readonly RouteId[];
  /** Routes and acts that are barred. */
  never: readonly (RouteId | ActId)[];
  deadlines: readonly string[];
  fired: readonly RuleWhen[];
}

/** One run of the table: the facts, derived ones included, and which rules hold, in the table's order. */
export interface Run {
  known: Readonly<Record<string, Scalar>>;
  holds: readonly boolean[];
}

/** Runs the table and concludes. */
export function decide(facts: Facts, pack: LoadedPack): Decision {
  return conclude(runTable(facts, pack), pack);
}

/** Evaluates every rule for the given facts; defaults stand for the rest. */
export function runTable(facts: Facts, pack: LoadedPack): Run {
  const known = derive(facts, pack);
  return { known, holds: pack.compiled.rules.map(({ when }) => evaluate(when, known) === true) };
}

/**
 * The run with one fact changed. Only what rests on that fact is evaluated again, since "what would change
 * this" asks for a hundred such runs. Gives the same run back where no rule comes out differently.
 */
export function vary(run: Run, fact: string, value: FactValue, pack: LoadedPack): Run {
  const readers = pack.compiled.readers.get(fact);
  if (readers === undefined) return run;
  // Laid over the facts of the run: copying a hundred of them is what costs.
  const known = Object.create(run.known) as Record<string, Scalar>;
  known[fact] = value;
  for (const { name, when } of readers.derived) known[name] = evaluate(when, known);
  const holdsNow = (index: number) => evaluate(pack.compiled.rules[index]!.when, known) === true;
  const turned = readers.rules.filter((index) => holdsNow(index) !== run.holds[index]);
  if (turned.length === 0) return run;
  const holds = [...run.holds];
  for (const index of turned) holds[index] = !holds[index];
  return { known, holds };
}

/**
 * What follows from the rules that hold. What any of them bars is out, whatever proposes it; of the
 * candidates left, the lowest priority number is primary. Deadlines start whatever the primary is.
 */
export function conclude({ holds }: Run, pack: LoadedPack): Decision {
  const fired = pack.compiled.rules.filter((_, index) => holds[index]);
  const never = new Set(fired.flatMap(({ item }) => item.never));
  const [primary, ...also] = new Set(proposals(fired).filter((route) => !never.has(route)));
  return {
    // A loaded pack always has a fallback that nothing bars.
    primary: primary!,
    also,
    never: [...never],
    deadlines: [...new Set(fired.flatMap(({ item }) => item.deadlines))],
    fired,
  };
}

function proposals(fired: readonly RuleWhen[]): readonly RouteId[] {
  const candidates = fired
    .flatMap(({ item: { primary, priority } }) =>
      primary === null || priority === null ? [] : [{ primary, priority }],
    )
    .toSorted((a, b) => a.priority - b.priority);
  return [...candidates.map(({ primary }) => primary), ...fired.flatMap(({ item }) => item.also)];
}
