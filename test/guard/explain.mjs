#!/usr/bin/env node
// Prints the strongest features of the model by name, as found in the labelled texts. Usage: node test/guard/explain.mjs [count]
import { parse } from '../../dist/libs/confidentiality/src/words.js';
import { compileFacts } from '../../dist/libs/confidentiality/src/case-facts.js';
import { ownWords } from '../../dist/libs/confidentiality/src/own-details.js';
import { daysSaid } from '../../dist/libs/confidentiality/src/dates-layer.js';
import { outlineOf } from '../../dist/libs/confidentiality/src/outline.js';
import { read } from '../../dist/libs/confidentiality/src/reading.js';
import { readContext } from '../../dist/libs/confidentiality/src/read-context.js';
import { STATEMENT_MODEL } from '../../dist/libs/confidentiality/src/statement-weights.js';
import {
  TEMPLATES,
  writeFeatures,
} from '../../dist/libs/confidentiality/src/statement-features.js';
import { placeOf } from '../../dist/libs/confidentiality/src/signs.js';
import { loadSets } from './corpus.mjs';

const count = Number(process.argv[2] ?? 30);
/** Features seen less often are left out: their names would be sentences of the corpus. */
const LEAST_SEEN = 12;
const seen = new Map();

for (const item of Object.values(loadSets()).flat()) {
  const text = parse(item.text);
  const facts = compileFacts(readContext(item.context ?? {}));
  const own = ownWords(text, facts.own);
  const outline = outlineOf(read(text, { ...item, facts, own, days: daysSaid(text, facts).days }));
  const buffer = {
    length: 0,
    add(template, at, a, b = 0, c = 0, d = 0) {
      const place = placeOf(template, a, b, c, d);
      const entry = seen.get(place) ?? { template, words: new Map(), times: 0 };
      const word = text.words[at].text;
      entry.times++;
      entry.words.set(word, (entry.words.get(word) ?? 0) + 1);
      seen.set(place, entry);
    },
  };
  outline.statements.forEach((_, which) => writeFeatures(outline, which, buffer));
}

const { weights, scale } = STATEMENT_MODEL.whole;
const ranked = [...seen]
  .filter(([, { times }]) => times >= LEAST_SEEN)
  .map(([place, entry]) => ({ ...entry, weight: weights[place & (weights.length - 1)] * scale }))
  .sort((a, b) => b.weight - a.weight);
const line = ({ template, words, times, weight }) => {
  const common = [...words].sort((a, b) => b[1] - a[1]).slice(0, 3);
  return `${weight.toFixed(2).padStart(6)}  ${TEMPLATES[template].padEnd(26)} at ${common.map(([word]) => word).join(', ')} (${times})`;
};
console.log(ranked.slice(0, count).map(line).join('\n'));
console.log('…');
console.log(ranked.slice(-count).map(line).join('\n'));
