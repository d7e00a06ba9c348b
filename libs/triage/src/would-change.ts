import { conclude, runTable, vary, type Run } from './decide.js';
import { otherValues } from './fact-value.js';
import { RULE_PACK, type LoadedPack } from './pack-validation.js';
import type { FactDefinition, Facts, FactValue, RouteId } from './pack.js';

/** One fact that, changed alone, would give the case another primary route. */
export interface Change {
  fact: string;
  from: FactValue;
  to: FactValue;
  primary_route: RouteId;
}

/**
 * The single facts whose change gives another primary route: facts that nobody was asked first, then the
 * answered ones, each in the pack's order. A fact stands once for each route that it can lead to, with the
 * nearest value that leads there.
 */
export function wouldChange(facts: Facts, pack: LoadedPack = RULE_PACK): readonly Change[] {
  const run = runTable(facts, pack);
  const { primary } = conclude(run, pack);
  const changes = pack.facts.flatMap((fact) => changesBy(fact, { run, primary }, pack));
  const isAnswered = ({ fact }: Change) => Object.hasOwn(facts, fact);
  return [...changes.filter((change) => !isAnswered(change)), ...changes.filter(isAnswered)];
}

function changesBy(
  fact: FactDefinition,
  { run, primary }: { run: Run; primary: RouteId },
  pack: LoadedPack,
): readonly Change[] {
  const from = run.known[fact.name] ?? null;
  const byRoute = new Map<RouteId, Change>();
  for (const to of otherValues(fact, from, pack.compiled.compared.get(fact.name))) {
    const varied = vary(run, fact.name, to, pack);
    const route = varied === run ? primary : conclude(varied, pack).primary;
    if (route === primary || byRoute.has(route)) continue;
    byRoute.set(route, { fact: fact.name, from, to, primary_route: route });
  }
  return [...byRoute.values()];
}

/**
 * The nearest of the single facts whose change gives another primary route: one that nobody answered before one that
 * was answered, then the one that turns the fewest rules; undefined where no single fact does.
 */
export function nearestChange(facts: Facts, pack: LoadedPack = RULE_PACK): Change | undefined {
  const run = runTable(facts, pack);
  const turned = ({ fact, to }: Change) => {
    const { holds } = vary(run, fact, to, pack);
    return holds.filter((value, index) => value !== run.holds[index]).length;
  };
  const [nearest] = wouldChange(facts, pack)
    .map((change) => ({
      change,
      isAnswered: Object.hasOwn(facts, change.fact),
      turned: turned(change),
    }))
    .toSorted((a, b) => Number(a.isAnswered) - Number(b.isAnswered) || a.turned - b.turned);
  return nearest?.change;
}
