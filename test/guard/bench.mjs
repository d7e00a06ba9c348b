#!/usr/bin/env node
// How quick the guard is: drafts, letters and hostile texts. Build first, and leave the machine alone meanwhile.
// Usage: node test/guard/bench.mjs
import { loadavg } from 'node:os';
import {
  compileFacts,
  inspectSafely,
  MAX_TEXT_LENGTH,
} from '../../dist/libs/confidentiality/src/index.js';
import { readContext } from '../../dist/libs/confidentiality/src/read-context.js';
import { HELD_OUT, loadSets } from './corpus.mjs';

const OF_EACH_SET = 44;
const ROUNDS = 7;
const LETTER = 10_000;
const UNITS = [
  '1/1/',
  'a.',
  'a@',
  '1 ',
  'you were ',
  'F a t ',
  'www.a/',
  'a dot b at ',
  'if you had ',
  'the lady in the bed who ',
  'Harriet Penrose ',
  'Гарриет ',
  '\u200B',
];

/** Milliseconds of one inspection. */
function time(request) {
  const before = process.hrtime.bigint();
  inspectSafely(request);
  return Number(process.hrtime.bigint() - before) / 1e6;
}

const quickest = (request) => Math.min(...Array.from({ length: ROUNDS }, () => time(request)));
const sorted = (times) => [...times].sort((a, b) => a - b);
const share = (times, part) => sorted(times)[Math.floor(times.length * part)].toFixed(2);

const sets = loadSets();
const items = HELD_OUT.flatMap((name) => sets[name].slice(0, OF_EACH_SET));
const drafts = items.map(({ text, channel, audience, context }) => ({
  text,
  channel,
  audience,
  facts: compileFacts(readContext(context)),
}));
drafts.forEach(time);

const all = Array.from({ length: ROUNDS }, () => drafts.map(time)).flat();
const best = drafts.map(quickest);
const load = loadavg()[0].toFixed(1);
console.log(`load average ${load}; each draft ${ROUNDS} times, the quickest of each in brackets`);
console.log(
  `${drafts.length} drafts: median ${share(all, 0.5)} ms (${share(best, 0.5)}), 95 of 100 ${share(all, 0.95)} ms (${share(best, 0.95)})`,
);

for (const audience of ['public', 'complainant']) {
  const text = items
    .map((item) => item.text)
    .join('\n\n')
    .slice(0, LETTER);
  const each = quickest({ ...drafts[0], audience, text }) / (LETTER / 1_000);
  console.log(`letter of ${LETTER} characters, ${audience}: ${each.toFixed(2)} ms for each 1,000`);
}

const facts = compileFacts({
  patient: { names: ['Harriet Penrose'], emails: ['a@b.example'], phones: ['07700 900555'] },
  post: { text: 'one two three aquarium turtles', url: 'https://posts.example/77' },
});
const request = { channel: 'free_text', audience: 'public', facts };
for (const length of [20_000, MAX_TEXT_LENGTH]) {
  const worst = UNITS.map((unit) => {
    const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    return { unit, ms: quickest({ ...request, text }) };
  }).sort((a, b) => b.ms - a.ms);
  const said = worst.slice(0, 4).map(({ unit, ms }) => `${JSON.stringify(unit)} ${ms.toFixed(1)}`);
  console.log(`hostile, ${length} characters, worst in ms: ${said.join(', ')}`);
}
const varied = Array.from({ length: MAX_TEXT_LENGTH / 5 }, (_, at) => `w${at % 5_000}`).join(' ');
console.log(
  `hostile, ${MAX_TEXT_LENGTH} characters of different words: ${quickest({ ...request, text: varied.slice(0, MAX_TEXT_LENGTH) }).toFixed(1)} ms`,
);
