import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { runJsonl } from './jsonl.js';

const ROOT = join(import.meta.dirname, '../../../..');

/** Runs the program with lines on stdin. */
function parapet(args: readonly string[], input: string | Buffer) {
  return new Promise<{ code: number | null; lines: Record<string, unknown>[]; words: string }>(
    (resolve, reject) => {
      const env = { ...process.env, NODE_OPTIONS: '' };
      const child = spawn(process.execPath, [join(ROOT, 'bin/parapet'), ...args], { env });
      const [out, err]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (part: Buffer) => out.push(part));
      child.stderr.on('data', (part: Buffer) => err.push(part));
      child.on('error', reject);
      child.on('close', (code) => {
        const text = Buffer.concat(out).toString();
        const lines = text
          .split('\n')
          .slice(0, -1)
          .map((line) => JSON.parse(line) as Record<string, unknown>);
        resolve({ code, lines, words: Buffer.concat(err).toString() });
      });
      child.stdin.end(input);
    },
  );
}

interface Scenario {
  id: string;
  expected: { primary_route: string; also: string[]; never: string[]; deadlines: string[] };
}

describe('reading JSON lines', () => {
  async function run(chunks: (string | Buffer)[], answer: (line: unknown) => unknown) {
    const out: string[] = [];
    const complaints: string[] = [];
    const output = new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _encoding, done) => {
        out.push(chunk.toString());
        setImmediate(done);
      },
    });
    const code = await runJsonl(answer, {
      input: Readable.from(chunks),
      output,
      complain: (words) => complaints.push(words),
    });
    await new Promise((resolve) => output.end(resolve));
    return { code, lines: out.map((line) => JSON.parse(line) as unknown), complaints };
  }

  it('names each line that is no JSON, answers the others, and ends with 1', async () => {
    const found = await run(
      ['1\n{"a\n', Buffer.from([0x22, 0xff, 0x22, 0x0a]), '2'],
      (line) => line,
    );
    expect(found.code).toBe(1);
    expect(found.complaints).toEqual(['Line 2 is not JSON.', 'Line 3 is not JSON.']);
    expect(found.lines).toEqual([
      1,
      { id: null, error: { code: 'line-unreadable', message: 'Line 2 is not JSON.' } },
      { id: null, error: { code: 'line-unreadable', message: 'Line 3 is not JSON.' } },
      2,
    ]);
  });

  it('does not keep a line that is too long', async () => {
    const part = Buffer.alloc(1024 * 1024, 0x20);
    const found = await run([...Array<Buffer>(17).fill(part), '\n1\n'], (line) => line);
    expect(found.complaints).toEqual(['Line 1 is longer than 16 MiB.']);
    expect(found.lines).toHaveLength(2);
  });

  it('answers in order however the bytes are cut, with or without a last new line', async () => {
    const bytes = Buffer.from('"🩺"\r\n\n"line\u2028separator"\n[3]');
    const cut = [...bytes].map((byte) => Buffer.from([byte]));
    const found = await run(cut, (line) => line);
    expect(found).toEqual({
      code: 0,
      lines: ['🩺', 'line\u2028separator', [3]],
      complaints: [],
    });
  });

  it('gives nothing for nothing', async () => {
    expect(await run([], (line) => line)).toEqual({ code: 0, lines: [], complaints: [] });
  });
});

describe('the program', () => {
  const corpus = readFileSync(join(ROOT, 'test/corpus/scenarios-dev.jsonl'), 'utf8');
  const scenarios = corpus.trim().split('\n');

  it('triages the forty scenarios as agreed', async () => {
    const { code, lines } = await parapet(['triage', '--jsonl'], corpus);
    expect(code).toBe(0);
    expect(lines).toHaveLength(40);
    const wrong = scenarios.filter((line, at) => {
      const { id, expected } = JSON.parse(line) as Scenario;
      const got = lines[at] as unknown as Scenario['expected'] & { id: string };
      const offered = new Set([got.primary_route, ...got.also]);
      return !(
        got.id === id &&
        got.primary_route === expected.primary_route &&
        expected.also.every((route) => offered.has(route)) &&
        expected.never.every((one) => !offered.has(one)) &&
        [...got.deadlines].sort().join() === [...expected.deadlines].sort().join()
      );
    });
    expect(wrong).toEqual([]);
  });

  it('refuses a line that is JSON but no question in the line itself, and ends with 0', async () => {
    const lines =
      '{"id":"a","deadline":"eng_complaint_ack_3wd","jurisdiction":"ireland","start":"2026-12-24"}\n[]\n';
    const found = await parapet(['deadlines', '--jsonl'], lines);
    expect(found.code).toBe(0);
    expect(found.lines).toMatchObject([
      { id: 'a', error: { code: 'deadline-not-in-jurisdiction' } },
      { id: null, error: { code: 'line-not-understood' } },
    ]);
  });

  it('works out a date, and checks a text', async () => {
    const deadline =
      '{"id":1,"deadline":"eng_complaint_ack_3wd","jurisdiction":"england","start":"2026-12-24"}';
    const dates = await parapet(['deadlines', '--jsonl'], deadline);
    expect(dates.lines).toMatchObject([{ id: 1, due: '2026-12-31' }]);
    const text =
      '{"id":"g","channel":"review_reply","audience":"public","text":"Your operation on 3 May went well.","context":{}}';
    const checked = await parapet(['guard', '--jsonl'], text);
    expect(checked.lines).toMatchObject([{ id: 'g', verdict: 'block' }]);
  });

  it('says on stderr which line is no JSON, and ends with 1', async () => {
    const found = await parapet(['guard', '--jsonl'], '{"id":\n');
    expect([found.code, found.words]).toEqual([1, 'Line 1 is not JSON.\n']);
  });
});
