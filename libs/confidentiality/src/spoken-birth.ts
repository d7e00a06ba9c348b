import type { Finding } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import type { ParsedText } from './words.js';
import { onceFor } from './once.js';
import { findingOf } from './rules.js';
import { spanOf } from './words.js';
import { RULE_TEXTS } from './data/rule-texts.js';

const ONES = 'zero one two three four five six seven eight nine'.split(' ');
const TEENS =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const IRREGULAR = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
  ['twenty', 'twentieth'],
  ['thirty', 'thirtieth'],
]);

type Form = readonly string[];

/** "seventy seven" of 77, as words. */
function cardinal(number: number): string[] {
  if (number < 10) return [ONES[number]!];
  if (number < 20) return [TEENS[number - 10]!];
  const one = number % 10;
  return one === 0
    ? [TENS[Math.floor(number / 10)]!]
    : [TENS[Math.floor(number / 10)]!, ONES[one]!];
}

/** "thirty first" of 31, as words. */
function ordinal(number: number): string[] {
  const words = cardinal(number);
  const last = words.at(-1)!;
  return [...words.slice(0, -1), IRREGULAR.get(last) ?? `${last}th`];
}

/** The ways in which the parts of a date of birth are said, figures left to the dates that are written. */
function formsOf(dob: string): { days: Form[]; months: Form[]; years: Form[] } {
  const [year = 0, month = 1, day = 1] = dob.split('-').map(Number);
  const ofCentury = year % 100;
  const long = [...cardinal(Math.floor(year / 100)), ...cardinal(ofCentury)];
  return {
    days: [
      ordinal(day),
      cardinal(day),
      [`${day}`],
      [`${day}th`],
      [`${day}st`],
      [`${day}nd`],
      [`${day}rd`],
    ],
    months: [[MONTHS[month - 1]!], [MONTHS[month - 1]!.slice(0, 3)], ordinal(month)],
    years: [long, cardinal(ofCentury), [`${year}`], [`${ofCentury}`.padStart(2, '0')]],
  };
}

const BETWEEN = new Set(['of', 'the', 'in']);
const MOST_BETWEEN = 2;

/** Number of the word after one of the forms that stands at `at`, "of" and "the" passed over. */
function afterForm(text: ParsedText, at: number, forms: readonly Form[]): number | undefined {
  let from = at;
  while (from < at + MOST_BETWEEN && BETWEEN.has(text.words[from]?.text ?? '')) from++;
  const found = forms.find((form) =>
    form.every((word, index) => text.words[from + index]?.text === word),
  );
  return found && from + found.length;
}

/** The forms of the patient's date of birth, and the words with which its day can begin. */
const birthOf = onceFor(({ context }: CompiledFacts) => {
  const { dob } = context.patient ?? {};
  if (dob === undefined) return undefined;
  const forms = formsOf(dob);
  return { ...forms, openings: new Set(forms.days.map(([first]) => first)) };
});

const NONE: readonly Finding[] = [];

/** The date of birth said in words: "the thirtieth of the ninth, seventy-seven". */
export function spokenBirthFindings(text: ParsedText, facts: CompiledFacts): Finding[] {
  const forms = birthOf(facts);
  if (forms === undefined) return [];
  const { days, months, years, openings } = forms;
  return text.words.flatMap(({ text: word }, at) => {
    if (!openings.has(word)) return NONE;
    const month = afterForm(text, at, days);
    const year = month && afterForm(text, month, months);
    const end = year && afterForm(text, year, years);
    return end ? [findingOf(RULE_TEXTS.dob, spanOf(text, at, end - 1))] : NONE;
  });
}
