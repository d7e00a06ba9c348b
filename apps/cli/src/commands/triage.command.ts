import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { type AnswerLine, registerJsonl } from '../jsonl.js';

/** `parapet triage --jsonl`: routes, reasons and clocks for facts; with `--rules FILE` by the rules of a file. */
export function register(program: Command): void {
  registerJsonl(program, {
    name: 'triage',
    description: 'triage facts: one JSON line {id, facts} in, one recommendation out',
    file: { option: 'rules', description: 'a file of rules in YAML, in place of those that ship' },
    answer: async (file) => {
      const { triageLine } = await import('#triage');
      return file === undefined ? (line) => triageLine(line) : answerBy(file, triageLine);
    },
  });
}

/** The knowledge of files is loaded only where one is given: without it the command needs no framework. */
async function answerBy(
  file: string,
  triageLine: (typeof import('#triage'))['triageLine'],
): Promise<AnswerLine> {
  const { rulesFilePack } = await import('#knowledge');
  const pack = rulesFilePack(readFileSync(file, 'utf8'));
  return (line) => triageLine(line, pack);
}
