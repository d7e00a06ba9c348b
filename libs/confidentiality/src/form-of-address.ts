import type { CaseContext } from './model.js';
import type { ParsedText } from './words.js';
import { foldString } from './normalise.js';
import { wordsOf } from './words.js';
import { wordList } from './data/grammar-words.js';

const GREETINGS = new Set(
  wordList(
    'hi hello helo hiya hey dear thanks thank thankyou thank-you cheers ta sorry morning afternoon evening good welcome diolch da helo annwyl maith agat chara a appreciate aye alright right ok okay well ah oh och dziekujemy leibh nice great apologies bore yes no',
  ),
);
const FARTHEST = 6;
const CLOSES = /^\s*(?:[,.!?;:)\n–-]|\p{Extended_Pictographic}|$)/u;

/** Words of an account name: "AnnR_Naas" is signed by "ann" as much as by "annr". */
function accountWords(handle: string): string[] {
  const spaced = handle.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[^\p{L}\s]+/gu, ' ');
  return wordsOf(spaced).concat(wordsOf(handle.replace(/[^\p{L}\s]+/gu, ' ')));
}

/** The name that stands alone at the end of a post. */
function closingName(post: string): string[] {
  const last =
    post
      .trim()
      .split(/(?<=[.!?])\s+|\n+/)
      .at(-1) ?? '';
  const words = wordsOf(last);
  return words.length <= 2 ? words : [];
}

/** First names under which the author of the post signed in public, folded. */
export function signedNames(context: CaseContext, known: readonly string[]): ReadonlySet<string> {
  const { handle = '', text = '' } = context.post ?? {};
  const squeezed = foldString(handle).replace(/[^a-z]/g, '');
  const within = known.filter((name) => name.length >= 2 && squeezed.startsWith(name));
  return new Set([...accountWords(handle), ...closingName(text), ...within]);
}

/** Whether a word stands as mere address: "Thank you, Roger", "Hi Roger –". */
export function isAddress(text: ParsedText, at: number): boolean {
  const { words, folded } = text;
  const word = words[at]!;
  if (!CLOSES.test(folded.slice(word.end, word.end + 8))) return false;
  const before = words[at - 1];
  if (!before || before.sentence !== word.sentence) return true;
  if (opensAddress(folded.slice(before.end, word.start))) return true;
  for (let back = 1; back <= FARTHEST; back++) {
    const earlier = words[at - back];
    if (!earlier || earlier.sentence !== word.sentence) return false;
    if (GREETINGS.has(earlier.text)) return true;
  }
  return false;
}

/** A gap that ends in a comma, a dash or the end of a line. */
function opensAddress(gap: string): boolean {
  const marks = gap.trimEnd();
  return marks.endsWith(',') || marks.endsWith('–') || gap.includes('\n', marks.length);
}
