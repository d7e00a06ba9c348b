import type { CaseContext, Finding } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import type { ParsedText, Word } from './words.js';
import { isAddress } from './form-of-address.js';
import { isDigit, withoutTrailing } from './letters.js';
import { foldString, originalSpan } from './normalise.js';
import { onceFor } from './once.js';
import { findingOf } from './rules.js';
import { spanOf, wordsOf } from './words.js';
import { RULE_TEXTS } from './data/rule-texts.js';
import { wordList } from './data/grammar-words.js';

const SPOKEN = new Set(wordList('dot at point underscore dash hyphen com'));
const STREET = new Map([
  ['rd', 'road'],
  ['st', 'street'],
  ['ave', 'avenue'],
  ['ln', 'lane'],
  ['dr', 'drive'],
  ['gdns', 'gardens'],
  ['ct', 'court'],
  ['apt', 'apartment'],
]);
const STREET_WORDS = new Set(
  wordList(
    'road street lane avenue close drive grove terrace court crescent gardens row rd avenue mews parade quay',
  ),
);

const streetWord = (word: string): string => STREET.get(word) ?? word;

/** Skips at most two spoken separators before a part. */
function afterSpoken(words: readonly Word[], at: number, part: string): number {
  for (let skipped = 0; skipped <= 2; skipped++) {
    const { text } = words[at + skipped] ?? { text: '' };
    if (text === part || !SPOKEN.has(text)) return at + skipped;
  }
  return at;
}

/** Position of the last word when `parts` stand at `at`, spoken separators ("dot", "at") skipped. */
function spokenAt(
  words: readonly Word[],
  at: number,
  parts: readonly string[],
): number | undefined {
  let position = at;
  for (const [index, part] of parts.entries()) {
    if (index > 0) position = afterSpoken(words, position, part);
    if (words[position]?.text !== part) return undefined;
    position++;
  }
  return position - 1;
}

