import type { Audience, Channel } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import type { NamedDay } from './dates-layer.js';
import type { ParsedText, Word } from './words.js';
import { echoes, stem } from './echo.js';
import { NAME, OWN, classOfWord, clinicalAt } from './word-class.js';
import { signOf, type Sign } from './signs.js';
import { COMMON_WORDS } from './data/common-words.js';

/** What the case or the post knew of a word, as bits. */
export const KNOWN = { post: 1, fact: 2, echo: 4, day: 8, appointment: 16 } as const;

/** A text as the statement model reads it: one entry a word. */
export interface Reading {
  readonly text: ParsedText;
  readonly words: Uint32Array;
  readonly classes: Uint32Array;
  readonly stems: Uint32Array;
  /** See `KNOWN`. */
  readonly known: Uint8Array;
  /** In which kind of text it stands. */
  readonly mode: Sign;
  readonly echoes: readonly (readonly [first: number, last: number])[];
  readonly days: readonly NamedDay[];
}

/** What a reading needs besides the text. */
export interface ReadingRequest {
  readonly facts: CompiledFacts;
  readonly own: Uint8Array;
  readonly days: readonly NamedDay[];
  readonly channel: Channel;
  readonly audience: Audience;
}

const MODES: Readonly<Record<Channel, Sign>> = {
  review_reply: signOf('=reply'),
  adviser_email: signOf('=reply'),
  regulator_letter: signOf('=reply'),
  social_post: signOf('=broadcast'),
  free_text: signOf('=broadcast'),
  template_output: signOf('=broadcast'),
  press_statement: signOf('=press'),
  moderator_report: signOf('=report'),
  letter: signOf('=letter'),
};

/** Reads a text: the class of each word, and what the case or the post knew of it. */
export function read(text: ParsedText, request: ReadingRequest): Reading {
  const size = text.words.length;
  const reading: Reading = {
    text,
    words: new Uint32Array(size),
    classes: new Uint32Array(size),
    stems: new Uint32Array(size),
    known: new Uint8Array(size),
    mode: MODES[request.channel],
    echoes: echoes(text, request.facts.post, request.own),
    days: request.days,
  };
  for (let at = 0; at < size; at++) readWord(reading, at, request);
  for (let at = 0; at < size; at++) {
    const term = clinicalAt(text.words, at);
    if (!term) continue;
    reading.classes.fill(term.value, at, term.last + 1);
    at = term.last;
  }
  readAddresses(reading);
  for (const [first, last] of reading.echoes) mark(reading, first, last, KNOWN.echo);
  for (const day of request.days)
    mark(reading, day.first, day.last, day.isAppointment ? KNOWN.appointment : KNOWN.day);
  return reading;
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s"'<>)]{1,300}|[^\s@]{1,64}@[^\s@]{1,120}/g;
const ADDRESS_SIGN = signOf('=address');

/** Links and e-mail addresses are read as such, whatever words they are made of. */
function readAddresses({ text, words, classes, stems }: Reading): void {
  if (!/@|\/\/|www/.test(text.folded)) return;
  let at = 0;
  for (const match of text.folded.matchAll(ADDRESS)) {
    while ((text.words[at]?.start ?? Infinity) < match.index) at++;
    for (; (text.words[at]?.start ?? Infinity) < match.index + match[0].length; at++) {
      words[at] = ADDRESS_SIGN;
      classes[at] = ADDRESS_SIGN;
      stems[at] = ADDRESS_SIGN;
    }
  }
}

function mark({ known }: Reading, first: number, last: number, bit: number): void {
  for (let at = first; at <= last; at++) known[at]! |= bit;
}

function readWord(reading: Reading, at: number, { facts, own }: ReadingRequest): void {
  const word = reading.text.words[at]!;
  const base = stem(word.text);
  reading.words[at] = signOf(word.text);
  reading.stems[at] = signOf(base, '~');
  reading.classes[at] = own[at] ? OWN : isPersonName(word, facts) ? NAME : classOfWord(word);
  if (facts.post.rare.has(base) && !COMMON_WORDS.has(word.text)) mark(reading, at, at, KNOWN.post);
  const fact = facts.clinical.at(reading.text.words, at);
  if (fact) mark(reading, at, fact.last, KNOWN.fact);
}

function isPersonName(word: Word, facts: CompiledFacts): boolean {
  if (!word.isCapital) return false;
  return (
    facts.nameWords.has(word.text) ||
    facts.thirdParties.given.has(word.text) ||
    facts.signed.has(word.text)
  );
}
