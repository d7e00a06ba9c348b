import type { Clause } from './clause-analysis.js';
import type { Outline, Part, Statement } from './outline.js';
import type { FeatureBuffer } from './statement-buffer.js';
import { KNOWN, type Reading } from './reading.js';
import { signOf, type Sign } from './signs.js';
import { nounFeatures } from './noun-features.js';
import { wordList } from './data/grammar-words.js';

const BORDER = signOf('=border');
const signs = new Map<string, Sign>();

/** Sign of a name that is asked for again and again. */
function flag(name: string): Sign {
  const known = signs.get(name);
  if (known !== undefined) return known;
  const made = signOf(name, '=');
  signs.set(name, made);
  return made;
}

/** Where the features of a statement lie in a buffer; ends are exclusive. */
export interface Layout {
  /** End of the features of each clause, in turn; the first begins at zero. */
  readonly ends: readonly number[];
  /** End of those that the whole statement shares, which follow. */
  readonly end: number;
}

/** Writes a statement into a cleared buffer: each clause in turn, then what stands around them. */
export function writeFeatures(outline: Outline, which: number, buffer: FeatureBuffer): Layout {
  const statement = outline.statements[which]!;
  const ends = statement.clauses.map((clause) => {
    wordFeatures(outline.reading, clause, statement.to, buffer);
    clauseFeatures(outline, clause, buffer);
    return buffer.length;
  });
  aroundFeatures(outline, which, statement.from, buffer);
  return { ends, end: buffer.length };
}

/** How many clauses on either side of a part are read beside it: more than careful writers join, and a bound on the work. */
const BESIDE = 12;

/** Writes what the clauses beside a part say. */
export function writeBeside(
  { clauses }: Statement,
  { firstClause, endClause, from }: Part,
  buffer: FeatureBuffer,
): void {
  const before = clauses.slice(Math.max(0, firstClause - BESIDE), firstClause);
  const after = clauses.slice(endClause, endClause + BESIDE);
  for (const clause of [...before, ...after]) besideFeatures(clause, from, buffer);
}

function wordFeatures(
  reading: Reading,
  { from, to }: Clause,
  limit: number,
  buffer: FeatureBuffer,
): void {
  const { words, classes, stems } = reading;
  const word = (at: number): Sign => (at < limit ? words[at]! : BORDER);
  const kind = (at: number): Sign => (at < limit ? classes[at]! : BORDER);
  for (let at = from; at < to; at++) {
    buffer.add(0, at, word(at));
    buffer.add(1, at, word(at), word(at + 1));
    buffer.add(3, at, kind(at));
    buffer.add(4, at, kind(at), kind(at + 1));
    buffer.add(5, at, kind(at), kind(at + 1), kind(at + 2));
    buffer.add(6, at, word(at), kind(at + 1));
    buffer.add(7, at, kind(at), word(at + 1));
    buffer.add(8, at, word(at), word(at + 2));
    buffer.add(11, at, stems[at]!);
  }
  buffer.add(12, from, word(from));
  buffer.add(13, from, kind(from), kind(from + 1));
}

const POINTING = new Set(
  wordList('you your he she his her it they we i the that this us our').map((word) => signOf(word)),
);

function clauseFeatures(outline: Outline, clause: Clause, buffer: FeatureBuffer): void {
  const { reading, kinds } = outline;
  const { from, to, verb } = clause;
  const subject = flag(clause.subject);
  const tense = flag(clause.tense);
  const mentions = flag(`~${clause.mentions}`);
  buffer.add(14, from, subject, tense, moodOf(clause));
  buffer.add(15, from, subject, tense);
  buffer.add(16, from, mentions, tense);
  buffer.add(17, from, flag(clause.isDefinite ? 'the' : 'bare'), tense, mentions);
  deedFeatures(reading, clause, buffer);
  nounFeatures(reading, clause, tense, buffer);
  buffer.add(40, verb, reading.mode, subject, tense);
  buffer.add(41, verb, reading.mode, mentions, tense);
  buffer.add(42, verb, reading.mode, mentions);
  for (const kind of kinds) buffer.add(43, verb, kind, mentions, tense);
  for (let at = from; at < to; at++) {
    const kind = reading.classes[at]!;
    buffer.add(18, at, subject, kind);
    buffer.add(19, at, tense, kind);
    buffer.add(20, at, mentions, kind);
    if (clause.isConditional) buffer.add(21, at, kind);
    if (clause.isGeneric) buffer.add(22, at, kind);
    if (POINTING.has(reading.words[at]!)) buffer.add(44, at, reading.mode, reading.words[at]!);
    buffer.add(45, at, reading.mode, kind);
    knownFeatures(reading, at, clause, buffer);
  }
}

