import type { OrganisationContext, PostContext } from './model.js';
import type { ParsedText, Word } from './words.js';
import { isDigit } from './letters.js';
import { parse, wordsOf } from './words.js';
import { COMMON_WORDS } from './data/common-words.js';

/** What is particular in a post: rare words and measured quantities. */
export interface PostDetails {
  /** Stems of rare words. */
  readonly rare: ReadonlySet<string>;
  /** Stems that are names of places, people or things. */
  readonly proper: ReadonlySet<string>;
  /** "6 hour", "1100 pound". */
  readonly quantities: ReadonlySet<string>;
  /** Words of the account under which it was posted. */
  readonly signature: ReadonlySet<string>;
}

const GAP = 4;
const ENOUGH = 2;
const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['grand', 1000],
  ['k', 1000],
  ['dozen', 12],
]);

/** A crude stem: "stitches" meets "stitch", "waited" meets "waiting". */
export function stem(word: string): string {
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && (word.endsWith('ed') || word.endsWith('es'))) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word.length > 4 && word.endsWith('e') ? word.slice(0, -1) : word;
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...SMALL.map((word, number): [string, number] => [word, number]),
  ...TENS.slice(2).map((word, ten): [string, number] => [word, (ten + 2) * 10]),
]);

function numberOf(word: string): number | undefined {
  if (isDigit(word.charCodeAt(0))) return /^\d{1,6}$/.test(word) ? Number(word) : undefined;
  return NUMBERS.get(word);
}

/** Quantity that begins at a word: its value and unit, and where it ends. */
function quantityAt(words: readonly Word[], at: number): { key: string; last: number } | undefined {
  let value = numberOf(words[at]?.text ?? '');
  if (value === undefined) return undefined;
  let next = at + 1;
  const digit = numberOf(words[next]?.text ?? '');
  if (value >= 20 && value % 10 === 0 && digit !== undefined && digit < 10) {
    value += digit;
    next++;
  }
  const thousands = words[next]?.text ?? '';
  if (/^\d{3}$/.test(thousands) && /^\d{1,3}$/.test(words[at]!.text)) {
    value = value * 1000 + Number(thousands);
    next++;
  }
  const scale = SCALES.get(words[next]?.text ?? '');
  if (scale !== undefined) {
    value *= scale;
    next++;
  }
  const unit = stem(words[next]?.text ?? '');
  if (value >= 100) return { key: `${value}`, last: next - 1 };
  return unit.length > 2 ? { key: `${value} ${unit}`, last: next } : undefined;
}

const isRare = (word: string): boolean =>
  word.length > 2 && !COMMON_WORDS.has(word) && numberOf(word) === undefined && word !== "'s";

/** Compiles the details of a post; the organisation's own names are nobody's detail. */
export function compilePost(post: PostContext, organisation: OrganisationContext): PostDetails {
  const parsed = parse(post.text ?? '');
  const own = new Set(
    [
      organisation.name ?? '',
      ...(organisation.clinicians ?? []),
      ...(organisation.contacts ?? []),
      ...(organisation.addresses ?? []),
    ].flatMap(wordsOf),
  );
  const rare = new Set<string>();
  const proper = new Set<string>();
  const quantities = new Set<string>();
  parsed.words.forEach((word, at) => {
    const quantity = quantityAt(parsed.words, at);
    if (quantity) quantities.add(quantity.key);
    if (!isRare(word.text) || own.has(word.text)) return;
    const key = stem(word.text);
    rare.add(key);
    if (word.isCapital && !word.isFirst) proper.add(key);
  });
  return { rare, proper, quantities, signature: new Set(wordsOf(post.handle ?? '')) };
}

interface Hit {
  readonly first: number;
  readonly last: number;
  readonly weight: number;
  readonly key: string;
}

/** Stretches that repeat details of the post; word numbers, both inclusive. */
export function echoes(
  text: ParsedText,
  post: PostDetails,
  own: Uint8Array,
): (readonly [first: number, last: number])[] {
  const hits: Hit[] = [];
  if (post.rare.size === 0 && post.quantities.size === 0) return [];
  text.words.forEach((word, at) => {
    if (own[at]) return;
    const quantity = quantityAt(text.words, at);
    if (quantity && post.quantities.has(quantity.key))
      hits.push({ first: at, last: quantity.last, weight: 2, key: quantity.key });
    const key = stem(word.text);
    if (!post.rare.has(key) || !isRare(word.text)) return;
    hits.push({ first: at, last: at, weight: weightOf(word.text, post.proper.has(key)), key });
  });
  return grouped(text, hits);
}

/** Proper nouns and long rare words tell on their own; short ones need company. */
function weightOf(word: string, isProper: boolean): number {
  if (isProper) return 2;
  return word.length >= 6 ? 1.5 : 1;
}

function grouped(text: ParsedText, hits: readonly Hit[]): [number, number][] {
  const groups: [number, number][] = [];
  let at = 0;
  while (at < hits.length) {
    let end = at;
    const keys = new Map([[hits[at]!.key, hits[at]!.weight]]);
    while (hits[end + 1] && isNear(text, hits[end]!, hits[end + 1]!)) {
      end++;
      keys.set(hits[end]!.key, hits[end]!.weight);
    }
    const weight = [...keys.values()].reduce((sum, value) => sum + value, 0);
    if (weight >= ENOUGH) groups.push([hits[at]!.first, Math.max(hits[end]!.last, hits[at]!.last)]);
    at = end + 1;
  }
  return groups;
}

function isNear(text: ParsedText, left: Hit, right: Hit): boolean {
  return (
    right.first - left.last <= GAP &&
    text.words[left.first]!.sentence === text.words[right.first]!.sentence
  );
}
