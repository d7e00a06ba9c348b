import type { Outline, Part, Statement } from './outline.js';
import { partsOf } from './outline.js';
import type { FeatureBuffer } from './statement-buffer.js';
import { writeBeside, writeFeatures, type Layout } from './statement-features.js';

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

/** Some features of a buffer: runs of it, ends exclusive. */
export interface Features {
  readonly places: Uint32Array;
  readonly words: Uint32Array;
}

/** Score of features: above zero is likelier than not. */
export function scoreOf({ weights, scale, bias }: LinearModel, { places }: Features): number {
  const mask = weights.length - 1;
  let sum = 0;
  for (let index = 0; index < places.length; index++) sum += weights[places[index]! & mask]!;
  return bias + (sum * scale) / Math.sqrt(places.length);
}

/** A part of a statement with its features. */
export interface PartFeatures extends Part {
  readonly features: Features;
}

/** A statement read for the model. */
export interface ReadStatement {
  readonly whole: Features;
  readonly parts: readonly PartFeatures[];
}

/** Reads one statement; its features last as long as the buffer is not used again. */
export function readStatement(
  outline: Outline,
  which: number,
  buffer: FeatureBuffer,
): ReadStatement {
  buffer.clear();
  const statement = outline.statements[which]!;
  const layout = writeFeatures(outline, which, buffer);
  const whole = sliceOf(buffer, 0, layout.end);
  const parts = partsOf(statement);
  if (parts.length === 1) return { whole, parts: [{ ...parts[0]!, features: whole }] };
  return {
    whole,
    parts: parts.map((part) => ({
      ...part,
      features: featuresOfPart(statement, part, layout, buffer),
    })),
  };
}

function sliceOf({ places, words }: FeatureBuffer, from: number, to: number): Features {
  return { places: places.subarray(from, to), words: words.subarray(from, to) };
}

/** A part's own clauses, what the statement shares, and what the other clauses say. */
function featuresOfPart(
  statement: Statement,
  part: Part,
  { ends, end }: Layout,
  buffer: FeatureBuffer,
): Features {
  const start = part.firstClause === 0 ? 0 : ends[part.firstClause - 1]!;
  const stop = ends[part.endClause - 1]!;
  const shared = ends.at(-1)!;
  buffer.length = end;
  writeBeside(statement, part, buffer);
  const own = stop - start;
  const places = new Uint32Array(own + buffer.length - shared);
  const words = new Uint32Array(places.length);
  places.set(buffer.places.subarray(start, stop));
  words.set(buffer.words.subarray(start, stop));
  places.set(buffer.places.subarray(shared, buffer.length), own);
  words.set(buffer.words.subarray(shared, buffer.length), own);
  return { places, words };
}

/** A part as the model weighs it. */
export interface WeighedPart extends PartFeatures {
  readonly score: number;
}

/** What the model makes of one statement. */
export interface Judgement {
  /** Of the whole and of its most telling part together. */
  readonly score: number;
  readonly whole: Features;
  /** The most telling first. */
  readonly parts: readonly WeighedPart[];
}

/** Weighs one statement that was read. */
export function judge(model: StatementModel, { whole, parts }: ReadStatement): Judgement {
  const weighed = parts
    .map((part): WeighedPart => ({ ...part, score: scoreOf(model.part, part.features) }))
    .sort((a, b) => b.score - a.score);
  return { score: scoreOf(model.whole, whole) + weighed[0]!.score, whole, parts: weighed };
}
