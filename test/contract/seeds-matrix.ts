import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEED_ROWS, type SeedRow } from './seed-rows.js';

/** A test that says in its name which rows it proves: `… (seeds row 12)`, `… (seeds rows 1, 57–60)`. */
export interface Proof {
  readonly file: string;
  readonly name: string;
}

/** A name in one line of a source, in whatever quotes. */
const NAMED = /(['"`])((?:(?!\1)[^\n])*seeds rows? \d(?:(?!\1)[^\n])*)\1/g;
const ROWS = /seeds rows? (\d[\d ,–-]*(?:and \d+)?)/gi;
const FOLDERS = ['apps', 'libs', 'test'];

/** The numbers in `1, 57–60 and 70`. */
export function rowNumbers(words: string): number[] {
  return words
    .split(/,|and/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => {
      const [from = 0, to = from] = part.split(/[–-]/).map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
}

/** The tests of one file that name rows, with the rows they name. */
export function proofsIn(file: string, source: string): readonly (readonly [number, Proof])[] {
  return [...source.matchAll(NAMED)].flatMap(([, , name = '']) =>
    [...name.matchAll(ROWS)]
      .flatMap(([, numbers = '']) => rowNumbers(numbers))
      .map((number) => [number, { file, name: sayName(name) }] as const),
  );
}

/** Every proof in the sources below a folder, by the number of its row. */
export function collectProofs(root: string): ReadonlyMap<number, readonly Proof[]> {
  const found = new Map<number, Proof[]>();
  for (const folder of FOLDERS) {
    for (const file of specsIn(root, folder)) {
      for (const [number, proof] of proofsIn(file, readFileSync(join(root, file), 'utf8'))) {
        found.set(number, [...(found.get(number) ?? []), proof]);
      }
    }
  }
  return found;
}

/** The page in Markdown: each row, the tests that prove it, and an honest state. */
export function writeMatrix(proofs: ReadonlyMap<number, readonly Proof[]>): string {
  const rows = Object.values(SEED_ROWS).flat();
  const proved = rows.filter(({ number }) => proofs.has(number)).length;
  const groups = Object.entries(SEED_ROWS).map(
    ([group, members]) =>
      `## ${group}\n\n| # | What | State | Proved by |\n| --- | --- | --- | --- |\n${members
        .map((row) => writeRow(row, proofs.get(row.number) ?? []))
        .join('\n')}\n`,
  );
  return `${HEAD}${proved} of ${rows.length} rows are proved by a test that names them.\n\n${groups.join('\n')}`;
}

const HEAD = `# The seeds matrix

Made from the names of the tests by \`npm run docs:seeds\`; a test fails when this page is older than they are. “Not proved” means
that no test names the row: it may be built in part, or not at all.

`;

function writeRow({ number, item }: SeedRow, proofs: readonly Proof[]): string {
  const tests = proofs.map(({ file, name }) => `${name} (\`${file}\`)`).join('<br>');
  return `| ${number} | ${escape(item)} | ${proofs.length > 0 ? 'proved' : 'not proved'} | ${escape(tests)} |`;
}

/** The sentence without the rows that it names. */
function sayName(name: string): string {
  return name
    .replace(/\s*\(?seeds rows? \d[\d ,–-]*(?:and \d+)?\)?/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function escape(words: string): string {
  return words.replaceAll('|', '\\|');
}

function specsIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.spec.ts'))
    .sort();
}
