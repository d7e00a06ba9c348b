import type { PartWhen, WhenResting } from './compiled-pack.js';
import { evaluate, type Scalar } from './expression.js';
import { derive } from './facts.js';
import { RULE_PACK, type LoadedPack } from './pack-validation.js';
import type { Factor, Facts } from './pack.js';
import { openIn, runPartly } from './partial-run.js';

/** One part with its score, in words, and the facts that it comes from. */
export interface ScoredPart {
  readonly id: string;
  readonly name: string;
  readonly score: 0 | 1 | 2 | 3;
  /** What the level says; null at 0. */
  readonly says: string | null;
  /** Facts that the level was read from and that somebody answered. */
  readonly restsOn: readonly string[];
  /** Facts without an answer that could raise the score. */
  readonly couldRise: readonly string[];
}

/** Something that weighs for or against, and the facts that it comes from. */
export interface WeighingFactor {
  readonly id: string;
  readonly says: string;
  readonly restsOn: readonly string[];
}

/** How grave a case is, by parts. There is no sum: what stands out must not be levelled by what does not. */
export interface Severity {
  readonly parts: readonly ScoredPart[];
  readonly aggravating: readonly WeighingFactor[];
  /** Never cancels a duty: routes, bars, clocks and urgency take no notice of it. */
  readonly mitigating: readonly WeighingFactor[];
}

/** Scores the parts of severity, 0 to 3 each, with what weighs for and against. */
export function severityOf(facts: Facts, pack: LoadedPack = RULE_PACK): Severity {
  const known = derive(facts, pack);
  const answered = (one: WhenResting<Factor>) =>
    openIn(one.when, runPartly(facts, new Set(), pack).settled, pack).size === 0;
  return {
    parts: scored(pack.compiled.severity, facts, pack),
    aggravating: holding(pack.compiled.aggravating, known, facts),
    // Nothing speaks for a doctor because nobody asked.
    mitigating: holding(pack.compiled.mitigating.filter(answered), known, facts),
  };
}

/** What it may cost the doctor: work, regulator, law and money, 0 to 3 each. */
export function exposureOf(facts: Facts, pack: LoadedPack = RULE_PACK): readonly ScoredPart[] {
  return scored(pack.compiled.exposure, facts, pack);
}

/** Facts without an answer that no rule reads, and that weigh in severity with the answers as they are. */
export function weighedOnly(
  facts: Facts,
  answered: ReadonlySet<string>,
  pack: LoadedPack = RULE_PACK,
): readonly string[] {
  const { settled } = runPartly(facts, answered, pack);
  const weighed = [...pack.compiled.aggravating, ...pack.compiled.mitigating].flatMap(
    ({ when }) => [...openIn(when, settled, pack)],
  );
  return [...new Set(weighed)].filter((name) => !pack.compiled.factsRead.includes(name));
}

function scored(parts: readonly PartWhen[], facts: Facts, pack: LoadedPack): ScoredPart[] {
  const known = derive(facts, pack);
  const { settled } = runPartly(facts, new Set(), pack);
  return parts.map(({ item, levels }) => {
    const level = levels.find(({ when }) => evaluate(when, known) === true);
    const score = level?.item.score ?? 0;
    const higher = levels.filter((one) => one.item.score > score);
    return {
      id: item.id,
      name: item.name,
      score,
      says: level?.item.says ?? null,
      restsOn: level ? answeredOf(level, known, facts) : [],
      couldRise: [...new Set(higher.flatMap(({ when }) => [...openIn(when, settled, pack)]))],
    };
  });
}

function holding(
  factors: readonly WhenResting<Factor>[],
  known: Readonly<Record<string, Scalar>>,
  facts: Facts,
): WeighingFactor[] {
  return factors
    .filter(({ when }) => evaluate(when, known) === true)
    .map((one) => ({
      id: one.item.id,
      says: one.item.says,
      restsOn: answeredOf(one, known, facts),
    }));
}

/** The answers, of those a condition reads, that are more than "no". */
function answeredOf(
  { restsOn }: WhenResting<unknown>,
  known: Readonly<Record<string, Scalar>>,
  facts: Facts,
): readonly string[] {
  const given = restsOn.filter((name) => Object.hasOwn(facts, name));
  const telling = given.filter((name) => known[name] !== false && known[name] !== 'none');
  return telling.length > 0 ? telling : given;
}
