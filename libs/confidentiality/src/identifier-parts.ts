import type { Finding } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import type { ParsedText, Word } from './words.js';
import { nationalDigits } from './own-details.js';
import { isDigit } from './letters.js';
import { foldString } from './normalise.js';
import { onceFor } from './once.js';
import { findingOf } from './rules.js';
import { spanOf, wordsOf } from './words.js';
import { isMisspelling } from './misspelling.js';
import { spokenBirthFindings } from './spoken-birth.js';
import { COMMON_WORDS } from './data/common-words.js';
import { RULE_TEXTS } from './data/rule-texts.js';

/** Most words begin nothing. */
const NONE: readonly Finding[] = [];

const DIGITS = new Map(
  'zero one two three four five six seven eight nine'
    .split(' ')
    .map((word, digit): [string, string] => [word, `${digit}`]),
);
const TIMES = new Map([
  ['double', 2],
  ['treble', 3],
  ['triple', 3],
]);
const SCALES = new Map([
  ['hundred', '00'],
  ['thousand', '000'],
]);
const NOUGHT = new Set(['oh', 'o', 'nought', 'zero']);

function digitsOf(word: string): string | undefined {
  if (isDigit(word.charCodeAt(0))) return /^\d{1,11}$/.test(word) ? word : undefined;
  return NOUGHT.has(word) ? '0' : (DIGITS.get(word) ?? SCALES.get(word));
}

interface SpokenRun {
  readonly digits: string;
  readonly first: number;
  readonly last: number;
}

/** Digits written as words, in runs: "oh double seven hundred nine". */
function spokenRuns(words: readonly Word[]): SpokenRun[] {
  const runs: SpokenRun[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = at;
    let digits = '';
    for (; at < words.length; at++) {
      const times = TIMES.get(words[at]!.text);
      const found = digitsOf(words[times === undefined ? at : at + 1]?.text ?? '');
      if (found === undefined) break;
      digits += found.repeat(times ?? 1);
      if (times !== undefined) at++;
    }
    if (digits.length >= 9) runs.push({ digits, first, last: at - 1 });
  }
  return runs;
}

/** Telephone numbers of the case that are said in words, or by their last figures. */
const phonesOf = onceFor(({ context }: CompiledFacts) =>
  (context.patient?.phones ?? []).map(nationalDigits),
);

function phoneParts(text: ParsedText, facts: CompiledFacts): Finding[] {
  const phones = phonesOf(facts);
  if (phones.length === 0) return [];
  const spoken = spokenRuns(text.words)
    .filter(({ digits }) => phones.includes(nationalDigits(digits)))
    .map(({ first, last }) => findingOf(RULE_TEXTS.phone, spanOf(text, first, last)));
  const endings = text.words.flatMap((word, at) => {
    if (!isDigit(word.text.charCodeAt(0)) || !/^\d{3,6}$/.test(word.text)) return NONE;
    const isEnding = /^(?:ends|ending|last)$/.test(text.words[at - 1]?.text ?? '');
    if (!isEnding) return NONE;
    const fits = phones.some((phone) => phone.endsWith(word.text));
    return fits ? [findingOf(RULE_TEXTS.phone, spanOf(text, at - 1, at))] : [];
  });
  return [...spoken, ...endings];
}

const SHORT = new Map([
  ['farm', 'fm'],
  ['road', 'rd'],
  ['street', 'st'],
  ['avenue', 'ave'],
  ['lane', 'ln'],
  ['close', 'cl'],
  ['drive', 'dr'],
  ['gardens', 'gdns'],
  ['court', 'ct'],
]);

/** The part of an address that names the street: the second of "Flat 2, 9 Mill Wynd". */
function streetOf(address: string): string {
  const [first = '', second = ''] = address.split(',');
  return /^(?:flat|room|apartment|apt|unit)\b/i.test(first.trim()) ? second : first;
}

/** A house or townland of one word, "Glenlara", tells as much as a street when it means nothing else. */
const isTelling = (street: readonly string[]): boolean =>
  street.length >= 2 || (street[0]!.length > 4 && !COMMON_WORDS.has(street[0]!));

const streetsOf = onceFor(({ context }: CompiledFacts) =>
  (context.patient?.addresses ?? [])
    .map((address) => wordsOf(streetOf(address)).filter((word) => !/\d/.test(word)))
    .filter((street) => street.length > 0 && isTelling(street)),
);

/** "Alder Walk" of "17 Alder Walk", with a capital and not the organisation's. */
function streetParts(text: ParsedText, facts: CompiledFacts, own: Uint8Array): Finding[] {
  const streets = streetsOf(facts);
  if (streets.length === 0) return [];
  return text.words.flatMap((word, at) => {
    if (!word.isCapital || own[at]) return NONE;
    return streets
      .filter((street) =>
        street.every((part, index) => {
          const found = text.words[at + index]?.text;
          return found === part || found === SHORT.get(part);
        }),
      )
      .map((street) => findingOf(RULE_TEXTS.address, spanOf(text, at, at + street.length - 1)));
  });
}

