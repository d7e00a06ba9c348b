import type { Outline } from './outline.js';
import type { LinearModel, WeighedPart } from './statement-model.js';
import { signOf } from './signs.js';
import { wordList } from './data/grammar-words.js';

/** Words at which no telling stretch begins. */
const CONNECTING = new Set(
  wordList(
    'and but or so because although though while as that which since if when also however',
  ).map((word) => signOf(word)),
);

/** Words kept on either side, so that the stretch reads as a phrase. */
const BESIDE = 2;

/**
 * The smallest stretch of the most telling part that carries its weight, as word numbers, both
 * inclusive: the run of words whose features together add most.
 */
export function tellingStretch(
  { reading }: Outline,
  { from, to, features: { places, words } }: WeighedPart,
  { weights }: LinearModel,
): readonly [first: number, last: number] {
  const shares = new Float64Array(to - from);
  const mask = weights.length - 1;
  for (let index = 0; index < places.length; index++) {
    const weight = weights[places[index]! & mask]!;
    const at = words[index]! - from;
    if (at >= 0 && at < shares.length) shares[at]! += weight;
  }
  let [first, last] = bestRun(shares);
  first = Math.max(0, first - BESIDE);
  last = Math.min(shares.length - 1, last + BESIDE);
  while (first < last && CONNECTING.has(reading.words[from + first]!)) first++;
  return [from + first, from + last];
}

function bestRun(shares: Float64Array): [number, number] {
  let best: [number, number] = [0, shares.length - 1];
  let most = 0;
  let sum = 0;
  let start = 0;
  for (let at = 0; at < shares.length; at++) {
    if (sum <= 0) {
      sum = 0;
      start = at;
    }
    sum += shares[at]!;
    if (sum > most) {
      most = sum;
      best = [start, at];
    }
  }
  return best;
}
