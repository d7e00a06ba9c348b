import { once } from 'node:events';
import type { Command } from 'commander';

/** Answers one line; what it returns becomes one line of output. */
export type AnswerLine = (line: unknown) => unknown;

/** A line longer than this is not read: memory stays bounded whatever is sent. In bytes. */
const LONGEST_LINE = 16 * 1024 * 1024;
const NEW_LINE = 0x0a;

/** Adds a command that reads JSONL on stdin and writes JSONL on stdout. */
export function registerJsonl(
  program: Command,
  command: {
    name: string;
    description: string;
    /** A file that the command may be given, as `--rules FILE`. */
    file?: { option: string; description: string };
    answer: (file?: string) => Promise<AnswerLine>;
  },
): void {
  const { file } = command;
  const made = program.command(command.name).description(command.description);
  if (file) made.option(`--${file.option} <file>`, file.description);
  made
    .requiredOption('--jsonl', 'read JSON lines on stdin, write one JSON line for each on stdout')
    .action(async (options: Readonly<Record<string, string>>) => {
      process.stdout.on('error', endWhenNobodyReads);
      process.exitCode = await runJsonl(await command.answer(file && options[file.option]), {
        input: process.stdin,
        output: process.stdout,
        complain: (words) => process.stderr.write(`${words}\n`),
      });
    });
}

/**
 * Answers lines one after the other, in order, one line of output for each. Blank lines are passed over. A
 * line that is no JSON is answered with `{id: null, error}` and named on stderr; the lines after it are
 * still answered.
 *
 * @returns the exit code: 1 where some line could not be read, else 0.
 */
export async function runJsonl(
  answer: AnswerLine,
  ends: {
    input: AsyncIterable<Buffer | string>;
    output: NodeJS.WritableStream;
    complain: (words: string) => void;
  },
): Promise<number> {
  let exitCode = 0;
  let number = 0;
  for await (const bytes of linesOf(ends.input)) {
    number += 1;
    const line = readLine(bytes, number);
    if (line === undefined) continue;
    if ('fault' in line) {
      exitCode = 1;
      ends.complain(line.fault);
    }
    const answered =
      'fault' in line
        ? { id: null, error: { code: 'line-unreadable', message: line.fault } }
        : answer(line.value);
    if (!ends.output.write(`${JSON.stringify(answered)}\n`)) await once(ends.output, 'drain');
  }
  return exitCode;
}

/** Bytes between new lines; null stands for a line that is too long. Other line ends may stand in JSON texts. */
async function* linesOf(input: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer | null> {
  let begun: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer) => {
    length += part.length;
    if (length > LONGEST_LINE) begun = [];
    else begun.push(part);
  };
  const take = () => {
    const line = length > LONGEST_LINE ? null : Buffer.concat(begun);
    [begun, length] = [[], 0];
    return line;
  };
  for await (const chunk of input) {
    let rest = Buffer.from(chunk);
    for (let end = rest.indexOf(NEW_LINE); end >= 0; end = rest.indexOf(NEW_LINE)) {
      add(rest.subarray(0, end));
      yield take();
      rest = rest.subarray(end + 1);
    }
    add(rest);
  }
  if (length > 0) yield take();
}

function readLine(
  bytes: Buffer | null,
  number: number,
): { value: unknown } | { fault: string } | undefined {
  if (bytes === null) return { fault: `Line ${number} is longer than 16 MiB.` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? undefined : { value: JSON.parse(text) };
  } catch {
    return { fault: `Line ${number} is not JSON.` };
  }
}

/** The next command of the pipe, such as `head`, has seen enough. */
function endWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
