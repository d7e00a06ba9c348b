import type { Command } from 'commander';
import { registerJsonl } from '../jsonl.js';

/** `parapet guard --jsonl`: verdicts on texts. */
export function register(program: Command): void {
  registerJsonl(program, {
    name: 'guard',
    description:
      'check texts for confidential detail: one JSON line {id, channel, audience, text, context} in, one verdict out',
    answer: async () => (await import('#confidentiality')).guardLine,
  });
}
