import { namesIn } from './expression.js';
import { certainOutcome, openRules, type OpenRule, type Stake } from './open-rules.js';
import type { LoadedPack } from './pack-validation.js';
import type { FactDefinition, FactValue } from './pack.js';
import { openIn, type PartialRun, suppose } from './partial-run.js';

/** An open rule that could make a difference, with the facts that it waits for. */
export interface WaitingRule extends OpenRule {
  readonly facts: ReadonlySet<string>;
}

/** What a fact could change at most, by its name; a fact that could change nothing has none. */
export type Stakes = ReadonlyMap<string, Stake>;

/** The rules that are still open and could make a difference, each with the facts that it waits for. */
export function waitingRules(run: PartialRun, pack: LoadedPack): readonly WaitingRule[] {
  return openRules(run, pack).map((rule) => ({ ...rule, facts: factsOf(rule, run, pack) }));
}

/**
 * What each open fact could change. A run by itself does not see that two rules leave no way out together, as where
 * one holds with an answer and the other without it. So facts that several rules turn on are tried with every value
 * that they may have: what another fact changes with none of them, it never changes.
 */
export function stakesOf(
  run: PartialRun,
  waiting: readonly WaitingRule[],
  pack: LoadedPack,
): Stakes {
  const known = new Map(waiting.map(({ index, facts }) => [index, facts]));
  const trials = pivotsOf(waiting, pack).map((fact) => tryAll(fact, { run, known, pack }));
  const first = new Map<string, Stake>();
  for (const { stake, facts } of waiting) raise(first, stake, facts);
  return new Map(
    [...first].flatMap(([name, stake]) => {
      if (isAllOne(name, waiting, { run, known, pack })) return [];
      const others = trials.filter((trial) => trial.name !== name);
      const tried = new Set(others.map(({ found }) => found.get(name)));
      if (tried.has(undefined)) return [];
      return [[name, tried.has('besides') ? 'besides' : stake] as const];
    }),
  );
}

interface Trying {
  readonly run: PartialRun;
  /** What each rule waits for before the trial. */
  readonly known: ReadonlyMap<number, ReadonlySet<string>>;
  readonly pack: LoadedPack;
}

/** The highest stake of every other fact over all values of one. */
function tryAll(
  fact: FactDefinition,
  { run, known, pack }: Trying,
): { name: string; found: Stakes } {
  const { name } = fact;
  const reads = new Set(pack.compiled.readers.get(name)?.rules);
  const found = new Map<string, Stake>();
  for (const value of valuesOf(fact)) {
    const tried = suppose(run, { name, value }, pack);
    for (const rule of openRules(tried, pack)) {
      const unchanged = reads.has(rule.index) ? undefined : known.get(rule.index);
      raise(found, rule.stake, unchanged ?? factsOf(rule, tried, pack));
    }
  }
  return { name, found };
}

function raise(found: Map<string, Stake>, stake: Stake, facts: ReadonlySet<string>): void {
  for (const name of facts) if (found.get(name) !== 'route-or-clock') found.set(name, stake);
}

/** Whether a fact that settles every rule which waits for it comes to the same with each of its values. */
function isAllOne(name: string, waiting: readonly WaitingRule[], { run, pack }: Trying): boolean {
  const rules = waiting.filter(({ facts }) => facts.has(name));
  const values = valuesOf(pack.compiled.facts.get(name)!);
  if (values.length === 0 || rules.length < 2 || rules.some(({ facts }) => facts.size > 1))
    return false;
  const ends = values.map((value) => certainOutcome(suppose(run, { name, value }, pack), pack));
  return new Set(ends).size === 1;
}

/** Facts of few values that several waiting rules name themselves, so that one of them may hold whatever it is. */
function pivotsOf(waiting: readonly WaitingRule[], pack: LoadedPack): readonly FactDefinition[] {
  const times = new Map<string, number>();
  for (const { index, facts } of waiting) {
    for (const name of namesIn(pack.compiled.rules[index]!.when)) {
      if (facts.has(name)) times.set(name, (times.get(name) ?? 0) + 1);
    }
  }
  return pack.facts.filter((fact) => times.get(fact.name)! > 1 && valuesOf(fact).length > 0);
}

/** All values that a fact may have; none for a number, which has too many. */
function valuesOf(fact: FactDefinition): readonly FactValue[] {
  if (fact.type === 'bool') return [true, false];
  return fact.type === 'enum' ? fact.values : [];
}

function factsOf({ index }: OpenRule, { settled }: PartialRun, pack: LoadedPack): Set<string> {
  return openIn(pack.compiled.rules[index]!.when, settled, pack);
}
