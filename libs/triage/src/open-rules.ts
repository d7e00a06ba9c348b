import type { PartialRun } from './partial-run.js';
import type { LoadedPack } from './pack-validation.js';
import type { RouteId, Rule } from './pack.js';

/** What a rule that is still open could change: the primary route or a clock, or only what is recommended besides. */
export type Stake = 'route-or-clock' | 'besides';

/** A rule that could still make a difference. */
export interface OpenRule {
  readonly index: number;
  readonly stake: Stake;
}

interface Standing {
  /** What the rules that hold for certain propose, bar and start. */
  readonly proposed: ReadonlySet<string>;
  readonly barred: ReadonlySet<string>;
  readonly started: ReadonlySet<string>;
  /** Priority and route of the best candidate that nothing can take away any more. */
  readonly best: { readonly priority: number; readonly route: RouteId | null };
  /** Routes that could still be primary before it, and might be barred. */
  readonly ahead: ReadonlySet<string>;
}

/** The rules that are still open and could make a difference, in the table's order. */
export function openRules(run: PartialRun, pack: LoadedPack): readonly OpenRule[] {
  const standing = standingOf(run, pack);
  return pack.compiled.rules.flatMap(({ item: rule }, index) => {
    if (run.holds[index] !== undefined) return [];
    const stake = stakeOf(rule, standing);
    return stake === undefined ? [] : [{ index, stake }];
  });
}

/** What the rules that hold for certain come to, as text: two runs of the same text that leave the same rules open end alike. */
export function certainOutcome(run: PartialRun, pack: LoadedPack): string {
  const { proposed, barred, started, best } = standingOf(run, pack);
  const ahead = pack.compiled.rules.flatMap(({ item: { primary, priority } }, index) =>
    run.holds[index] && primary !== null && priority! <= best.priority ? [priority, primary] : [],
  );
  return JSON.stringify([...[proposed, barred, started].map((ids) => [...ids].sort()), ahead]);
}

function standingOf(run: PartialRun, pack: LoadedPack): Standing {
  const rules = pack.compiled.rules.map(({ item }) => item);
  const open = rules.filter((_, index) => run.holds[index] === undefined);
  const sure = rules.filter((_, index) => run.holds[index] === true);
  const barred = new Set<string>(sure.flatMap(({ never }) => never));
  const atRisk = new Set<string>(open.flatMap(({ never }) => never));
  const candidates = [...sure, ...open].filter(
    ({ primary }) => primary !== null && !barred.has(primary),
  );
  const [best] = sure
    .filter((rule) => candidates.includes(rule) && !atRisk.has(rule.primary!))
    .toSorted((a, b) => a.priority! - b.priority!);
  const priority = best?.priority ?? Infinity;
  const ahead = candidates.filter((rule) => rule.priority! < priority);
  return {
    proposed: new Set(sure.flatMap(routesOf)),
    barred,
    started: new Set(sure.flatMap(({ deadlines }) => deadlines)),
    best: { priority, route: best?.primary ?? null },
    ahead: new Set(ahead.map((rule) => rule.primary!)),
  };
}

function stakeOf(rule: Rule, standing: Standing): Stake | undefined {
  const { proposed, barred, started, best, ahead } = standing;
  const outranks =
    rule.primary !== null &&
    rule.primary !== best.route &&
    rule.priority! < best.priority &&
    !barred.has(rule.primary);
  const bars = rule.never.some((id) => ahead.has(id));
  const starts = rule.deadlines.some((id) => !started.has(id));
  if (outranks || bars || starts) return 'route-or-clock';
  const adds = routesOf(rule).some((id) => !proposed.has(id) && !barred.has(id));
  const takes = rule.never.some((id) => proposed.has(id) && !barred.has(id));
  return adds || takes ? 'besides' : undefined;
}

function routesOf({ primary, also }: Rule): readonly RouteId[] {
  return primary === null ? also : [primary, ...also];
}
