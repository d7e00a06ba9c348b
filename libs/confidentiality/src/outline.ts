import type { Reading } from './reading.js';
import { analyse, type Clause } from './clause-analysis.js';
import { signOf, type Sign } from './signs.js';
import { wordList } from './data/grammar-words.js';

/** One statement: a sentence, and the clauses of which it is made. Word numbers; `to` is exclusive. */
export interface Statement {
  readonly from: number;
  readonly to: number;
  readonly clauses: readonly Clause[];
}

/** The statements of a text, and what kind of text they make together. */
export interface Outline {
  readonly reading: Reading;
  readonly statements: readonly Statement[];
  readonly kinds: readonly Sign[];
}

const REPLYING = new Set(
  wordList('review feedback comment comments post thank thanks sorry words message'),
);
const ADDRESSING = new Set(wordList('you your'));
const SHORT = 2;
const MIDDLE = 4;
const LONG = 7;

/** Cuts a reading into statements and analyses their clauses. */
export function outlineOf(reading: Reading): Outline {
  const { words } = reading.text;
  const statements: Statement[] = [];
  let at = 0;
  while (at < words.length) {
    const from = at;
    const clauses: Clause[] = [];
    const { sentence } = words[at]!;
    while (at < words.length && words[at]!.sentence === sentence) {
      const start = at;
      const { clause } = words[at]!;
      while (at < words.length && words[at]!.clause === clause) at++;
      clauses.push(analyse(reading, start, at));
    }
    statements.push({ from, to: at, clauses });
  }
  return { reading, statements, kinds: kindsOf(reading, statements) };
}

function kindsOf(reading: Reading, statements: readonly Statement[]): Sign[] {
  const clauses = statements.flatMap((statement) => statement.clauses);
  const orders = clauses.filter(({ tense }) => tense === 'imperative').length / clauses.length;
  const has = (set: ReadonlySet<string>): boolean =>
    reading.text.words.some((word) => set.has(word.text));
  return [
    signOf(orders > 0.25 ? '=orders' : orders > 0.08 ? '=some orders' : '=no orders'),
    signOf(has(REPLYING) ? '=replies' : '=tells'),
    signOf(has(ADDRESSING) ? '=to you' : '=to nobody'),
    signOf(`=${lengthOf(statements.length)}`),
  ];
}

function lengthOf(count: number): string {
  if (count <= SHORT) return 'short';
  if (count <= MIDDLE) return 'middling';
  return count <= LONG ? 'long' : 'very long';
}

const LEAST = 3;

/** A run of clauses that is weighed by itself: numbers of clauses and of words; ends exclusive. */
export interface Part {
  readonly firstClause: number;
  readonly endClause: number;
  readonly from: number;
  readonly to: number;
}

/** Parts of a statement: its clauses, the short ones joined. */
export function partsOf({ clauses }: Statement): readonly Part[] {
  const parts: Part[] = [];
  clauses.forEach(({ from, to }, at) => {
    const before = parts.at(-1);
    const isShort = before && (to - from < LEAST || before.to - before.from < LEAST);
    if (isShort) parts[parts.length - 1] = { ...before, endClause: at + 1, to };
    else parts.push({ firstClause: at, endClause: at + 1, from, to });
  });
  return parts;
}
