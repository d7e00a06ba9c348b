import { decide } from './decide.js';
import { otherValues } from './fact-value.js';
import { RULE_PACK, type LoadedPack } from './pack-validation.js';
import { assessUrgency } from './urgency.js';
import type { Facts, FactValue, RouteId, Urgency } from './pack.js';

/** What would be different if a fact that counts as its default turned out otherwise. */
export interface Otherwise {
  readonly value: FactValue;
  /** The primary route then; null where it stays. */
  readonly route: RouteId | null;
  /** Clocks that would run besides. */
  readonly clocks: readonly string[];
  /** How soon then; null where it stays. */
  readonly urgency: Urgency | null;
}

/** What "not sure" means for one fact. */
export interface NotSure {
  readonly fact: string;
  /** What it counts as for the route. */
  readonly countsAs: FactValue;
  /** What it counts as for urgency and clocks. */
  readonly countsAsForUrgency: FactValue;
  /** How soon somebody must act with "not sure", where that is sooner than with the default; null where it is not. */
  readonly urgency: Urgency | null;
  /** Clocks that "not sure" starts. */
  readonly clocks: readonly string[];
  /** What it leaves open: other values that would change the route, a clock or urgency. */
  readonly otherwise: readonly Otherwise[];
}

/**
 * Says before somebody answers "not sure" what that would mean with the other answers as they are.
 *
 * @param unsure facts that are answered "not sure" already.
 */
export function notSure(
  name: string,
  { facts, unsure }: { facts: Facts; unsure: readonly string[] },
  pack: LoadedPack = RULE_PACK,
): NotSure {
  const fact = pack.compiled.facts.get(name)!;
  const countsAs = fact.default;
  const asked = pack.compiled.mustAsk.find(({ item }) => item.fact === name)?.item;
  const countsAsForUrgency = asked?.unsureCountsAs ?? countsAs;
  const context = { rest: unsure.filter((one) => one !== name), pack };
  const normal = outcome({ ...facts, [name]: countsAs }, context);
  const feared = outcome({ ...facts, [name]: countsAsForUrgency }, context);
  const otherwise = otherValues(fact, countsAs, pack.compiled.compared.get(name)).map((value) => ({
    value,
    ...difference(normal, outcome({ ...facts, [name]: value }, context)),
  }));
  const { urgency, clocks } = difference(normal, feared);
  return {
    fact: name,
    countsAs,
    countsAsForUrgency,
    urgency,
    clocks,
    otherwise: otherwise.filter((one) => one.route || one.clocks.length > 0 || one.urgency),
  };
}

interface Outcome {
  readonly primary: RouteId;
  readonly deadlines: readonly string[];
  readonly urgency: Urgency;
}

function outcome(
  facts: Facts,
  { rest, pack }: { rest: readonly string[]; pack: LoadedPack },
): Outcome {
  const { primary, deadlines } = decide(facts, pack);
  return { primary, deadlines, urgency: assessUrgency(facts, rest, pack).level };
}

function difference(normal: Outcome, other: Outcome): Omit<Otherwise, 'value'> {
  return {
    route: other.primary === normal.primary ? null : other.primary,
    clocks: other.deadlines.filter((id) => !normal.deadlines.includes(id)),
    urgency: other.urgency === normal.urgency ? null : other.urgency,
  };
}
