import { assess } from './assess.js';
import { GOLDEN_CASES } from './data/golden-cases.js';
import type { LoadedPack } from './pack-validation.js';
import type { ActId, Facts, RouteId } from './pack.js';

/** A worked case and the outcome that was agreed: which routes must, may not, and which clocks exactly. */
export interface GoldenCase {
  readonly id: string;
  readonly title: string;
  readonly facts: Facts;
  readonly expected: {
    readonly primary: RouteId;
    /** Routes that must be recommended besides; others may be. */
    readonly also: readonly RouteId[];
    /** Routes and acts that must not be recommended. */
    readonly never: readonly (RouteId | ActId)[];
    /** The clocks that start, no more and no fewer. */
    readonly deadlines: readonly string[];
  };
}

/** How a golden case comes out under a pack. */
export interface GoldenResult {
  readonly id: string;
  readonly title: string;
  readonly expected: RouteId;
  readonly primary: RouteId;
  /** Primary route under the pack that it was held against. */
  readonly before: RouteId;
  /** Each way in which it differs from what was agreed; empty where it does not. */
  readonly faults: readonly GoldenFault[];
}

/** One way in which a golden case comes out otherwise than agreed; `ids` are of routes, acts or clocks. */
export interface GoldenFault {
  readonly kind: 'primary' | 'missing' | 'forbidden' | 'clock-missing' | 'clock-extra';
  readonly ids: readonly string[];
}

/** Any date serves: editions of sources do not change an outcome. */
const ON = '2026-11-22';

/** Runs every golden case on a pack, beside the pack that is in force. */
export function tryGoldenCases(pack: LoadedPack, inForce: LoadedPack): readonly GoldenResult[] {
  return GOLDEN_CASES.map((golden) => {
    const { id, title, facts, expected } = golden;
    const found = assess(facts, ON, pack);
    const before = assess(facts, ON, inForce).primary;
    const faults = faultsOf(golden, found);
    return { id, title, expected: expected.primary, primary: found.primary, before, faults };
  });
}

function faultsOf({ expected }: GoldenCase, found: ReturnType<typeof assess>): GoldenFault[] {
  const recommended = new Set<string>([found.primary, ...found.also]);
  const faults: GoldenFault[] = [
    { kind: 'primary', ids: expected.primary === found.primary ? [] : [found.primary] },
    { kind: 'missing', ids: expected.also.filter((id) => !recommended.has(id)) },
    { kind: 'forbidden', ids: expected.never.filter((id) => recommended.has(id)) },
    { kind: 'clock-missing', ids: without(expected.deadlines, found.deadlines) },
    { kind: 'clock-extra', ids: without(found.deadlines, expected.deadlines) },
  ];
  return faults.filter(({ ids }) => ids.length > 0);
}

function without(ids: readonly string[], others: readonly string[]): readonly string[] {
  return ids.filter((id) => !others.includes(id));
}
