import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostics } from 'recheck';
import { PRIVILEGED_KINDS } from '#cases';
import { SHIPPED_REGULATORS } from '#guidance';
import { type Built, expressionsOf, type Written } from './regular-expressions.js';

const ROOT = join(import.meta.dirname, '../../..');

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|mjs)$/.test(name) && !name.endsWith('.spec.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

const FOUND = ['libs', 'apps', 'migrations', 'bin']
  .flatMap(filesOf)
  .map((file) => expressionsOf(file, readFileSync(join(ROOT, file), 'utf8')));

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What the code builds at run time, by the call that builds it, with what it comes to. */
const BUILT: Readonly<Record<string, readonly string[]>> = {
  // What is shipped; the same patterns are read of a pack that an organisation publishes.
  "new RegExp(pattern, 'u')": SHIPPED_REGULATORS.list().flatMap((one) => one.numberPattern ?? []),
  // Only asks whether it is a pattern at all, and matches nothing.
  "new RegExp(text, 'u')": [],
  'new RegExp(`^(PAR|REQ)-\\\\d{2}-[${ALPHABET}]{5}-[${ALPHABET}]$`)': [
    `^(PAR|REQ)-\\d{2}-[${ALPHABET}]{5}-[${ALPHABET}]$`,
  ],
  // A copy of one that is written out.
  'new RegExp(PATTERN)': [],
  "new RegExp( `\\\\b(\\\\d{1,2})(?:st|nd|rd|th)? (${MONTHS.join('|')})(?: \\\\d{4})?\\\\b`, 'g', )":
    ['\\b(\\d{1,2})(?:st|nd|rd|th)? (january|february|march|april)(?: \\d{4})?\\b'],
  "new RegExp(`\\\\b(?:\\\\d+|${NUMBER_WORDS.join('|')})\\\\b`, 'g')": [
    '\\b(?:\\d+|one|two|three)\\b',
  ],
  'new RegExp(String.raw`\\binputs\\.${name}\\b`)': ['\\binputs\\.name\\b'],
  "new RegExp(`^(?:${Object.keys(PRIVILEGED_KINDS).join('|')}):[0-9a-f-]{36}$`)": [
    `^(?:${Object.keys(PRIVILEGED_KINDS).join('|')}):[0-9a-f-]{36}$`,
  ],
  'new RegExp(`\\\\b${name}\\\\b`)': ['\\bname\\b'],
};

const callOf = ({ call }: Built): string => call.replace(/\s+/g, ' ');

/** Every expression once, by what it matches. */
function distinct(written: readonly Written[]): Written[] {
  return [...new Map(written.map((one) => [`/${one.source}/${one.flags}`, one])).values()];
}

const ALL = distinct([
  ...FOUND.flatMap(({ written }) => written),
  ...FOUND.flatMap(({ built }) => built).flatMap((one) =>
    (BUILT[callOf(one)] ?? []).map((source) => ({ file: one.file, line: 0, source, flags: '' })),
  ),
]);

interface Judged extends Written {
  readonly diagnostics: Diagnostics;
}

/** What the checker says of each, from a process of its own. */
function judgeAll(all: readonly Written[]): Judged[] {
  const program = join(import.meta.dirname, 'judge-expressions.js');
  const input = JSON.stringify(all.map(({ source, flags }) => ({ source, flags })));
  const { stdout, stderr } = spawnSync(process.execPath, [program], {
    input,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  if (stdout === '') throw new Error(`the checker said nothing: ${stderr}`);
  const judged: Diagnostics[] = JSON.parse(stdout);
  return all.map((one, at) => ({ ...one, diagnostics: judged[at]! }));
}

function faultOf({ file, line, source, diagnostics }: Judged): string[] {
  const { status } = diagnostics;
  const how = status === 'vulnerable' ? diagnostics.complexity.summary : '';
  return status === 'safe' ? [] : [`${file}:${line} /${source}/ ${status} ${how}`];
}

const UNITS = [
  'a',
  'A',
  '1',
  ' ',
  '\n',
  '.',
  ',',
  '-',
  '@',
  '"',
  'a.',
  'a@',
  'a ',
  'A* ',
  '. ',
  'www.',
  'A1 ',
];
const LENGTH = 20_000;
/** A step for each pair of characters would be ten times this. */
const MOST_MS = 100;

function slowest({ source, flags }: Written): number {
  const times = UNITS.map((unit) => {
    const text = unit.repeat(LENGTH / unit.length);
    const before = process.cpuUsage();
    text.replace(new RegExp(source, flags), '');
    return process.cpuUsage(before).user / 1000;
  });
  return Math.max(...times);
}

// The checker needs 8 seconds of a processor; where it has no program for the machine, it runs in JavaScript and needs 30.
describe('the regular expressions of the code', () => {
  let judged: readonly Judged[] = [];
  beforeAll(() => {
    judged = judgeAll(ALL);
  }, 300_000);

  it('are read from the sources, and those that are built are all known', () => {
    const built = FOUND.flatMap((one) => one.built).map(callOf);
    expect([...new Set(built)].sort()).toEqual(Object.keys(BUILT).sort());
    expect(ALL.length).toBeGreaterThan(200);
  });

  it('find their planted fault', () => {
    const text = 'const fine = /^a+$/;\nconst faulty = /^(a+)+$/i;\nconst made = new RegExp(`x`);';
    const { written, built } = expressionsOf('planted.ts', text);
    expect(built).toEqual([{ file: 'planted.ts', call: 'new RegExp(`x`)' }]);
    const planted = judgeAll(written);
    expect(planted.flatMap(faultOf)).toEqual(['planted.ts:2 /^(a+)+$/ vulnerable exponential']);
  });

  it('take no more than a time that grows as the text does', () => {
    expect(judged).toHaveLength(ALL.length);
    expect(judged.flatMap(faultOf)).toEqual([]);
  });

  it('where that was searched for and not proved, hold it on hostile strings', () => {
    const searched = judged.filter(({ diagnostics }) => diagnostics.checker === 'fuzz');
    expect(searched.filter((one) => slowest(one) > MOST_MS)).toEqual([]);
  });
});
