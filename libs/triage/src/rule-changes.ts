import type { OwnRules } from './own-rules.js';
import type { DerivedFact, Rule } from './pack.js';

/** A rule, or a fact worked out from facts, that stands in one table only or differs between two. */
export interface Changed<T> {
  readonly id: string;
  /** Undefined where it was added. */
  readonly before: T | undefined;
  /** Undefined where it was taken out. */
  readonly after: T | undefined;
  /** Names of the fields that differ; empty unless it stands in both. */
  readonly fields: readonly (keyof T & string)[];
}

/** All that two tables differ in. */
export interface RuleChanges {
  readonly rules: readonly Changed<Rule>[];
  readonly derived: readonly Changed<DerivedFact>[];
}

/** Holds one table of rules against another. What only stands in another place is no change. */
export function compareRules(before: OwnRules, after: OwnRules): RuleChanges {
  return {
    rules: changedIn(before.rules, after.rules, ({ id }) => id),
    derived: changedIn(before.derived, after.derived, ({ name }) => name),
  };
}

function changedIn<T extends object>(
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => string,
): Changed<T>[] {
  const [old, now] = [before, after].map((all) => new Map(all.map((item) => [idOf(item), item])));
  const ids = [...new Set([...now!.keys(), ...old!.keys()])];
  return ids.flatMap((id) => {
    const change = { id, before: old!.get(id), after: now!.get(id) };
    const fields = fieldsThatDiffer(change.before, change.after);
    const isChanged = !change.before || !change.after || fields.length > 0;
    return isChanged ? [{ ...change, fields }] : [];
  });
}

function fieldsThatDiffer<T extends object>(before?: T, after?: T): (keyof T & string)[] {
  if (!before || !after) return [];
  const fields = Object.keys(after) as (keyof T & string)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
