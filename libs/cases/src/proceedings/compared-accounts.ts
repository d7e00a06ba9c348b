/** How two accounts of the same thing may differ. */
export const DIFFERENCES = {
  date: 'Another day',
  time: 'Another time',
  weekday: 'Another day of the week',
  number: 'Another number',
  denial: 'One says it, the other denies it',
} as const;
export type DifferenceSort = keyof typeof DIFFERENCES;

/** Two sentences that seem to speak of the same thing and say it differently. */
export interface Difference {
  readonly sort: DifferenceSort;
  readonly own: string;
  readonly other: string;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const NUMBER_WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

const ISO_DATE = /\b\d{4}-(\d{2})-(\d{2})\b/g;
const SLASH_DATE = /\b(\d{1,2})\/(\d{1,2})\/\d{2,4}\b/g;
const WORD_DATE = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTHS.join('|')})(?: \\d{4})?\\b`,
  'g',
);
const TIME = /\b(\d{1,2})[:.](\d{2}) ?(am|pm)?\b|\b(\d{1,2}) ?(am|pm)\b/g;
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g;
const NUMBER = new RegExp(`\\b(?:\\d+|${NUMBER_WORDS.join('|')})\\b`, 'g');
const DENIAL = /\b(?:not|never|nobody|nothing|none|without|denied|deny|didn|wasn|hadn|couldn|no)\b/;

/** Words that say nothing of what a sentence is about. */
const EMPTY = new Set(
  `about after again all also and any are before been being but can could did didn does for from had hadn has have
   having her him his how into its itself just more much nor not off only other our out over same said she should
   some such than that the their them then there these they this those through too until upon very was wasn were
   what when where which while who why will with would you your`.split(/\s+/u),
);
/** How much of the shorter sentence's words the two must share, and how many at least. */
const ALIKE = { share: 0.6, words: 2 };
/** A denial is only seen in sentences that are almost the same. */
const ALMOST_SAME = 0.8;

interface Sentence {
  readonly text: string;
  readonly words: ReadonlySet<string>;
  readonly figures: Readonly<Record<Exclude<DifferenceSort, 'denial'>, ReadonlySet<string>>>;
  readonly isDenial: boolean;
}

/**
 * Where an account seems to differ from another. It points at sentences for a person to read; that it finds nothing
 * does not prove that they agree. The work grows with the product of their sentences, of which each has 400 at most.
 */
export function compareAccounts(own: string, other: string): readonly Difference[] {
  const theirs = sentencesOf(other);
  return sentencesOf(own).flatMap((mine) =>
    theirs.flatMap((their) => {
      const sort = differenceOf(mine, their);
      return sort ? [{ sort, own: mine.text, other: their.text }] : [];
    }),
  );
}

function differenceOf(mine: Sentence, their: Sentence): DifferenceSort | undefined {
  const shared = [...mine.words].filter((word) => their.words.has(word)).length;
  const share = shared / Math.max(1, Math.min(mine.words.size, their.words.size));
  if (shared < ALIKE.words || share < ALIKE.share) return undefined;
  const sorts = ['date', 'time', 'weekday', 'number'] as const;
  const sort = sorts.find((one) => isOther(mine.figures[one], their.figures[one]));
  if (sort) return sort;
  return share >= ALMOST_SAME && mine.isDenial !== their.isDenial ? 'denial' : undefined;
}

/** Both say something of that sort, and nothing of it is the same. */
function isOther(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return mine.size > 0 && theirs.size > 0 && ![...mine].some((value) => theirs.has(value));
}

function sentencesOf(text: string): readonly Sentence[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
    .slice(0, 400)
    .map(sentenceOf);
}

function sentenceOf(text: string): Sentence {
  let rest = text.toLowerCase().replaceAll('’', "'");
  const take = (pattern: RegExp, read: (match: RegExpMatchArray) => string): Set<string> => {
    const found = new Set([...rest.matchAll(pattern)].map(read));
    rest = rest.replaceAll(pattern, ' ');
    return found;
  };
  const date = new Set([
    ...take(ISO_DATE, ([, month, day]) => `${Number(day)}/${Number(month)}`),
    ...take(SLASH_DATE, ([, day, month]) => `${Number(day)}/${Number(month)}`),
    ...take(WORD_DATE, ([, day, month]) => `${Number(day)}/${MONTHS.indexOf(month!) + 1}`),
  ]);
  const time = take(TIME, minutesOf);
  const weekday = take(WEEKDAY, ([day]) => day);
  const number = take(NUMBER, ([value]) => String(NUMBER_WORDS.indexOf(value) + 1 || value));
  const words = rest.match(/\p{Letter}{3,}/gu) ?? [];
  return {
    text,
    words: new Set(words.filter((word) => !EMPTY.has(word))),
    figures: { date, time, weekday, number },
    isDenial: DENIAL.test(rest),
  };
}

function minutesOf([, hour, minute, half, hourAlone, halfAlone]: RegExpMatchArray): string {
  const [hours, isPm] = [Number(hour ?? hourAlone), (half ?? halfAlone) === 'pm'];
  return String(((hours % 12) + (isPm || hours > 12 ? 12 : 0)) * 60 + Number(minute ?? 0));
}
