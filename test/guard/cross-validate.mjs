#!/usr/bin/env node
// Leave-one-set-out: trains on every set but one and scores the whole guard on that one.
// Usage: node test/guard/cross-validate.mjs [--misses] [--curve]; build first.
import { compileFacts } from '../../dist/libs/confidentiality/src/case-facts.js';
import { inspect } from '../../dist/libs/confidentiality/src/inspect.js';
import { readContext } from '../../dist/libs/confidentiality/src/read-context.js';
import { THRESHOLDS } from '../../dist/libs/confidentiality/src/data/statement-tables.js';
import { evaluate } from './guard-eval.mjs';
import { HELD_OUT, loadSets } from './corpus.mjs';
import { examplesBySet, trainModel } from './learn.mjs';

const CURVE = [-3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1];
const wants = (flag) => process.argv.includes(flag);

function predict(items, model) {
  return items.map((item) => {
    const { id, text, channel, audience, context } = item;
    const request = { text, channel, audience, facts: compileFacts(readContext(context)) };
    const { verdict, findings } = inspect(request, model);
    return { id, verdict, spans: findings };
  });
}

const line = (name, { verdict, spans }) =>
  [
    name.padEnd(12),
    `block recall ${verdict.block_recall.toFixed(3)}`,
    `false-block ${verdict.false_block_rate.toFixed(3)}`,
    `warn recall ${(verdict.warn_recall ?? 0).toFixed(3)}`,
    `span R ${spans.micro_family.recall.toFixed(3)} P ${spans.micro_family.precision.toFixed(3)} F2 ${spans.micro_family.f2.toFixed(3)}`,
    `identifiers ${(spans.families.direct_identifier?.recall ?? 1).toFixed(3)}`,
    `flagged ${verdict.false_flag_rate.toFixed(3)}`,
  ].join('  ');

const sets = loadSets();
const examples = examplesBySet(sets);
const models = HELD_OUT.map((held) => {
  const rest = Object.entries(examples).filter(([name]) => name !== held);
  return trainModel(
    rest.flatMap(([, list]) => list),
    THRESHOLDS,
  );
});
const items = HELD_OUT.flatMap((held) => sets[held]);
const predictions = HELD_OUT.map((held, index) => predict(sets[held], models[index]));
HELD_OUT.forEach((held, index) => {
  console.log(line(held, evaluate(sets[held], predictions[index])));
});
const all = evaluate(items, predictions.flat());
console.log(line('all', all));
for (const [family, { recall, precision, gold }] of Object.entries(all.spans.families))
  console.log(`  ${family.padEnd(26)} ${String(gold).padStart(4)}  R ${recall}  P ${precision}`);
if (wants('--misses'))
  console.log(JSON.stringify({ misses: all.misses_block, false: all.false_blocks }));
if (wants('--curve')) {
  for (const blocks of CURVE) {
    const found = HELD_OUT.flatMap((held, index) =>
      predict(sets[held], { ...models[index], blocks }),
    );
    console.log(line(`from ${blocks}`, evaluate(items, found)));
  }
}