const housesOf = onceFor(
  ({ context }: CompiledFacts) =>
    new Set(
      (context.patient?.addresses ?? []).flatMap(
        (address) => /^\d+[a-z]?(?= )/i.exec(address) ?? [],
      ),
    ),
);

/** "at number 31" of "31 Fern Park". */
function houseParts(text: ParsedText, facts: CompiledFacts): Finding[] {
  const houses = housesOf(facts);
  if (houses.size === 0) return [];
  return text.words.flatMap((word, at) => {
    const isHouse = houses.has(word.text) && text.words[at - 1]?.text === 'number';
    return isHouse && text.words[at - 2]?.text === 'at'
      ? [findingOf(RULE_TEXTS.address, spanOf(text, at - 2, at))]
      : NONE;
  });
}

/** The first half of the patient's postcode, folded; undefined when it has none of its own. */
const halfPostcodeOf = onceFor(({ context }: CompiledFacts): string | undefined => {
  const { patient = {}, organisation = {} } = context;
  const half = foldString(patient.postcode ?? '').split(' ')[0] ?? '';
  const isOwn = foldString((organisation.addresses ?? []).join(' ')).includes(`${half} `);
  return /^[a-z]{1,2}\d[a-z\d]{0,2}$/.test(half) && !isOwn ? half : undefined;
});

/** The first half of the patient's postcode or Eircode, standing by itself in capitals. */
function postcodeParts(text: ParsedText, facts: CompiledFacts): Finding[] {
  const half = halfPostcodeOf(facts);
  if (half === undefined) return [];
  const rule = facts.context.jurisdiction === 'ireland' ? RULE_TEXTS.eircode : RULE_TEXTS.postcode;
  return text.words.flatMap((word, at) =>
    word.text === half && word.isAllCapitals ? [findingOf(rule, spanOf(text, at, at))] : NONE,
  );
}

const MASKED = /\b([A-Za-z])\*{2,20}(?:\s{1,2}([A-Za-z])\*{2,20})?/g;
const PARTLY_MASKED = /\b([A-Za-z])\*{1,20}[a-z]{1,12}\s{1,2}([A-Za-z])\*{1,20}[a-z]{1,12}/g;
const TAG = /@([a-z][a-z0-9_.]{3,40})/gi;

/** "J**** D****", "J*n D*e": a name behind asterisks. */
function maskedNames(text: ParsedText, facts: CompiledFacts): Finding[] {
  if (!text.original.includes('*')) return [];
  const { letters, initials } = facts.patient;
  const whole = [...text.original.matchAll(MASKED)].filter(([, letter = '']) =>
    letters.has(letter.toLowerCase()),
  );
  const partly = [...text.original.matchAll(PARTLY_MASKED)].filter(([, given = '', surname = '']) =>
    initials.has((given + surname).toLowerCase()),
  );
  return [...whole, ...partly].map((match) =>
    findingOf(RULE_TEXTS.personName, [match.index, match.index + match[0].length]),
  );
}

/** An account name that is nearly the one of the post. */
function nearlyAccount(text: ParsedText, facts: CompiledFacts): Finding[] {
  if (!text.original.includes('@')) return [];
  const account = foldString(facts.context.post?.handle ?? '').replace(/[^a-z0-9]/g, '');
  if (account.length < 5) return [];
  return [...text.original.matchAll(TAG)]
    .filter(([, tag = '']) => isMisspelling(foldString(tag).replace(/[^a-z0-9]/g, ''), account))
    .map((match) => findingOf(RULE_TEXTS.handle, [match.index, match.index + match[0].length]));
}

const TOLD = new Set(['tell', 'told', 'for', 'with', 'dear', 'hi', 'hello', 'from', 'to']);

const givenInitialsOf = onceFor(
  ({ patient }: CompiledFacts) => new Set([...patient.given].map((name) => name.charAt(0))),
);

/** "Please tell J. the news": an initial where a name would stand. */
function initialParts(text: ParsedText, facts: CompiledFacts): Finding[] {
  const initials = givenInitialsOf(facts);
  if (initials.size === 0) return [];
  return text.words.flatMap((word, at) => {
    const isInitial = word.isCapital && word.text.length === 1 && initials.has(word.text);
    if (!isInitial) return NONE;
    const before = text.words[at - 1];
    const isTold = before?.sentence === word.sentence && TOLD.has(before.text);
    return isTold && text.folded[word.end] === '.'
      ? [findingOf(RULE_TEXTS.personName, spanOf(text, at, at))]
      : NONE;
  });
}

/** Parts and disguises of what identifies the patient. */
export function identifierPartFindings(
  text: ParsedText,
  facts: CompiledFacts,
  own: Uint8Array,
): Finding[] {
  return [
    ...phoneParts(text, facts),
    ...streetParts(text, facts, own),
    ...houseParts(text, facts),
    ...postcodeParts(text, facts),
    ...maskedNames(text, facts),
    ...nearlyAccount(text, facts),
    ...initialParts(text, facts),
    ...spokenBirthFindings(text, facts),
  ];
}