/** The patient's e-mail addresses, word by word, and account names without the mark of a platform. */
const accountsOf = onceFor(({ context }: CompiledFacts) => {
  const { patient = {}, post = {} } = context;
  const handles = [...(patient.handles ?? []), post.handle ?? ''];
  return {
    emails: (patient.emails ?? []).map(wordsOf).filter((parts) => parts.length > 1),
    handles: new Set(handles.map((handle) => foldString(handle).replace(/^@|^u\//, ''))),
  };
});

/** The patient's e-mail addresses and account names, also when spelled out. */
function accountFindings(text: ParsedText, facts: CompiledFacts): Finding[] {
  const findings: Finding[] = [];
  const { emails, handles } = accountsOf(facts);
  for (const [at, word] of emails.length > 0 ? text.words.entries() : []) {
    for (const parts of emails) {
      const last = parts[0] === word.text ? spokenAt(text.words, at, parts) : undefined;
      if (last !== undefined) findings.push(findingOf(RULE_TEXTS.email, spanOf(text, at, last)));
    }
  }
  return [...findings, ...handleFindings(text, handles), ...linkFindings(text, facts)];
}

function handleFindings(text: ParsedText, handles: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  for (const handle of handles) {
    if (handle.length < 4 || handle.includes(' ')) continue;
    for (
      let at = text.folded.indexOf(handle);
      at >= 0;
      at = text.folded.indexOf(handle, at + handle.length)
    ) {
      const isPartOfWord =
        /[a-z0-9]/.test(text.folded[at - 1] ?? '') ||
        /[a-z0-9]/.test(text.folded[at + handle.length] ?? '');
      const isMarked = /[^a-z]/.test(handle) || text.folded[at - 1] === '@';
      if (isPartOfWord || !isMarked) continue;
      const isTag = text.folded[at - 1] === '@';
      if (!isTag && isAddress(text, wordAt(text, at + handle.length))) continue;
      const start = isTag ? at - 1 : at;
      findings.push(findingOf(RULE_TEXTS.handle, originalSpan(text, start, at + handle.length)));
    }
  }
  return findings;
}

/** Number of the last word that begins before an offset. */
function wordAt(text: ParsedText, offset: number): number {
  let low = 0;
  let high = text.words.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (text.words[middle]!.start < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A page of the organisation's own whose address carries a number of the case. */
function leadsToRecord(link: string, { identifiers }: CompiledFacts): boolean {
  return identifiers.some(({ squeezed }) => {
    const digits = squeezed.replace(/[^0-9]/g, '');
    return digits.length >= 5 && link.includes(digits);
  });
}

/** Links to the post, to people's pages on social platforms, and to pages about the patient. */
function linkFindings(text: ParsedText, facts: CompiledFacts): Finding[] {
  const findings: Finding[] = [];
  if (!/\/\/|www\./.test(text.folded)) return findings;
  const postUrl = foldString(facts.context.post?.url ?? '').replace(/^https?:\/\//, '');
  for (const match of text.folded.matchAll(/\b(?:https?:\/\/|www\.)[^\s"'<>)]{3,300}/g)) {
    const link = withoutTrailing(match[0], '.,;');
    const isPost = postUrl.length > 4 && link.includes(postUrl);
    const isProfile =
      /(?:\/\/|^)(?:www\.)?(?:facebook|twitter|x|instagram|insta|tiktok|linkedin|reddit|trustpilot|fb)\.[a-z]{2,10}\/./.test(
        link,
      );
    if (isPost || isProfile || leadsToRecord(link, facts))
      findings.push(
        findingOf(RULE_TEXTS.url, originalSpan(text, match.index, match.index + link.length)),
      );
  }
  return findings;
}

/** The lines that tell where the patient lives; the town is none when the organisation is there too. */
function addressLines({ patient = {}, organisation = {} }: CaseContext): string[] {
  const towns = (organisation.addresses ?? [])
    .flatMap((address) => address.split(',').slice(1))
    .map(foldString);
  return (patient.addresses ?? []).flatMap((address) => {
    const [first = '', second = '', ...more] = address.split(',');
    const last = foldString(second).trim();
    const isTown =
      more.length === 0 && !/\d/.test(last) && towns.some((town) => town.includes(last));
    return isTown ? [first] : [first, second];
  });
}

const linesOf = onceFor(({ context }: CompiledFacts) =>
  addressLines(context)
    .map((line) => wordsOf(line).map(streetWord))
    .filter((line) => line.length > 1),
);

/** The patient's addresses, and house numbers with a street that is not the organisation's. */
function addressFindings(text: ParsedText, facts: CompiledFacts, own: Uint8Array): Finding[] {
  const findings: Finding[] = [];
  const lines = linesOf(facts);
  text.words.forEach((word, at) => {
    for (const line of lines) {
      const fits = line.every(
        (part, index) => streetWord(text.words[at + index]?.text ?? '') === part,
      );
      if (fits && !(own[at] && !/\d/.test(line.join(''))))
        findings.push(findingOf(RULE_TEXTS.address, spanOf(text, at, at + line.length - 1)));
    }
    if (isDigit(word.text.charCodeAt(0)) && !own[at] && /^\d{1,4}[a-d]?$/.test(word.text))
      pushStreet(findings, text, at);
  });
  return findings;
}

function pushStreet(findings: Finding[], text: ParsedText, at: number): void {
  for (let step = 2; step <= 3; step++) {
    const word = text.words[at + step];
    if (
      !word?.isCapital ||
      !text.words[at + 1]?.isCapital ||
      word.sentence !== text.words[at]!.sentence
    )
      return;
    if (STREET_WORDS.has(word.text)) {
      findings.push(findingOf(RULE_TEXTS.address, spanOf(text, at, at + step)));
      return;
    }
  }
}

/** E-mail addresses, account names, links and postal addresses of people. */
export function contactFindings(
  text: ParsedText,
  facts: CompiledFacts,
  own: Uint8Array,
): Finding[] {
  return [...accountFindings(text, facts), ...addressFindings(text, facts, own)];
}
