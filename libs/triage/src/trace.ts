import { sourcesIn } from '#guidance';
import { runTable, vary, type Run } from './decide.js';
import { otherValues } from './fact-value.js';
import { RULE_PACK, type LoadedPack } from './pack-validation.js';
import type { Facts } from './pack.js';
import { openIn, runPartly } from './partial-run.js';
import { placeOf } from './place.js';

/** How one rule came out. Missing input: it does not hold, and an answer that nobody gave could make it hold. */
export type RuleOutcome = 'matched' | 'not-matched' | 'missing-input';

/** One rule of the pack, as it was considered. */
export interface TracedRule {
  readonly id: string;
  readonly outcome: RuleOutcome;
  readonly why: string;
  /** Keys of its sources, those of the place of the case. */
  readonly cites: readonly string[];
  /**
   * Facts without an answer whose defaults the outcome rests on. Where the input is missing: those that could
   * make the rule hold alone, else those that could together.
   */
  readonly missing: readonly string[];
}

/** Every rule of the pack in the table's order, matched or not, with the answers that would have to be known. */
export function traceRules(facts: Facts, pack: LoadedPack = RULE_PACK): readonly TracedRule[] {
  const run = runTable(facts, pack);
  const partly = runPartly(facts, new Set(), pack);
  const place = placeOf(facts);
  return pack.compiled.rules.map((rule, index) => {
    const { id, why } = rule.item;
    const cites = sourcesIn(place, rule.item.cites);
    const missing = [...openIn(rule.when, partly.settled, pack)];
    if (run.holds[index]) return { id, outcome: 'matched', why, cites, missing };
    if (missing.length === 0) return { id, outcome: 'not-matched', why, cites, missing };
    const alone = missing.filter((fact) => turns(fact, { index, run }, pack));
    return {
      id,
      outcome: 'missing-input',
      why,
      cites,
      missing: alone.length > 0 ? alone : missing,
    };
  });
}

/** Whether some value of one fact alone makes a rule hold. */
function turns(
  name: string,
  { index, run }: { index: number; run: Run },
  pack: LoadedPack,
): boolean {
  const fact = pack.compiled.facts.get(name)!;
  const others = otherValues(fact, run.known[name] ?? null, pack.compiled.compared.get(name));
  return others.some((value) => vary(run, name, value, pack).holds[index] === true);
}
