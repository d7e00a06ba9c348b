import { decide, type Decision } from './decide.js';
import { RULE_PACK, type LoadedPack } from './pack-validation.js';
import { readFacts } from './facts.js';
import type { Facts, RouteId } from './pack.js';

/** What was recommended once, and on which facts. */
export interface Replayable {
  readonly facts: Facts;
  readonly primary: string;
  readonly also: readonly string[];
  readonly never: readonly string[];
  readonly deadlines: readonly string[];
  /** Ids of the rules that held. */
  readonly rules: readonly string[];
}

/** What came to a list, and what went from it. */
export interface Moved {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Earlier advice under another pack: the same, or what is different. */
export interface Replay {
  readonly packVersion: string;
  readonly isIdentical: boolean;
  /** Null where the primary route is the same. */
  readonly primary: { readonly from: string; readonly to: RouteId } | null;
  readonly also: Moved;
  readonly never: Moved;
  readonly deadlines: Moved;
  readonly rules: Moved;
  /** Facts that this pack cannot read any more; they were left out. */
  readonly unreadable: readonly string[];
}

/**
 * Runs a pack on the facts of earlier advice. Identical means the same primary route, other routes, bars, clocks and
 * rules, whatever their order, with every fact still readable.
 */
export function replay(kept: Replayable, pack: LoadedPack = RULE_PACK): Replay {
  const isReadable = ([name, value]: [string, unknown]) => readFacts({ [name]: value }, pack).ok;
  const entries = Object.entries(kept.facts);
  const unreadable = entries.filter((entry) => !isReadable(entry)).map(([name]) => name);
  const now = decide(Object.fromEntries(entries.filter(isReadable)), pack);
  const moves = movesOf(kept, now);
  const primary = now.primary === kept.primary ? null : { from: kept.primary, to: now.primary };
  const isStill = Object.values(moves).every(
    ({ added, removed }) => added.length + removed.length === 0,
  );
  return {
    packVersion: pack.version,
    isIdentical: primary === null && isStill && unreadable.length === 0,
    primary,
    ...moves,
    unreadable,
  };
}

function movesOf(kept: Replayable, now: Decision) {
  return {
    also: moved(kept.also, now.also),
    never: moved(kept.never, now.never),
    deadlines: moved(kept.deadlines, now.deadlines),
    rules: moved(
      kept.rules,
      now.fired.map(({ item }) => item.id),
    ),
  };
}

function moved(before: readonly string[], after: readonly string[]): Moved {
  return {
    added: after.filter((one) => !before.includes(one)),
    removed: before.filter((one) => !after.includes(one)),
  };
}
