import type { Word } from './words.js';
import type { Reading } from './reading.js';
import type { Sign } from './signs.js';
import { classSigns, NAME, OWN } from './word-class.js';
import { IMPERATIVES, wordList } from './data/grammar-words.js';
import { classEntries } from './data/word-classes.js';

/** Who a clause is about, as far as its words tell. */
export type Person =
  | 'you'
  | 'your'
  | 'third'
  | 'named'
  | 'singled'
  | 'we'
  | 'organisation'
  | 'generic'
  | 'thing'
  | 'none';

export type Tense =
  'past' | 'perfect' | 'present' | 'progressive' | 'modal' | 'future' | 'imperative' | 'none';

/** What one clause says of whom. Word numbers are of the whole text; `to` is exclusive. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly subject: Person;
  /** The telling person anywhere in the clause. */
  readonly mentions: Person;
  readonly tense: Tense;
  /** Position of the verb that carries the meaning. */
  readonly verb: number;
  /** The first person behind the verb. */
  readonly object: Person;
  readonly isNegative: boolean;
  readonly isConditional: boolean;
  readonly isGeneric: boolean;
  /** A definite singular noun that is not the organisation's: "the infection", "that evening". */
  readonly isDefinite: boolean;
  /** Bits: something of the post, something of the case. */
  readonly known: number;
}

const set = (words: string): ReadonlySet<string> => new Set(wordList(words));
const YOU = set('you yourself yourselves');
const YOUR = set('your yours');
const THIRD = set('he she him her his hers himself herself himself');
const WE = set('we i us our my me ours mine');
const GENERIC = set(
  'anyone anybody everyone everybody someone somebody nobody people folk patients persons individuals others many most those any every each whoever adults children women men parents families clients customers residents visitors callers users members babies relatives carers readers all some',
);
const SINGLED = set('the this that a an one another');
const NEGATIVE = set('not never no nothing none neither nor without cannot nobody');
const CONDITION = set('if unless whether whenever should suppose anyone whoever');
const MODALS = set('may might can could should would must shall cannot');
const BE = set("is are am 's");
const WAS = set('was were');
const HAVE = set('have has had having');
const DO_PAST = set('did');
const SKIPPED = set(
  'and but or so then also however therefore because although though while as that when after before since until which who whom whose if indeed well oh ah yes no just only even meanwhile',
);

const VERB_OF = new Map<string, 'past' | 'done' | 'ing' | 's' | 'base' | 'noun'>();
for (const [word, name] of classEntries()) {
  const [, form] = name.split('.');
  if (form === 'past' || form === 'done' || form === 'ing' || form === 's') VERB_OF.set(word, form);
}
const IRREGULAR_PAST = set(
  'went came saw took gave got made did had said told knew thought felt left kept found met sat stood rang heard brought began became ran held lost put let set read cut hurt paid sent spent built bought taught caught sold meant led grew drew flew threw wrote spoke broke chose drove rode rose wore won fell fed slept dealt understood',
);

const isPast = (word: string): boolean => {
  const form = VERB_OF.get(word);
  if (form !== undefined) return form === 'past' || form === 'done';
  return (
    IRREGULAR_PAST.has(word) || (word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word))
  );
};
const NOT_PAST = set('need needed indeed speed embed hundred exceed proceed succeed');

interface Finite {
  readonly tense: Tense;
  /** Where the finite verb stands; the clause's end when there is none. */
  readonly at: number;
}

/** Tense of the clause: the first finite verb decides. */
function finiteOf(words: readonly Word[], from: number, to: number): Finite {
  for (let at = from; at < to; at++) {
    const tense = tenseAt(words, at, from, to);
    if (tense !== undefined) return { tense, at };
  }
  const opening = words[from]!.text;
  if (isPast(opening)) return { tense: 'past', at: from };
  if (IMPERATIVES.has(opening)) return { tense: 'imperative', at: from };
  return { tense: 'none', at: from };
}

function tenseAt(words: readonly Word[], at: number, from: number, to: number): Tense | undefined {
  const { text } = words[at]!;
  const next = words[at + 1]?.text ?? '';
  if (text === 'will' || (text === 'going' && next === 'to')) return 'future';
  if (MODALS.has(text)) return 'modal';
  if (WAS.has(text) || DO_PAST.has(text) || text === 'had') return 'past';
  if (HAVE.has(text)) return nextIsDone(words, at, to) ? 'perfect' : 'present';
  if (BE.has(text)) return nextIsIng(words, at, to) ? 'progressive' : 'present';
  if (isPast(text) && at > from) return 'past';
  return VERB_OF.get(text) === 's' || text === 'do' || text === 'does' ? 'present' : undefined;
}

