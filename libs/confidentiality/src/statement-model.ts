import type { Outline } from './outline.js';
import { partsOf } from './outline.js';
import { placeOf } from './signs.js';
import { statementFeatures, type FeatureSink } from './statement-features.js';

/** A linear model over hashed features; the table's length is a power of two. */
export interface LinearModel {
  readonly weights: Int8Array;
  /** What one step of a weight is worth. */
  readonly scale: number;
  readonly bias: number;
}

/** What a statement may disclose, or how it may sound. */
export const STATEMENT_KINDS = [
  'clinical_disclosure',
  'relationship_confirmation',
  'encounter_detail',
  'third_party',
  'echo_of_post',
  'quasi_identifier',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** Tones, and the soft form of confirming a relationship: severity 1. */
export const SOFT_KINDS = [
  'soft',
  'tone_war',
  'tone_admission',
  'tone_threat',
  'tone_accusation',
  'tone_sarcasm',
] as const;
export type SoftKind = (typeof SOFT_KINDS)[number];

/** Everything the layer of statements decides by. */
export interface StatementModel {
  readonly whole: LinearModel;
  readonly part: LinearModel;
  readonly kinds: Readonly<Record<StatementKind | SoftKind, LinearModel>>;
  /** From this score on a statement blocks, and from this on it warns. */
  readonly blocks: number;
  readonly warns: number;
}

/** Features of a stretch, each once: where in a table, and at which word. */
export interface Features {
  readonly places: readonly number[];
  readonly words: readonly number[];
}

/** Collects the features of a stretch of one statement. */
export function featuresOf(
  outline: Outline,
  which: number,
  stretch: readonly [number, number],
): Features {
  const places: number[] = [];
  const words: number[] = [];
  const sink: FeatureSink = (template, at, a, b = 0, c = 0, d = 0) => {
    places.push(placeOf(template, a, b, c, d));
    words.push(at);
  };
  statementFeatures(outline, which, stretch, sink);
  return { places, words };
}

/** Score of features: above zero is likelier than not. */
export function scoreOf({ weights, scale, bias }: LinearModel, { places }: Features): number {
  const mask = weights.length - 1;
  let sum = 0;
  for (let index = 0; index < places.length; index++) sum += weights[places[index]! & mask]!;
  return bias + (sum * scale) / Math.sqrt(places.length);
}

/** What the model makes of one statement. */
export interface Judgement {
  /** Of the whole and of its most telling part together. */
  readonly score: number;
  readonly whole: Features;
  /** The most telling part, word numbers, end exclusive. */
  readonly part: readonly [number, number];
  readonly partFeatures: Features;
}

/** Weighs one statement of a text. */
export function judge(model: StatementModel, outline: Outline, which: number): Judgement {
  const statement = outline.statements[which]!;
  const span = [statement.from, statement.to] as const;
  const whole = featuresOf(outline, which, span);
  const parts = partsOf(statement);
  let best = -Infinity;
  let part: readonly [number, number] = span;
  let partFeatures = whole;
  for (const candidate of parts) {
    const features = parts.length === 1 ? whole : featuresOf(outline, which, candidate);
    const score = scoreOf(model.part, features);
    if (score <= best) continue;
    best = score;
    part = candidate;
    partFeatures = features;
  }
  return { score: scoreOf(model.whole, whole) + best, whole, part, partFeatures };
}
