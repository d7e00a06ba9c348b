import type { Clause } from './clause-analysis.js';
import type { Outline, Statement } from './outline.js';
import { KNOWN, type Reading } from './reading.js';
import { signOf, type Sign } from './signs.js';
import { nounFeatures } from './noun-features.js';
import { wordList } from './data/grammar-words.js';

/** Takes the features of a part of a statement one by one; `at` is the word a feature stands at. */
export type FeatureSink = (
  template: number,
  at: number,
  a: Sign,
  b?: Sign,
  c?: Sign,
  d?: Sign,
) => void;

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

/** Words `from` to `to` (exclusive) of a statement as features; templates are numbered as in `TEMPLATES`. */
export function statementFeatures(
  outline: Outline,
  which: number,
  [from, to]: readonly [number, number],
  sink: FeatureSink,
): void {
  const statement = outline.statements[which]!;
  wordFeatures(outline.reading, from, to, sink);
  for (const clause of statement.clauses) {
    const isInside = clause.from >= from && clause.from < to;
    if (isInside) clauseFeatures(outline, clause, sink);
    else besideFeatures(clause, from, sink);
  }
  aroundFeatures(outline, which, from, sink);
}

function wordFeatures(reading: Reading, from: number, to: number, sink: FeatureSink): void {
  const { words, classes, stems } = reading;
  const word = (at: number): Sign => (at < to ? words[at]! : BORDER);
  const kind = (at: number): Sign => (at < to ? classes[at]! : BORDER);
  for (let at = from; at < to; at++) {
    sink(0, at, word(at));
    sink(1, at, word(at), word(at + 1));
    sink(2, at, word(at), word(at + 1), word(at + 2));
    sink(3, at, kind(at));
    sink(4, at, kind(at), kind(at + 1));
    sink(5, at, kind(at), kind(at + 1), kind(at + 2));
    sink(6, at, word(at), kind(at + 1));
    sink(7, at, kind(at), word(at + 1));
    sink(8, at, word(at), word(at + 2));
    sink(9, at, word(at), kind(at + 2));
    sink(10, at, kind(at), word(at + 2));
    sink(11, at, stems[at]!);
  }
  sink(12, from, word(from));
  sink(13, from, kind(from), kind(from + 1));
}

const POINTING = new Set(
  wordList('you your he she his her it they we i the that this us our').map((word) => signOf(word)),
);

function clauseFeatures(outline: Outline, clause: Clause, sink: FeatureSink): void {
  const { reading, kinds } = outline;
  const { from, to, verb } = clause;
  const subject = flag(clause.subject);
  const tense = flag(clause.tense);
  const mentions = flag(`~${clause.mentions}`);
  sink(14, from, subject, tense, moodOf(clause));
  sink(15, from, subject, tense);
  sink(16, from, mentions, tense);
  sink(17, from, flag(clause.isDefinite ? 'the' : 'bare'), tense, mentions);
  deedFeatures(reading, clause, sink);
  nounFeatures(reading, clause, tense, sink);
  sink(40, verb, reading.mode, subject, tense);
  sink(41, verb, reading.mode, mentions, tense);
  sink(42, verb, reading.mode, mentions);
  for (const kind of kinds) sink(43, verb, kind, mentions, tense);
  for (let at = from; at < to; at++) {
    const kind = reading.classes[at]!;
    sink(18, at, subject, kind);
    sink(19, at, tense, kind);
    sink(20, at, mentions, kind);
    if (clause.isConditional) sink(21, at, kind);
    if (clause.isGeneric) sink(22, at, kind);
    if (POINTING.has(reading.words[at]!)) sink(44, at, reading.mode, reading.words[at]!);
    sink(45, at, reading.mode, kind);
    knownFeatures(reading, at, clause, sink);
  }
}

function moodOf({ isNegative, isConditional, isGeneric, isDefinite }: Clause): Sign {
  const bits = [isNegative, isConditional, isGeneric, isDefinite];
  return flag(bits.map((bit) => (bit ? '1' : '0')).join(''));
}

/** Who did what to whom. */
function deedFeatures(reading: Reading, clause: Clause, sink: FeatureSink): void {
  const subject = flag(clause.subject);
  const tense = flag(clause.tense);
  const object = flag(`>${clause.object}`);
  const kind = reading.classes[clause.verb]!;
  const verb = reading.stems[clause.verb]!;
  sink(23, clause.verb, subject, kind, tense);
  sink(24, clause.verb, subject, tense, object);
  sink(25, clause.verb, subject, kind, object);
  sink(26, clause.verb, kind, object, tense);
  sink(27, clause.verb, verb, object);
  sink(28, clause.verb, subject, verb);
  sink(29, clause.verb, tense, verb);
}

const BITS = Object.entries(KNOWN);

/** What the post or the case knows counts by whom and when it is said of. */
function knownFeatures(reading: Reading, at: number, clause: Clause, sink: FeatureSink): void {
  const known = reading.known[at]!;
  if (known === 0) return;
  const tense = flag(clause.tense);
  const mentions = flag(`~${clause.mentions}`);
  for (const [name, bit] of BITS) {
    if ((known & bit) === 0) continue;
    sink(30, at, flag(name));
    sink(31, at, flag(name), reading.classes[at]!);
    sink(32, at, flag(name), tense, mentions);
    sink(33, at, flag(name), reading.mode);
  }
}

/** The other clauses of the sentence. */
function besideFeatures(clause: Clause, from: number, sink: FeatureSink): void {
  const side = flag(clause.from < from ? 'earlier' : 'later');
  sink(46, from, flag(clause.subject), flag(clause.tense));
  sink(47, from, flag(`~${clause.mentions}`), side);
  if (clause.isConditional) sink(48, from, side);
  if (clause.isGeneric) sink(49, from, side);
}

/** The kind of text, and the sentences before and after. */
function aroundFeatures(
  { reading, statements, kinds }: Outline,
  which: number,
  from: number,
  sink: FeatureSink,
): void {
  sink(50, from, reading.mode);
  for (const kind of kinds) {
    sink(51, from, kind);
    sink(52, from, kind, reading.mode);
  }
  neighbourFeatures(statements[which - 1], flag('before'), from, sink);
  neighbourFeatures(statements[which + 1], flag('after'), from, sink);
}

function neighbourFeatures(
  neighbour: Statement | undefined,
  side: Sign,
  from: number,
  sink: FeatureSink,
): void {
  if (!neighbour) sink(53, from, side);
  for (const clause of neighbour?.clauses ?? []) {
    sink(54, from, side, flag(clause.subject), flag(clause.tense));
    sink(55, from, side, flag(`~${clause.mentions}`));
  }
}

/** Names of the templates by number, for whoever explains the model. */
export const TEMPLATES: readonly string[] = [
  'word',
  'word word',
  'word word word',
  'class',
  'class class',
  'class class class',
  'word class',
  'class word',
  'word * word',
  'word * class',
  'class * word',
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
