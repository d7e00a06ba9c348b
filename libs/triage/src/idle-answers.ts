import { openRules } from './open-rules.js';
import { RULE_PACK, type LoadedPack } from './pack-validation.js';
import type { Facts } from './pack.js';
import { openIn, type PartialRun, reopen, runPartly } from './partial-run.js';
import { mustAsk } from './questions.js';

/**
 * Answers that make no difference with the others as they are: taken away, they would not be asked again. What must
 * be asked, and what no rule reads, is never among them. In the pack's order.
 *
 * @param unsure facts answered "not sure".
 */
export function idleAnswers(
  facts: Facts,
  unsure: readonly string[],
  pack: LoadedPack = RULE_PACK,
): readonly string[] {
  const answered = new Set([...Object.keys(facts), ...unsure]);
  const required = new Set(mustAsk(facts, pack));
  const run = runPartly(facts, answered, pack);
  return pack.compiled.factsRead
    .filter((name) => answered.has(name) && !required.has(name))
    .filter((name) => !isWorthAsking(name, run, pack));
}

function isWorthAsking(name: string, run: PartialRun, pack: LoadedPack): boolean {
  const without = reopen(run, name, pack);
  const reads = new Set(pack.compiled.readers.get(name)?.rules);
  return openRules(without, pack).some(
    ({ index }) =>
      reads.has(index) && openIn(pack.compiled.rules[index]!.when, without.settled, pack).has(name),
  );
}
