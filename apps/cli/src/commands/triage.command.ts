import type { Command } from 'commander';
import { registerJsonl } from '../jsonl.js';

/** `parapet triage --jsonl`: routes, reasons and clocks for facts. */
export function register(program: Command): void {
  registerJsonl(program, {
    name: 'triage',
    description: 'triage facts: one JSON line {id, facts} in, one recommendation out',
    answer: async () => (await import('#triage')).triageLine,
  });
}
