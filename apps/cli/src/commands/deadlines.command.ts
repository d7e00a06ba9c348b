import type { Command } from 'commander';
import { registerJsonl } from '../jsonl.js';

/** `parapet deadlines --jsonl`: dates, and why. */
export function register(program: Command): void {
  registerJsonl(program, {
    name: 'deadlines',
    description:
      'work out due dates: one JSON line {id, deadline, jurisdiction, start} in, one date with its steps out',
    answer: async () => (await import('#deadlines')).deadlineLine,
  });
}
