#!/usr/bin/env node
// Trains the statement model on all labelled sets and writes its tables into libs/confidentiality.
// Usage: node test/guard/train.mjs [blocks warns]; build first, and build again after it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { THRESHOLDS } from '../../dist/libs/confidentiality/src/data/statement-tables.js';
import { loadSets } from './corpus.mjs';
import { examplesBySet, trainModel } from './learn.mjs';

const target = join(import.meta.dirname, '../../libs/confidentiality/src/data/statement-tables.ts');
const packed = ({ buffer }) => Buffer.from(buffer).toString('base64');

const [blocks = THRESHOLDS.blocks, warns = THRESHOLDS.warns] = process.argv.slice(2).map(Number);
const model = trainModel(Object.values(examplesBySet(loadSets())).flat(), { blocks, warns });
const tables = { whole: model.whole, part: model.part, ...model.kinds };
const lines = Object.entries(tables).map(
  ([name, { weights, scale, bias }]) =>
    `  ${name}: {\n    scale: ${scale},\n    bias: ${bias},\n    packed:\n      '${packed(weights)}',\n  },`,
);
writeFileSync(
  target,
  `/** A table of weights as it is stored. */
export interface StoredTable {
  readonly scale: number;
  readonly bias: number;
  readonly packed: string;
}

/** Scores from which on a statement blocks and warns; chosen by cross-validation. */
export const THRESHOLDS = { blocks: ${blocks}, warns: ${warns} } as const;

/** Written by test/guard/train.mjs; not to be changed by hand. */
export const TABLES: Readonly<Record<string, StoredTable>> = {
${lines.join('\n')}
};
`,
);
for (const [name, { weights }] of Object.entries(tables))
  console.log(name.padEnd(26), weights.length);
