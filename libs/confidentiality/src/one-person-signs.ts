import { parse, type ParsedText } from './words.js';
import {
  AGES,
  BEFORE_PLACE,
  DAYS,
  FAMILY,
  JOB_PAIRS,
  JOBS,
  PLACES,
  RARE,
  RARE_PAIRS,
} from './data/one-person-words.js';

/** What together may point to one person, each harmless alone. */
export const SIGN_KINDS = {
  place: 'a place',
  date: 'a date or day',
  age: 'an age',
  condition: 'a rare condition or event',
  job: 'somebody’s work',
  family: 'somebody’s family',
} as const;
export type SignKind = keyof typeof SIGN_KINDS;

/** From so many kinds on somebody is advised, and from so many on stopped. */
const [ADVISED, STOPPED] = [2, 3];

/** What is said of a case told without a name. */
export interface OnePersonSigns {
  /** In the order of `SIGN_KINDS`. */
  readonly kinds: readonly SignKind[];
  /** `stop` lasts while nobody has the patient's written consent to this text. */
  readonly advice: 'none' | 'care' | 'stop';
}

/**
 * Counts what in a case told without a name may still point to one person: kinds, not words, since a second place adds
 * little. It changes no verdict of the guard: it is for texts about a patient whom nobody here knows.
 *
 * @param hasConsent whether the patient has agreed in writing to this very text.
 * @source A1.p18-20: the sum of details can identify; advice from two kinds on and a stop from three are ours.
 */
export function onePersonSigns(original: string, hasConsent = false): OnePersonSigns {
  const text = parse(original);
  const found = new Set<SignKind>();
  text.words.forEach((_, at) => {
    for (const [kind, isSign] of SIGNS) if (isSign(text, at)) found.add(kind);
  });
  const kinds = (Object.keys(SIGN_KINDS) as SignKind[]).filter((kind) => found.has(kind));
  return { kinds, advice: adviceOn(kinds.length, hasConsent) };
}

function adviceOn(count: number, hasConsent: boolean): OnePersonSigns['advice'] {
  if (count < ADVISED) return 'none';
  return count >= STOPPED && !hasConsent ? 'stop' : 'care';
}

type Sign = (text: ParsedText, at: number) => boolean;

const SIGNS: readonly (readonly [SignKind, Sign])[] = [
  ['place', isPlace],
  ['date', isDate],
  ['age', isAge],
  ['condition', (text, at) => stands(text, at, RARE, RARE_PAIRS) || isCase(text, at)],
  ['job', (text, at) => stands(text, at, JOBS, JOB_PAIRS)],
  ['family', (text, at) => stands(text, at, FAMILY)],
];

const wordAt = ({ words }: ParsedText, at: number): string => words[at]?.text ?? '';
const singular = (word: string): string => word.replace(/(?:'s|s)$/, '');

/** Whether a word is of a list, in the singular or the plural; with `pairs`, whether the word it needs comes next. */
function stands(
  text: ParsedText,
  at: number,
  list: ReadonlySet<string>,
  pairs?: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  const word = wordAt(text, at);
  const needed = pairs?.get(word);
  if (needed) return needed.has(wordAt(text, at + 1));
  return list.has(word) || list.has(singular(word));
}

/** "In Leeds", "Ward 9", "the Royal Infirmary": a name or a number goes with it. */
function isPlace(text: ParsedText, at: number): boolean {
  const { [at - 1]: before, [at]: word, [at + 1]: after } = text.words;
  if (!word) return false;
  const isNamed = word.isCapital && !DAYS.has(word.text) && !isMonth(word.text);
  if (isNamed && before && BEFORE_PLACE.has(before.text)) return word.text.length > 2;
  if (!PLACES.has(word.text)) return false;
  const isNumbered = /^\d{1,3}[a-z]?$/.test(after?.text ?? '') && word.text === 'ward';
  // "Busy clinic": a capital at the start of a sentence names nothing.
  const isFirst = text.words[at - 2]?.sentence !== word.sentence;
  return isNumbered || (before?.isCapital === true && before.text !== 'the' && !isFirst);
}

const isMonth = (word: string): boolean => word === 'march' || word === 'may';

/** A day by name, a date in figures, a month beside a number, a year. */
function isDate(text: ParsedText, at: number): boolean {
  const word = wordAt(text, at);
  if (DAYS.has(word)) return true;
  if (/^(?:19[5-9]|20[0-4])\d$/.test(word)) return true;
  const near = [wordAt(text, at - 1), wordAt(text, at + 1)];
  if (isMonth(word)) return near.some((one) => /^\d{1,2}(?:st|nd|rd|th)?$|^in$|^last$/.test(one));
  return word === 'last' && /^(?:week|month|night)$/.test(near[1] ?? '');
}

/** "42-year-old", "aged 42", "in her forties", "a toddler". */
function isAge(text: ParsedText, at: number): boolean {
  const word = wordAt(text, at);
  const next = wordAt(text, at + 1);
  if (AGES.has(word) || AGES.has(singular(word))) return true;
  if (/^(?:aged?|turned)$/.test(word) && /^\d{1,3}$/.test(next)) return true;
  if (/^\d{1,3}(?:yo|yr|yrs)$/.test(word)) return true;
  const isOld = /^(?:year|years|month|months|week|weeks|day|days)$/.test(next);
  return isOld && wordAt(text, at + 2) === 'old';
}

/** "The first case", "one of only three". */
function isCase(text: ParsedText, at: number): boolean {
  const [word, next, third] = [0, 1, 2].map((step) => wordAt(text, at + step));
  if (word === 'one' && next === 'of') return /^(?:only|few)$/.test(third ?? '');
  return /^(?:first|only|worst)$/.test(word ?? '') && /^cases?$/.test(next ?? '');
}
