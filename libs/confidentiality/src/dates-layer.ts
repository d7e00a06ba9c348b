import type { Finding } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import type { ParsedText } from './words.js';
import { findingOf } from './rules.js';
import { spanOf } from './words.js';
import { RULE_TEXTS } from './data/rule-texts.js';
import { wordList } from './data/grammar-words.js';

/** A date as written; parts that are not given are undefined. */
interface WrittenDate {
  readonly first: number;
  readonly last: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
}

const MONTHS = wordList(
  'january february march april may june july august september october november december',
);
const WEEKDAYS = new Set(
  wordList('monday tuesday wednesday thursday friday saturday sunday mondays yesterday weekend'),
);
const FEASTS = new Set(wordList('christmas easter boxing hogmanay halloween'));
const BEFORE_WEEKDAY = new Set(wordList('last this that on the previous same following'));
const PARTS_OF_DAY = new Set(wordList('morning afternoon evening night lunchtime'));
const ABOUT_POST = new Set(
  wordList(
    'posted post review reviewed comment commented message wrote written dated letter published reply tweet tweeted email complaint shared uploaded thread video',
  ),
);

/** Months by name and by their usual short forms. */
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((month, index): [string, number][] => {
    const forms = month === 'march' ? [month] : [month, month.slice(0, 3), month.slice(0, 4)];
    return forms.map((form) => [form, index + 1]);
  }),
);

const monthOf = (word: string): number => MONTH_NUMBERS.get(word) ?? 0;

const dayOf = (word: string): number => {
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  const day = match ? Number(match[1]) : 0;
  return day <= 31 ? day : 0;
};

const yearOf = (word: string | undefined): number | undefined => {
  if (word === undefined) return undefined;
  if (/^(?:19|20)\d\d$/.test(word)) return Number(word);
  return /^[3-9]\d$/.test(word) ? 1900 + Number(word) : undefined;
};

function numericDate(text: ParsedText, at: number): WrittenDate | undefined {
  const { [at]: one, [at + 1]: two, [at + 2]: three } = text.words;
  if (!one || !two || !three || two.start - one.end !== 1 || three.start - two.end !== 1)
    return undefined;
  if (!/^\d+$/.test(one.text + two.text + three.text)) return undefined;
  const gaps = text.folded.slice(one.end, two.start) + text.folded.slice(two.end, three.start);
  if (!/^(?:\/\/|--|\.\.)$/.test(gaps)) return undefined;
  const parts = [one, two, three].map((word) => Number(word.text));
  const isIso = one.text.length === 4;
  const [day = 0, month = 0, year = 0] = isIso ? parts.toReversed() : parts;
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  return {
    first: at,
    last: at + 2,
    day,
    month,
    year: year < 100 ? year + (year < 30 ? 2000 : 1900) : year,
  };
}

/** Most words begin no date; that is settled by their first letter. */
function writtenDate(text: ParsedText, at: number): WrittenDate | undefined {
  const word = text.words[at]!.text;
  if (word.charCodeAt(0) > 57) return monthOf(word) > 0 ? wordedDate(text, at) : undefined;
  const next = text.words[at + 1]?.text ?? '';
  if (next.charCodeAt(0) <= 57) return numericDate(text, at);
  return next === 'of' || monthOf(next) > 0 ? wordedDate(text, at) : undefined;
}

function wordedDate(text: ParsedText, at: number): WrittenDate | undefined {
  const words = [0, 1, 2, 3].map((step) => text.words[at + step]?.text ?? '');
  const [one = '', two = '', three = ''] = words;
  const day = dayOf(one);
  const skip = two === 'of' ? 2 : 1;
  const month = day > 0 ? monthOf(words[skip] ?? '') : monthOf(one);
  if (month === 0) return undefined;
  if (day > 0) {
    const year = yearOf(words[skip + 1]);
    return { first: at, last: at + skip + (year ? 1 : 0), day, month, year };
  }
  if (!text.words[at]!.isCapital) return undefined;
  const after = dayOf(two);
  const year = yearOf(after > 0 ? three : two);
  return {
    first: at,
    last: at + (after > 0 ? 1 : 0) + (year ? 1 : 0),
    day: after || undefined,
    month,
    year,
  };
}

function matches(date: WrittenDate, iso: string): boolean {
  const [year, month, day] = iso.split('-').map(Number);
  if (date.month !== month || (date.year !== undefined && date.year !== year)) return false;
  return date.day === undefined || date.day === day;
}

/** A day that is named in a text; word numbers, both inclusive. */
export interface NamedDay {
  readonly first: number;
  readonly last: number;
  /** A date on which the case has an appointment. */
  readonly isAppointment: boolean;
}

/** What a text says of days: dates of birth are findings; whether another day discloses, the statement decides. */
export interface DaysSaid {
  readonly births: readonly Finding[];
  readonly days: readonly NamedDay[];
}

/** Dates of birth, and the days that are named. A platform needs the date of the post, whatever else happened that day. */
export function daysSaid(text: ParsedText, facts: CompiledFacts): DaysSaid {
  const births: Finding[] = [];
  const days: NamedDay[] = [];
  for (let at = 0; at < text.words.length; at++) {
    const date = writtenDate(text, at);
    const last = date?.last ?? namedDay(text, at);
    if (last === undefined) continue;
    if (date && isOfBirth(text, facts, date))
      births.push(findingOf(RULE_TEXTS.dob, spanOf(text, at, last)));
    else if (!isOfPost(text, at) && !(date && isPosted(date, facts)))
      days.push({ first: at, last, isAppointment: isAppointment(facts, date) });
    at = last;
  }
  return { births, days };
}

function isPosted(date: WrittenDate, { context }: CompiledFacts): boolean {
  const posted = context.post?.date;
  return posted !== undefined && date.day !== undefined && matches(date, posted);
}

function isAppointment({ context }: CompiledFacts, date: WrittenDate | undefined): boolean {
  if (date?.day === undefined) return false;
  return (context.appointments ?? []).some((iso) => matches(date, iso));
}

function isOfBirth(text: ParsedText, { context }: CompiledFacts, date: WrittenDate): boolean {
  if (isBirth(text, date.first)) return true;
  const dob = context.patient?.dob;
  return (
    dob !== undefined && date.day !== undefined && date.year !== undefined && matches(date, dob)
  );
}

function near(text: ParsedText, at: number, words: ReadonlySet<string>, reach: number): boolean {
  for (let step = 1; step <= reach; step++) {
    const word = text.words[at - step];
    if (!word || word.sentence !== text.words[at]!.sentence) return false;
    if (words.has(word.text)) return true;
  }
  return false;
}

const BIRTH = new Set(wordList('born dob birth birthday birthdate'));
const isBirth = (text: ParsedText, at: number): boolean => near(text, at, BIRTH, 4);
const isOfPost = (text: ParsedText, at: number): boolean => near(text, at, ABOUT_POST, 12);

/** "last Tuesday", "that Monday night", "yesterday", "Good Friday". */
function namedDay(text: ParsedText, at: number): number | undefined {
  const word = text.words[at]!;
  if (FEASTS.has(word.text) && word.isCapital) return at;
  if (word.text === 'yesterday') return at;
  const lead = word.text === 'good' || BEFORE_WEEKDAY.has(word.text) ? 1 : 0;
  const day = text.words[at + lead];
  if (!day || !WEEKDAYS.has(day.text) || day.sentence !== word.sentence) return undefined;
  return PARTS_OF_DAY.has(text.words[at + lead + 1]?.text ?? '') ? at + lead + 1 : at + lead;
}