function moodOf({ isNegative, isConditional, isGeneric, isDefinite }: Clause): Sign {
  const bits = [isNegative, isConditional, isGeneric, isDefinite];
  return flag(bits.map((bit) => (bit ? '1' : '0')).join(''));
}

/** Who did what to whom. */
function deedFeatures(reading: Reading, clause: Clause, buffer: FeatureBuffer): void {
  const subject = flag(clause.subject);
  const tense = flag(clause.tense);
  const object = flag(`>${clause.object}`);
  const kind = reading.classes[clause.verb]!;
  const verb = reading.stems[clause.verb]!;
  buffer.add(23, clause.verb, subject, kind, tense);
  buffer.add(24, clause.verb, subject, tense, object);
  buffer.add(25, clause.verb, subject, kind, object);
  buffer.add(26, clause.verb, kind, object, tense);
  buffer.add(27, clause.verb, verb, object);
  buffer.add(28, clause.verb, subject, verb);
  buffer.add(29, clause.verb, tense, verb);
}

const BITS = Object.entries(KNOWN);

/** What the post or the case knows counts by whom and when it is said of. */
function knownFeatures(reading: Reading, at: number, clause: Clause, buffer: FeatureBuffer): void {
  const known = reading.known[at]!;
  if (known === 0) return;
  const tense = flag(clause.tense);
  const mentions = flag(`~${clause.mentions}`);
  for (const [name, bit] of BITS) {
    if ((known & bit) === 0) continue;
    buffer.add(30, at, flag(name));
    buffer.add(31, at, flag(name), reading.classes[at]!);
    buffer.add(32, at, flag(name), tense, mentions);
    buffer.add(33, at, flag(name), reading.mode);
  }
}

/** The other clauses of the sentence. */
function besideFeatures(clause: Clause, from: number, buffer: FeatureBuffer): void {
  const side = flag(clause.from < from ? 'earlier' : 'later');
  buffer.add(46, from, flag(clause.subject), flag(clause.tense));
  buffer.add(47, from, flag(`~${clause.mentions}`), side);
  if (clause.isConditional) buffer.add(48, from, side);
  if (clause.isGeneric) buffer.add(49, from, side);
}

/** The kind of text, and the sentences before and after. */
function aroundFeatures(
  { reading, statements, kinds }: Outline,
  which: number,
  from: number,
  buffer: FeatureBuffer,
): void {
  buffer.add(50, from, reading.mode);
  for (const kind of kinds) {
    buffer.add(51, from, kind);
    buffer.add(52, from, kind, reading.mode);
  }
  neighbourFeatures(statements[which - 1], flag('before'), from, buffer);
  neighbourFeatures(statements[which + 1], flag('after'), from, buffer);
}

function neighbourFeatures(
  neighbour: Statement | undefined,
  side: Sign,
  from: number,
  buffer: FeatureBuffer,
): void {
  if (!neighbour) buffer.add(53, from, side);
  for (const clause of neighbour?.clauses ?? []) {
    buffer.add(54, from, side, flag(clause.subject), flag(clause.tense));
    buffer.add(55, from, side, flag(`~${clause.mentions}`));
  }
}

/** Names of the templates by number, for whoever explains the model. */
export const TEMPLATES: readonly string[] = [
  'word',
  'word word',
  '-',
  'class',
  'class class',
  'class class class',
  'word class',
  'class word',
  'word * word',
  '-',
  '-',
  'stem',
  'first word',
  'first classes',
  'subject tense mood',
  'subject tense',
  'mentions tense',
  'definite tense mentions',
  'subject class',
  'tense class',
  'mentions class',
  'conditional class',
  'generic class',
  'subject verb-class tense',
  'subject tense object',
  'subject verb-class object',
  'verb-class object tense',
  'verb object',
  'subject verb',
  'tense verb',
  'known',
  'known class',
  'known tense mentions',
  'known mode',
  'whose class',
  'whose class tense',
  'whose noun',
  'role whose class tense',
  'noun tense',
  'whose matter',
  'mode subject tense',
  'mode mentions tense',
  'mode mentions',
  'kind mentions tense',
  'mode word',
  'mode class',
  'beside subject tense',
  'beside mentions',
  'beside condition',
  'beside generic',
  'mode',
  'kind',
  'kind mode',
  'no neighbour',
  'neighbour subject tense',
  'neighbour mentions',
];
