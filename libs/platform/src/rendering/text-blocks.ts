/** How the items of a list are marked in a text: by a sign, or by a number or letter that goes on from item to item. */
export const LIST_STYLES = ['-', '•', '*', '–', '1.', '1)', '(1)', 'a)', '(a)'] as const;
export type ListStyle = (typeof LIST_STYLES)[number];

/** A part of a text as a reader sees it. Its words and marks are those of the text. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | TextList;

export interface TextList {
  readonly kind: 'list';
  readonly style: ListStyle;
  /** The number of the first item; of a letter its place in the alphabet. */
  readonly start: number;
  /** Each by its lines, without their marks. */
  readonly items: readonly (readonly string[])[];
}

interface Mark {
  readonly style: ListStyle;
  readonly number: number;
  readonly words: string;
}

/** Whether the items of a list go on counting. */
export function isCounted(style: ListStyle): boolean {
  return /[1a]/.test(style);
}

/** The mark of an item as it stands in the text. */
export function markOf({ style, start }: Pick<TextList, 'style' | 'start'>, index: number): string {
  const number = start + index;
  return style.replace('1', String(number)).replace('a', String.fromCharCode(96 + number));
}

/** The blocks of a text. An empty line parts two paragraphs; lines are given as they are, spaces too. */
export function blocksOf(text: string): TextBlock[] {
  const paragraphs = paragraphsOf(text);
  const blocks = paragraphs.flatMap((lines, at) =>
    isSubject(lines, paragraphs[at + 1])
      ? [{ kind: 'heading', text: lines[0]! } as const]
      : partsOf(lines),
  );
  return joined(blocks).map(withoutLoneNumber);
}

function paragraphsOf(text: string): string[][] {
  return text
    .split(/\n(?:[^\S\n]*\n)+/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => paragraph.split('\n'));
}

/** The heading of a numbered section, lists, and what stands between them. */
function partsOf([first = '', ...rest]: readonly string[]): TextBlock[] {
  if (isSectionHead(first, rest[0])) return [{ kind: 'heading', text: first }, ...partsOf(rest)];
  const blocks: TextBlock[] = [];
  for (const line of [first, ...rest]) addLine(blocks, line);
  return blocks;
}

function addLine(blocks: TextBlock[], line: string): void {
  const last = blocks.at(-1);
  const mark = readMark(line);
  if (mark) {
    const { style, number: start, words } = mark;
    const item: TextList = { kind: 'list', style, start, items: [[words]] };
    if (last && goesOn(last, item)) blocks.splice(-1, 1, together(last, item));
    else blocks.push(item);
  } else if (last?.kind === 'list' && /^(?:\s|\p{Ll})/u.test(line)) {
    const items = [...last.items.slice(0, -1), [...last.items.at(-1)!, line]];
    blocks.splice(-1, 1, { ...last, items });
  } else if (last?.kind === 'paragraph') {
    blocks.splice(-1, 1, { ...last, lines: [...last.lines, line] });
  } else blocks.push({ kind: 'paragraph', lines: [line] });
}

const SIGNED = /^([-•*–]) (?=\S)/;
const COUNTED = /^(\(?)(?:([1-9]\d?)|([a-z]))([.)]) (?=\S)/;

function readMark(line: string): Mark | undefined {
  const sign = SIGNED.exec(line);
  if (sign) return { style: sign[1] as ListStyle, number: 1, words: line.slice(sign[0].length) };
  const [whole, open, digits, letter, end] = COUNTED.exec(line) ?? [];
  const style = `${open}${digits ? '1' : 'a'}${end}`;
  if (whole === undefined || !isStyle(style)) return undefined;
  const number = digits ? Number(digits) : letter!.charCodeAt(0) - 96;
  return { style, number, words: line.slice(whole.length) };
}

const isStyle = (style: string): style is ListStyle =>
  (LIST_STYLES as readonly string[]).includes(style);

/** Items with an empty line between them are one list, as long as their numbers go on. */
function joined(blocks: readonly TextBlock[]): TextBlock[] {
  const all: TextBlock[] = [];
  for (const block of blocks) {
    const last = all.at(-1);
    if (last && block.kind === 'list' && goesOn(last, block)) all.push(together(all.pop()!, block));
    else all.push(block);
  }
  return all;
}

function goesOn(before: TextBlock, { style, start }: TextList): before is TextList {
  if (before.kind !== 'list' || before.style !== style) return false;
  return !isCounted(style) || before.start + before.items.length === start;
}

function together(before: TextBlock, { items }: TextList): TextBlock {
  return before.kind === 'list' ? { ...before, items: [...before.items, ...items] } : before;
}

/** A number that stands alone counts nothing. */
function withoutLoneNumber(block: TextBlock): TextBlock {
  if (block.kind !== 'list' || block.items.length > 1 || !isCounted(block.style)) return block;
  const [first = '', ...rest] = block.items[0]!;
  return { kind: 'paragraph', lines: [`${markOf(block, 0)} ${first}`, ...rest] };
}

/** “2. When” above the words of its section: no sentence, and what follows begins anew and is no item. */
function isSectionHead(first: string, next: string | undefined): boolean {
  if (next === undefined || readMark(next) || !/^[\p{Lu}\d“‘"']/u.test(next)) return false;
  return readMark(first)?.style === '1.' && first.length <= LONGEST && !/[.;:,!]$/.test(first);
}

const LONGEST = 110;
const ADDRESSES = /^(?:Dear|Annwyl|A |Hello|Hi|Good|To|Yours|With|Kind|Best|Le |Many|Thank)/;

/** A line that stands alone above words, is in the manner of a sentence, is none, and addresses nobody. */
function isSubject(lines: readonly string[], next: readonly string[] | undefined): boolean {
  const [line = ''] = lines;
  if (lines.length > 1 || !next || line.length > LONGEST || ADDRESSES.test(line)) return false;
  if (!/^\p{Lu}/u.test(line) || /[.;:,!?]$/.test(line) || /^\S+(?: \S+){0,2}: /.test(line))
    return false;
  const isSentenceCase = (line.match(/ \p{Ll}/gu) ?? []).length >= 2;
  return isSentenceCase && (isSectionHead(next[0]!, next[1]) || /[.:;?!]$/.test(next.at(-1)!));
}
