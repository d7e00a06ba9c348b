import { evaluate } from './expression.js';
import { derive } from './facts.js';
import type { Stake } from './open-rules.js';
import { RULE_PACK, type LoadedPack } from './pack-validation.js';
import type { Facts } from './pack.js';
import { runPartly } from './partial-run.js';
import { stakesOf, waitingRules } from './stakes.js';

/** A fact that is worth asking, and for what. */
export interface OpenQuestion {
  readonly fact: string;
  /** No advice can be adopted before it was put to a person. */
  readonly isRequired: boolean;
  /** Whether it can still change the primary route or a clock, or only what is recommended besides. */
  readonly stake: Stake;
  /** How many rules wait for it; 0 where it is asked only because it must be. */
  readonly rules: number;
}

/** Names of the facts that must be asked before advice on this case can be adopted, in the order to ask. */
export function mustAsk(facts: Facts, pack: LoadedPack = RULE_PACK): readonly string[] {
  const known = derive(facts, pack);
  return pack.compiled.mustAsk
    .filter(({ when }) => evaluate(when, known))
    .map(({ item }) => item.fact);
}

/**
 * What is still worth asking: first what must be asked, then facts that can still change the primary route or a
 * clock, alone or with others, then those that can only change what is recommended besides. Within each, the fact
 * that most rules wait for stands first.
 *
 * @param answered names of facts that were put to a person, "not sure" included.
 */
export function openQuestions(
  facts: Facts,
  answered: ReadonlySet<string>,
  pack: LoadedPack = RULE_PACK,
): readonly OpenQuestion[] {
  const required = mustAsk(facts, pack).filter((name) => !answered.has(name));
  const found = waitedFor(facts, answered, pack);
  const must = required.map((fact) => questionOf(fact, true, found.get(fact)));
  const others = [...found]
    .filter(([fact]) => !required.includes(fact))
    .map(([fact, stakes]) => questionOf(fact, false, stakes))
    .toSorted((a, b) => a.stake.localeCompare(b.stake) * -1 || b.rules - a.rules);
  return [...must, ...others];
}

/** Facts by name, each with the stakes of the rules that wait for it; in the pack's order. */
function waitedFor(
  facts: Facts,
  answered: ReadonlySet<string>,
  pack: LoadedPack,
): ReadonlyMap<string, readonly Stake[]> {
  const run = runPartly(facts, answered, pack);
  const waiting = waitingRules(run, pack);
  const most = stakesOf(run, waiting, pack);
  const stakesFor = (name: string) =>
    waiting
      .filter((rule) => rule.facts.has(name))
      .map(({ stake }) => (most.get(name) === 'besides' ? 'besides' : stake));
  return new Map(
    pack.facts
      .filter(({ name }) => most.has(name))
      .map(({ name }) => [name, stakesFor(name)] as const),
  );
}

function questionOf(
  fact: string,
  isRequired: boolean,
  stakes: readonly Stake[] = [],
): OpenQuestion {
  const deciding = stakes.filter((stake) => stake === 'route-or-clock');
  if (isRequired || deciding.length > 0) {
    return { fact, isRequired, stake: 'route-or-clock', rules: deciding.length };
  }
  return { fact, isRequired, stake: 'besides', rules: stakes.length };
}
