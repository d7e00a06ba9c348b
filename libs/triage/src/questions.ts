import { conclude, runTable, vary, type Run } from './decide.js';
import { evaluate } from './expression.js';
import { otherValues } from './fact-value.js';
import { derive } from './facts.js';
import { RULE_PACK, type LoadedPack } from './pack-validation.js';
import type { FactDefinition, Facts } from './pack.js';

/** Names of the facts that must be asked before advice on this case can be adopted, in the order to ask. */
export function mustAsk(facts: Facts, pack: LoadedPack = RULE_PACK): readonly string[] {
  const known = derive(facts, pack);
  return pack.compiled.mustAsk
    .filter(({ when }) => evaluate(when, known))
    .map(({ item }) => item.fact);
}

/**
 * What is still worth asking: first what must be asked, then the facts that, changed alone, would still
 * change the primary route or a clock. Those whose answers lead to the most routes stand first, then to the
 * most clocks.
 *
 * @param answered names of facts that were put to a person, "not sure" included.
 */
export function openQuestions(
  facts: Facts,
  answered: ReadonlySet<string>,
  pack: LoadedPack = RULE_PACK,
): readonly string[] {
  const required = mustAsk(facts, pack);
  const run = runTable(facts, pack);
  const telling = pack.facts
    .filter(({ name }) => !answered.has(name) && !required.includes(name))
    .map((fact) => outcomesOf(fact, run, pack))
    .filter(({ outcomes }) => outcomes > 1)
    .toSorted((a, b) => b.routes - a.routes || b.outcomes - a.outcomes);
  return [...required.filter((name) => !answered.has(name)), ...telling.map(({ name }) => name)];
}

/**
 * Facts that nobody was asked and that, changed alone, would change any route recommended, primary or added,
 * or a clock; in the pack's order.
 */
export function routeQuestions(
  facts: Facts,
  answered: ReadonlySet<string>,
  pack: LoadedPack = RULE_PACK,
): readonly string[] {
  const run = runTable(facts, pack);
  const now = recommended(run, pack);
  return pack.facts
    .filter(({ name }) => !answered.has(name))
    .filter((fact) => {
      const others = otherValues(
        fact,
        run.known[fact.name] ?? null,
        pack.compiled.compared.get(fact.name),
      );
      return others.some((value) => recommended(vary(run, fact.name, value, pack), pack) !== now);
    })
    .map(({ name }) => name);
}

function recommended(run: Run, pack: LoadedPack): string {
  const { primary, also, deadlines } = conclude(run, pack);
  return [primary, ...also.toSorted(), ...deadlines].join(' ');
}

/** How many primary routes, and how many pairs of route and clocks, the answers to one question lead to. */
function outcomesOf(
  fact: FactDefinition,
  run: Run,
  pack: LoadedPack,
): { name: string; routes: number; outcomes: number } {
  const others = otherValues(
    fact,
    run.known[fact.name] ?? null,
    pack.compiled.compared.get(fact.name),
  );
  const runs = new Set([run, ...others.map((value) => vary(run, fact.name, value, pack))]);
  const decisions = [...runs].map((one) => conclude(one, pack));
  const routes = new Set(decisions.map(({ primary }) => primary));
  const outcomes = new Set(
    decisions.map(({ primary, deadlines }) => [primary, ...deadlines].join(' ')),
  );
  return { name: fact.name, routes: routes.size, outcomes: outcomes.size };
}
