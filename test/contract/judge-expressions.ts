// Judges the regular expressions on stdin (JSON, a list of `{source, flags}`) and writes what the checker says of each.
// A program of its own: the checker leaves another running behind it, which ends with this one.
import { readFileSync } from 'node:fs';
import { check, type Diagnostics } from 'recheck';

/** Counted in characters read and not in time, so that a busy machine finds the same. */
const LIMITS = { timeout: 30_000, attackLimit: 100_000_000, attackTimeout: null };

const asked: { source: string; flags: string }[] = JSON.parse(readFileSync(0, 'utf8'));
const judged: Diagnostics[] = [];
for (const { source, flags } of asked) judged.push(await check(source, flags, LIMITS));
process.stdout.write(JSON.stringify(judged), () => process.exit(0));
