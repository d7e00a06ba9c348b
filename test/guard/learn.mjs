// Trains the statement model: logistic regression by AdaGrad over hashed features, with fixed seeds.
import { parse } from '../../dist/libs/confidentiality/src/words.js';
import { compileFacts } from '../../dist/libs/confidentiality/src/case-facts.js';
import { ownWords } from '../../dist/libs/confidentiality/src/own-details.js';
import { daysSaid } from '../../dist/libs/confidentiality/src/dates-layer.js';
import { read } from '../../dist/libs/confidentiality/src/reading.js';
import { FeatureBuffer } from '../../dist/libs/confidentiality/src/statement-buffer.js';
import { outlineOf } from '../../dist/libs/confidentiality/src/outline.js';
import { readContext } from '../../dist/libs/confidentiality/src/read-context.js';
import {
  readStatement,
  SOFT_KINDS,
  STATEMENT_KINDS,
} from '../../dist/libs/confidentiality/src/statement-model.js';

/** Sizes of the tables, as powers of two. */
export const SIZES = { main: 17, kind: 13 };
const PAIR_WEIGHT = 0.3;

const IDENTIFIERS = new Set(
  'person_name nhs_number chi_number hc_number ihi_number pps_number mrn dob phone email address postcode eircode url handle ip'.split(
    ' ',
  ),
);

/** Marks that a statement makes, and not a name or a number in it. */
const isTold = ({ category, severity }) => severity >= 2 && !IDENTIFIERS.has(category);
const isSoft = ({ category, severity }) =>
  category === 'relationship_confirmation' && severity === 1;

/** Texts whose statements are labelled as for the public: all but letters to those who may read the facts. */
export function isForPublic({ audience, context }) {
  if (audience === 'public' || audience === 'platform') return true;
  return (
    audience === 'complainant' &&
    compileFacts(readContext(context)).complainant !== undefined &&
    context.complainant_authority !== true
  );
}

const overlap = (span, from, to) => Math.min(to, span.end) - Math.max(from, span.start);

const MOSTLY = 0.5;

function shareOf(span, from, to) {
  const shared = overlap(span, from, to);
  return shared <= 0 ? 0 : shared / Math.min(to - from, span.end - span.start);
}

/** One example for each statement of a text. */
export function examplesOf(item, weight = 1) {
  const text = parse(item.text);
  const facts = compileFacts(readContext(item.context ?? {}));
  const own = ownWords(text, facts.own);
  const { days } = daysSaid(text, facts);
  const outline = outlineOf(read(text, { ...item, facts, own, days }));
  const offset = (word) => text.starts[text.words[word].start];
  const buffer = new FeatureBuffer();
  const end = (word) => text.ends[text.words[word].end - 1];
  return outline.statements.map((statement, which) => {
    const [from, to] = [offset(statement.from), end(statement.to - 1)];
    const spans = item.spans.filter((span) => overlap(span, from, to) > 0);
    const said = readStatement(outline, which, buffer);
    const parts = said.parts.map((part) => {
      const [start, stop] = [offset(part.from), end(part.to - 1)];
      const shares = spans
        .filter(isTold)
        .map((span) => ({ span, share: shareOf(span, start, stop) }));
      const most = Math.max(0, ...shares.map(({ share }) => share));
      return {
        places: part.features.places.slice(),
        label: most >= MOSTLY ? 1 : most > 0 ? undefined : 0,
        spans: shares.filter(({ share }) => share >= MOSTLY).map(({ span }) => span),
        weight,
      };
    });
    return {
      item,
      spans,
      weight,
      places: said.whole.places.slice(),
      label: spans.some(isTold) ? 1 : 0,
      parts,
    };
  });
}

function shuffled(length, seed) {
  const order = Array.from({ length }, (_, index) => index);
  let state = seed;
  for (let index = length - 1; index > 0; index--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 4294967296) * (index + 1));
    [order[index], order[other]] = [order[other], order[index]];
  }
  return order;
}

const RATE = 0.15;
const DECAY = 2e-6;

/**
 * Fits one table; examples are `{places, label, weight}`, those without a label are passed over.
 * The weights are the mean of those after each of the later rounds, which is steadier than the last of them.
 */
export function fit(examples, bits, epochs = 8) {
  const mask = 2 ** bits - 1;
  const weights = new Float32Array(mask + 1);
  const squares = new Float32Array(mask + 1).fill(1e-3);
  let bias = 0;
  let biasSquares = 1e-3;
  const mean = { weights: new Float32Array(mask + 1), bias: 0 };
  const rounds = Math.ceil(epochs / 2);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (const index of shuffled(examples.length, epoch)) {
      const { places, label, weight } = examples[index];
      if (label === undefined) continue;
      const share = 1 / Math.sqrt(places.length);
      let score = bias;
      for (const place of places) score += weights[place & mask] * share;
      const slope = (1 / (1 + Math.exp(-score)) - label) * weight;
      biasSquares += slope * slope;
      bias -= (RATE * slope) / Math.sqrt(biasSquares);
      for (const place of places) {
        const at = place & mask;
        const step = slope * share + DECAY * weights[at];
        squares[at] += step * step;
        weights[at] -= (RATE * step) / Math.sqrt(squares[at]);
      }
    }
    if (epoch > epochs - rounds) addRound(mean, { weights, bias }, rounds);
  }
  return quantised(mean.weights, mean.bias);
}

function addRound(mean, { weights, bias }, rounds) {
  weights.forEach((weight, at) => {
    mean.weights[at] += weight / rounds;
  });
  mean.bias += bias / rounds;
}

/** Weights in 255 steps. */
function quantised(weights, bias) {
  const sizes = Float32Array.from(weights, Math.abs).sort();
  const most = sizes[Math.floor(sizes.length * 0.99995)];
  const scale = most / 127;
  const steps = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return { weights: steps, scale, bias };
}

const labelled = (examples, holds) =>
  examples.map(({ places, weight, spans }) => ({
    places,
    weight,
    label: spans.some(holds) ? 1 : 0,
  }));

/** Trains all tables on examples; thresholds are chosen by cross-validation and handed in. */
export function trainModel(examples, thresholds) {
  const kinds = {};
  const told = examples.flatMap(({ parts }) => parts).filter(({ label }) => label === 1);
  for (const kind of STATEMENT_KINDS)
    kinds[kind] = fit(
      labelled(told, (span) => span.category === kind),
      SIZES.kind,
    );
  for (const kind of SOFT_KINDS)
    kinds[kind] = fit(
      labelled(examples, kind === 'soft' ? isSoft : (span) => span.category === kind),
      SIZES.kind,
    );
  return {
    whole: fit(examples, SIZES.main),
    part: fit(
      examples.flatMap(({ parts }) => parts),
      SIZES.main,
    ),
    kinds,
    ...thresholds,
  };
}

/** Examples of every set, by its name. */
export function examplesBySet(sets) {
  return Object.fromEntries(
    Object.entries(sets).map(([name, items]) => [
      name,
      items
        .filter(isForPublic)
        .flatMap((item) => examplesOf(item, name.startsWith('pairs') ? PAIR_WEIGHT : 1)),
    ]),
  );
}
