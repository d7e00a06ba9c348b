import { decide } from './decide.js';
import { evaluate } from './expression.js';
import { derive } from './facts.js';
import { RULE_PACK, type LoadedPack } from './pack-validation.js';
import { URGENCY_LEVELS, type Facts, type Urgency } from './pack.js';

/** How soon somebody must act, and why; `assumed` are facts answered "not sure" that were counted as yes. */
export interface UrgencyAssessment {
  level: Urgency;
  reasons: readonly string[];
  assumed: readonly string[];
}

/** A clock to start; `assumed` are the "not sure" answers but for which it would not run. */
export interface ClockToStart {
  deadline: string;
  assumed: readonly string[];
}

/**
 * How soon somebody must act.
 *
 * @param unsure must-ask facts answered "not sure": they count as yes here, and only here and for clocks.
 */
export function urgency(
  facts: Facts,
  unsure: readonly string[] = [],
  pack: LoadedPack = RULE_PACK,
): Urgency {
  return assessUrgency(facts, unsure, pack).level;
}

/** How soon somebody must act, with the reasons of that level and what was assumed. */
export function assessUrgency(
  facts: Facts,
  unsure: readonly string[] = [],
  pack: LoadedPack = RULE_PACK,
): UrgencyAssessment {
  const { level, reasons } = levelOf(countUnsureAsYes(facts, unsure, pack), pack);
  const assumed = unsure.filter((name) => {
    const without = unsure.filter((other) => other !== name);
    const eased = levelOf(countUnsureAsYes(facts, without, pack), pack);
    return eased.level !== level || eased.reasons.length !== reasons.length;
  });
  return { level, reasons, assumed };
}

/** The clocks to start, with those that run only because something is "not sure" marked so. */
export function clocksToStart(
  facts: Facts,
  unsure: readonly string[] = [],
  pack: LoadedPack = RULE_PACK,
): readonly ClockToStart[] {
  const { deadlines } = decide(countUnsureAsYes(facts, unsure, pack), pack);
  const without = unsure.map((name) => {
    const others = unsure.filter((other) => other !== name);
    return { name, deadlines: decide(countUnsureAsYes(facts, others, pack), pack).deadlines };
  });
  return deadlines.map((deadline) => ({
    deadline,
    assumed: without.filter((run) => !run.deadlines.includes(deadline)).map(({ name }) => name),
  }));
}

function levelOf(facts: Facts, pack: LoadedPack): { level: Urgency; reasons: readonly string[] } {
  const known = derive(facts, pack);
  const { primary, also } = decide(facts, pack);
  const holding = pack.compiled.urgency.filter(({ item, when }) =>
    when === undefined
      ? [primary, ...also].some((route) => route === item.route)
      : evaluate(when, known),
  );
  const level = URGENCY_LEVELS.find((one) => holding.some(({ item }) => item.level === one));
  const reasons = holding.filter(({ item }) => item.level === level).map(({ item }) => item.why);
  return { level: level ?? 'routine', reasons };
}

function countUnsureAsYes(facts: Facts, unsure: readonly string[], pack: LoadedPack): Facts {
  const assumed = pack.mustAsk
    .filter(({ fact }) => unsure.includes(fact))
    .map(({ fact, unsureCountsAs }) => [fact, unsureCountsAs] as const);
  return { ...facts, ...Object.fromEntries(assumed) };
}
