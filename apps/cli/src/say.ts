import type { Readable } from 'node:stream';
import { InvalidArgumentError } from 'commander';
import { DomainError } from '#kernel';

/** Runs a command; a refusal is said in one line and makes the exit code 1, a fault is thrown on. */
export async function refusable(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof InvalidArgumentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Reads one line, such as a password, without its line end. */
export async function readLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.split(/\r?\n/)[0]!;
}
