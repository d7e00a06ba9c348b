import { childrenOf, evaluate, type Expression, type Scalar } from './expression.js';
import type { LoadedPack } from './pack-validation.js';
import type { Facts } from './pack.js';

/** The facts whose value is settled, derived ones included; all others are open. */
export type Settled = Readonly<Record<string, Scalar>>;

/** One run of the table while facts are open: a rule that may still go either way is undefined. */
export interface PartialRun {
  readonly settled: Settled;
  readonly holds: readonly (boolean | undefined)[];
}

/**
 * Runs the table without taking defaults for answers.
 *
 * @param answered facts that were put to a person; those without a value ("not sure") have their default.
 */
export function runPartly(
  facts: Facts,
  answered: ReadonlySet<string>,
  pack: LoadedPack,
): PartialRun {
  const settled: Record<string, Scalar> = {};
  for (const { name, default: normal } of pack.facts) {
    if (Object.hasOwn(facts, name)) settled[name] = facts[name]!;
    else if (answered.has(name)) settled[name] = normal;
  }
  for (const { name, when } of pack.compiled.derived) {
    const value = settle(when, settled);
    if (value !== undefined) settled[name] = value;
  }
  const holds = pack.compiled.rules.map(({ when }) => settle(when, settled) as boolean | undefined);
  return { settled, holds };
}

/** The run as if one fact had not been answered. */
export function reopen(run: PartialRun, name: string, pack: LoadedPack): PartialRun {
  return suppose(run, { name, value: undefined }, pack);
}

/** The run as if one fact had another value; open where the value is undefined. */
export function suppose(
  run: PartialRun,
  { name, value }: { readonly name: string; readonly value: Scalar | undefined },
  pack: LoadedPack,
): PartialRun {
  const readers = pack.compiled.readers.get(name);
  if (readers === undefined) return run;
  // Laid over what is settled: an own undefined hides the value beneath.
  const settled = Object.create(run.settled) as Record<string, Scalar>;
  const lay = (fact: string, as: Scalar | undefined) =>
    Object.defineProperty(settled, fact, { value: as, enumerable: true, configurable: true });
  lay(name, value);
  for (const derived of readers.derived) lay(derived.name, settle(derived.when, settled));
  const holds = [...run.holds];
  for (const index of readers.rules) {
    holds[index] = settle(pack.compiled.rules[index]!.when, settled) as boolean | undefined;
  }
  return { settled, holds };
}

/**
 * The value that an expression has whatever the open facts turn out to be; undefined where it depends on them.
 * Each part is looked at by itself, so that `a or not a` counts as open.
 */
export function settle(expression: Expression, settled: Settled): Scalar | undefined {
  switch (expression.kind) {
    case 'name':
      return settled[expression.name];
    case 'not': {
      const value = settle(expression.operand, settled);
      return value === undefined ? undefined : !value;
    }
    case 'and':
      return settleAll(expression.operands, settled, false);
    case 'or':
      return settleAll(expression.operands, settled, true);
    default:
      return settleWhole(expression, settled);
  }
}

/** The facts, no derived ones, on whose answers an expression still depends. */
export function openIn(expression: Expression, settled: Settled, pack: LoadedPack): Set<string> {
  if (settle(expression, settled) !== undefined) return new Set();
  if (expression.kind !== 'name') {
    return new Set(childrenOf(expression).flatMap((part) => [...openIn(part, settled, pack)]));
  }
  const derived = pack.compiled.derived.find(({ name }) => name === expression.name);
  return derived ? openIn(derived.when, settled, pack) : new Set([expression.name]);
}

/** @param deciding the value of one operand that decides the whole: true of "or", false of "and". */
function settleAll(
  operands: readonly Expression[],
  settled: Settled,
  deciding: boolean,
): boolean | undefined {
  const values = new Set(operands.map((operand) => settle(operand, settled)));
  if (values.has(deciding)) return deciding;
  return values.has(undefined) ? undefined : !deciding;
}

/** A comparison has a value once all that it compares is settled. */
function settleWhole(expression: Expression, settled: Settled): Scalar | undefined {
  const isOpen = childrenOf(expression).some((part) => settle(part, settled) === undefined);
  return isOpen ? undefined : evaluate(expression, settled);
}