/** The verb that carries the meaning: behind auxiliaries and adverbs. */
function verbOf(words: readonly Word[], finite: number, to: number): number {
  let at = finite;
  while (at < to - 1 && (AUXILIARY.has(words[at]!.text) || words[at]!.text.endsWith('ly'))) at++;
  return at;
}
const AUXILIARY = set(
  "was were is are am be been being 's have has had having did do does not will may might can could should would must shall also since then already never still just only even all both to going",
);

function nextIsDone(words: readonly Word[], at: number, to: number): boolean {
  for (let step = 1; step <= 3 && at + step < to; step++) {
    const { text } = words[at + step]!;
    if (text === 'been' || isPast(text) || VERB_OF.get(text) === 'done') return true;
  }
  return false;
}

function nextIsIng(words: readonly Word[], at: number, to: number): boolean {
  for (let step = 1; step <= 2 && at + step < to; step++)
    if (words[at + step]!.text.endsWith('ing')) return true;
  return false;
}

const OFFICE = classSigns('office');
const STAFF = classSigns('staff staff+');
const PERSONS = classSigns('person relative relative+');

const entries = (words: ReadonlySet<string>, person: Person): [string, Person][] =>
  [...words].map((word) => [word, person]);

/** Persons that a word alone tells; the earlier list comes first. */
const POINTED: ReadonlyMap<string, Person> = new Map([
  ...entries(THIRD, 'third'),
  ...entries(YOUR, 'your'),
  ...entries(YOU, 'you'),
]);
const COUNTED: ReadonlyMap<string, Person> = new Map([
  ...entries(WE, 'we'),
  ...entries(GENERIC, 'generic'),
]);
const OURS: ReadonlySet<Sign> = new Set([OWN, ...OFFICE, ...STAFF]);

function personAt(reading: Reading, at: number): Person | undefined {
  const { text } = reading.text.words[at]!;
  const found = reading.classes[at]!;
  const pointed = POINTED.get(text);
  if (pointed !== undefined) return pointed;
  if (found === NAME) return 'named';
  const counted = COUNTED.get(text);
  if (counted !== undefined) return counted;
  if (OURS.has(found)) return 'organisation';
  if (PERSONS.has(found) && SINGLED.has(reading.text.words[at - 1]?.text ?? '')) return 'singled';
  return undefined;
}

function subjectOf(reading: Reading, from: number, to: number): Person {
  let at = from;
  while (at < to - 1 && SKIPPED.has(reading.text.words[at]!.text)) at++;
  for (let step = 0; step < 4 && at + step < to; step++) {
    const person = personAt(reading, at + step);
    if (person !== undefined) return person;
    const { text } = reading.text.words[at + step]!;
    if (isPast(text) || WAS.has(text) || BE.has(text) || MODALS.has(text))
      return step === 0 ? 'none' : 'thing';
  }
  return 'thing';
}

function objectOf(reading: Reading, verb: number, to: number): Person {
  for (let at = verb + 1; at < Math.min(to, verb + 6); at++) {
    const person = personAt(reading, at);
    if (person !== undefined) return person;
  }
  return 'none';
}

const RANK: readonly Person[] = [
  'named',
  'third',
  'singled',
  'your',
  'you',
  'we',
  'organisation',
  'generic',
];

/** Analyses one clause of a reading. */
export function analyse(reading: Reading, from: number, to: number): Clause {
  const { words } = reading.text;
  const finite = finiteOf(words, from, to);
  const verb = verbOf(words, finite.at, to);
  let best = RANK.length;
  let isNegative = false;
  let isConditional = false;
  let isGeneric = false;
  let isDefinite = false;
  let known = 0;
  for (let at = from; at < to; at++) {
    const { text } = words[at]!;
    const person = personAt(reading, at);
    if (person !== undefined) best = Math.min(best, RANK.indexOf(person));
    isGeneric ||= person === 'generic';
    isNegative ||= NEGATIVE.has(text);
    isConditional ||= CONDITION.has(text) && at < from + 4;
    isDefinite ||= isDefiniteAt(reading, at, to);
    known |= reading.known[at]!;
  }
  return {
    from,
    to,
    subject: subjectOf(reading, from, to),
    mentions: RANK[best] ?? 'none',
    tense: finite.tense,
    verb,
    object: objectOf(reading, verb, to),
    isNegative,
    isConditional,
    isGeneric,
    isDefinite,
    known,
  };
}

const DEFINITE = set('the this that');
const DEFINITE_NOUNS = classSigns(
  'carenoun body clin drug test proc money person relative time record conduct staff',
);

function isDefiniteAt(reading: Reading, at: number, to: number): boolean {
  if (!DEFINITE.has(reading.text.words[at]!.text) || at + 1 >= to) return false;
  return DEFINITE_NOUNS.has(reading.classes[at + 1]!);
}
