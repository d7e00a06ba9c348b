import type { Category, Finding, PostContext } from './model.js';
import type { ParsedText, Word } from './words.js';

const NAMES: ReadonlySet<Category> = new Set(['person_name', 'third_party', 'handle']);
const PART_OF_WORD = /[\p{L}\p{N}_]/u;

/** For each unit of a text, the end of the stretch that covers it; 0 where none does. */
type Cover = Int32Array;

const isWithin = (cover: Cover, { start, end }: Finding): boolean => (cover[start] ?? 0) >= end;

/** Where a value stands in a text letter by letter, and not as a part of a longer word. */
function placesOf(text: string, value: string): [start: number, end: number][] {
  const places: [number, number][] = [];
  if (value === '') return places;
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    const end = at + value.length;
    const isPart = PART_OF_WORD.test(text.charAt(at - 1)) || PART_OF_WORD.test(text.charAt(end));
    if (!isPart) places.push([at, end]);
  }
  return places;
}

function coverOf(text: string, places: readonly [start: number, end: number][]): Cover {
  const cover = new Int32Array(text.length);
  for (const [start, end] of places) cover.fill(end, start, end);
  return cover;
}

/** Account name without the mark of its platform, and where it stands with or without an @. */
function accountPlaces(
  text: string,
  handle: string,
): { account: string; places: [number, number][] } {
  const account = handle.trim().replace(/^@|^u\//, '');
  const places = placesOf(text, account).map(([start, end]): [number, number] => [
    text.charAt(start - 1) === '@' ? start - 1 : start,
    end,
  ]);
  return { account, places };
}

/**
 * The text with the account read as a person: "gracie_o was treated here" says as much as "she was
 * treated here". Offsets stay.
 */
export function withAccountAsPerson(
  text: ParsedText,
  { handle = '' }: PostContext = {},
): ParsedText {
  const { places } = accountPlaces(text.original, handle);
  if (places.length === 0) return text;
  const cover = coverOf(text.original, places);
  const words: Word[] = [];
  let read = 0;
  for (const word of text.words) {
    const end = cover[text.starts[word.start] ?? 0] ?? 0;
    if (end === 0 || word.text === "'s") words.push(word);
    else if (end === read) words.push({ ...words.pop()!, end: word.end });
    else words.push({ ...word, text: 'she' });
    read = end;
  }
  return { ...text, words };
}

/**
 * Leaves out what lies within the post's address or its account name exactly as posted: a platform cannot
 * find the post without them, even when the patient is known by the same name. In another spelling, or with
 * another name beside it, the name is found.
 */
export function withoutPostAsPosted(
  findings: readonly Finding[],
  text: string,
  { handle = '', url = '' }: PostContext = {},
): Finding[] {
  const { account, places } = accountPlaces(text, handle);
  // An account called "Anxious" is also a word: there only the name is needed.
  const isWord = /^[\p{L}\s]*$/u.test(account);
  const named = coverOf(text, places);
  const whole = coverOf(text, [...placesOf(text, url.trim()), ...(isWord ? [] : places)]);
  return findings.filter(
    (finding) =>
      !isWithin(whole, finding) && !(NAMES.has(finding.category) && isWithin(named, finding)),
  );
}

const QUOTATION = /["“][^"“”]{2,400}["”]/g;

/** Leaves out what is said within quotation marks: a platform needs the words that break its rules. */
export function withoutQuotations(findings: readonly Finding[], text: string): Finding[] {
  const places = [...text.matchAll(QUOTATION)].map((match): [number, number] => [
    match.index,
    match.index + match[0].length,
  ]);
  const quoted = coverOf(text, places);
  return findings.filter((finding) => !isWithin(quoted, finding));
}
