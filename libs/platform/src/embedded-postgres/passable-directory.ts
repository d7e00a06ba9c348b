import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a directory and those above it that are missing, private to us; root's server account may pass
 * through them, but not list them.
 */
export function makePassableDirectory(directory: string): void {
  if (existsSync(directory)) return;
  makePassableDirectory(dirname(directory));
  // One by one: the recursive form of Node 20 never returns for a place like /proc/x.
  mkdirSync(directory, { mode: 0o700 });
  if (process.getuid?.() === 0) chmodSync(directory, 0o711);
}
