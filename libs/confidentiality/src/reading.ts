import type { Audience, Channel } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import type { NamedDay } from './dates-layer.js';
import type { ParsedText, Word } from './words.js';
import { echoes, stem } from './echo.js';
import { isSpace } from './letters.js';
import { type AddressForm, mailAddressFrom, type Stretch } from './mail-addresses.js';
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

const LINK = /(?:https?:\/\/|www\.)[^\s"'<>)]{1,300}/g;
const ADDRESS_SIGN = signOf('=address');
const isMail = (unit: number): boolean => unit !== AT_SIGN && !isSpace(unit);
const AT_SIGN = 64;
const MAIL: AddressForm = { isBox: isMail, isHost: isMail, opens: isMail, host: [1, 120] };

function linkFrom(text: string, from: number): Stretch | undefined {
  LINK.lastIndex = from;
  const match = LINK.exec(text);
  return match ? { start: match.index, end: LINK.lastIndex } : undefined;
}

/** Links and e-mail addresses in turn, none within another. */
function* addressesIn(text: string): Generator<Stretch> {
  let link = linkFrom(text, 0);
  let mail = mailAddressFrom(text, 0, MAIL);
  while (link || mail) {
    const isLink = link !== undefined && (!mail || link.start <= mail.start);
    const found = (isLink ? link : mail)!;
    yield found;
    if (link && link.start < found.end) link = linkFrom(text, found.end);
    if (mail && mail.start < found.end) mail = mailAddressFrom(text, found.end, MAIL);
  }
}

/** Links and e-mail addresses are read as such, whatever words they are made of. */
function readAddresses({ text, words, classes, stems }: Reading): void {
  if (!/@|\/\/|www/.test(text.folded)) return;
  let at = 0;
  for (const { start, end } of addressesIn(text.folded)) {
    while ((text.words[at]?.start ?? Infinity) < start) at++;
    for (; (text.words[at]?.start ?? Infinity) < end; at++) {
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
