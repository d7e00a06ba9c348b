import type { Finding } from './model.js';
import type { CompiledFacts, KnownIdentifier } from './case-facts.js';
import type { ParsedText } from './words.js';
import type { RuleText } from './rules.js';
import { squeeze } from './case-facts.js';
import {
  beginsWithDate,
  isIndividualHealthIdentifier,
  isModulus11,
  isPpsNumber,
} from './checksums.js';
import { digitRuns, type DigitRun } from './digit-runs.js';
import { isLetterOrDigit, withoutTrailing } from './letters.js';
import { type AddressForm, mailAddressFrom } from './mail-addresses.js';
import { nationalDigits } from './own-details.js';
import { originalSpan } from './normalise.js';
import { findingOf } from './rules.js';
import { RULE_TEXTS } from './data/rule-texts.js';

const RULE_OF_CATEGORY = new Map(
  Object.values(RULE_TEXTS).map((rule): [string, RuleText] => [rule.category, rule]),
);

const place = (rule: RuleText, text: ParsedText, start: number, end: number): Finding =>
  findingOf(rule, originalSpan(text, start, end));

/** Numbers recognised by their checksum, and telephone numbers that are not the organisation's. */
function numberFindings(text: ParsedText, facts: CompiledFacts): Finding[] {
  const findings: Finding[] = [];
  for (const run of digitRuns(text)) {
    const rule = ruleOfNumber(text, run, facts);
    if (rule) findings.push(place(rule, text, run.start, run.end));
  }
  return findings;
}

const NUMBER_CUE = /\b(?:nhs|chi|h&c|hcn|health|patient|hospital|record|number|no\.|ref)\b/;
const PERSONAL_CUE = /\b(?:your|his|her|mobile|on|number|tel|phone|him|home)\b/;

function ruleOfNumber(text: ParsedText, run: DigitRun, facts: CompiledFacts): RuleText | undefined {
  const { digits } = run;
  if (facts.own.phones.has(nationalDigits(digits))) return undefined;
  const before = text.folded.slice(Math.max(0, run.start - 40), run.start);
  if (isIndividualHealthIdentifier(digits)) return RULE_TEXTS.ihi;
  if (
    isModulus11(digits) &&
    (NUMBER_CUE.test(before) ||
      /^\d{3}[ -]\d{3}[ -]\d{4}$/.test(text.folded.slice(run.start, run.end)))
  ) {
    return healthNumberRule(digits, before);
  }
  const national = nationalDigits(digits);
  if (/^7\d{9}$/.test(national) && digits.length > 10) return RULE_TEXTS.phone;
  if (/^8[3-9]\d{7}$/.test(national) && /^(?:0|353)/.test(digits)) return RULE_TEXTS.phone;
  const isLandline = /^0[12]\d{8,9}$/.test(digits) || /^(?:44|353)[12]\d{7,9}$/.test(digits);
  return isLandline &&
    PERSONAL_CUE.test(before.slice(-25)) &&
    /\b(?:you|your|his|her|him)\b/.test(before)
    ? RULE_TEXTS.phone
    : undefined;
}

function healthNumberRule(digits: string, before: string): RuleText {
  if (/\bchi\b/.test(before)) return RULE_TEXTS.chi;
  if (/h&c|hcn|health and care/.test(before) || /^3[2-9]/.test(digits)) return RULE_TEXTS.hc;
  return beginsWithDate(digits) && !/\bnhs\b/.test(before) ? RULE_TEXTS.chi : RULE_TEXTS.nhs;
}

const PATTERNS: readonly (readonly [
  RegExp,
  (match: string, text: ParsedText, facts: CompiledFacts) => RuleText | undefined,
])[] = [
  [/\b\d{7}[a-w][a-iw]?\b/g, (match) => (isPpsNumber(match) ? RULE_TEXTS.pps : undefined)],
  [
    // Not within a reference of a case: "PAR-26-F54RX-F".
    /(?<!-\d\d-)\b[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2}\b/g,
    (match, _text, { own }) => (isOwnAddress(match, own) ? undefined : RULE_TEXTS.postcode),
  ],
  [
    /\b(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\b/g,
    () => RULE_TEXTS.ip,
  ],
  [
    /\b(?:mrn|hospital number|hospital no|unit number|unit no|chart number|chart no|patient id|patient number|patient ref|record number)\.?:? ?#?[a-z]{0,3}[-/]?\d{3,10}\b/g,
    () => RULE_TEXTS.mrn,
  ],
];

const isOwnEmail = (email: string, own: CompiledFacts['own']): boolean => {
  const clean = withoutTrailing(email, '.-');
  return (
    own.emails.has(clean) ||
    own.domains.some((domain) => clean.endsWith(`@${domain}`)) ||
    /@(?:[a-z0-9-]+\.){0,3}(?:nhs\.uk|gov\.uk|gov\.ie|hse\.ie|gov\.scot|ombudsman\.org\.uk)$/.test(
      clean,
    )
  );
};

const isOwnAddress = (part: string, own: CompiledFacts['own']): boolean =>
  own.squeezedAddresses.includes(squeeze(part));

/** What stands in an e-mail address, folded. */
const EMAIL: AddressForm = {
  isBox: (unit) => isLetterOrDigit(unit) || '._%+-'.includes(String.fromCharCode(unit)),
  isHost: (unit) => isLetterOrDigit(unit) || unit === 45 || unit === 46,
  opens: isLetterOrDigit,
  host: [2, 121],
};

function emailFindings(text: ParsedText, { own }: CompiledFacts): Finding[] {
  const findings: Finding[] = [];
  const { folded } = text;
  let found = mailAddressFrom(folded, 0, EMAIL);
  for (; found; found = mailAddressFrom(folded, found.end, EMAIL)) {
    const email = folded.slice(found.start, found.end);
    const end = found.start + withoutTrailing(email, '.-').length;
    if (!isOwnEmail(email, own)) findings.push(place(RULE_TEXTS.email, text, found.start, end));
  }
  return findings;
}

function patternFindings(text: ParsedText, facts: CompiledFacts): Finding[] {
  const findings = emailFindings(text, facts);
  if (!/\d/.test(text.folded)) return findings;
  for (const [pattern, ruleOf] of PATTERNS) {
    for (const match of text.folded.matchAll(pattern)) {
      const rule = ruleOf(match[0], text, facts);
      if (rule) findings.push(place(rule, text, match.index, match.index + match[0].length));
    }
  }
  return [...findings, ...eircodes(text, facts)];
}

/** Eircodes are written in capitals; lower-case look-alikes are ordinary words. */
function eircodes(text: ParsedText, facts: CompiledFacts): Finding[] {
  const findings: Finding[] = [];
  for (const match of text.original.matchAll(/\b[AC-FHKNPRTV-Y]\d[\dW] ?[\dAC-FHKNPRTV-Z]{4}\b/g)) {
    const isCase = /\d|[A-Z]{2}/.test(match[0].slice(3));
    if (!isCase || isOwnAddress(match[0], facts.own)) continue;
    findings.push(findingOf(RULE_TEXTS.eircode, [match.index, match.index + match[0].length]));
  }
  return findings;
}

/** The patient's own numbers, however they are spaced or punctuated. */
function knownFindings(text: ParsedText, facts: CompiledFacts): Finding[] {
  if (facts.identifiers.length === 0) return [];
  const squeezed = text.folded.replace(/[^a-z0-9]+/g, '');
  const spans = facts.identifiers.flatMap((known) => spansOf(squeezed, known));
  if (spans.length === 0) return [];
  const places = placesOfSqueezed(text.folded);
  return spans.map(({ category, from, to }) =>
    place(RULE_OF_CATEGORY.get(category)!, text, places[from]!, places[to]! + 1),
  );
}

interface SqueezedSpan {
  readonly category: KnownIdentifier['category'];
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
}

function spansOf(squeezed: string, { squeezed: value, category }: KnownIdentifier): SqueezedSpan[] {
  const wanted = category === 'phone' ? value.replace(/^(?:00)?(?:44|353)0?|^0/, '') : value;
  const spans: SqueezedSpan[] = [];
  if (wanted === '') return spans;
  for (
    let at = squeezed.indexOf(wanted);
    at >= 0;
    at = squeezed.indexOf(wanted, at + wanted.length)
  ) {
    const from = category === 'phone' && squeezed[at - 1] === '0' ? at - 1 : at;
    spans.push({ category, from, to: at + wanted.length - 1 });
  }
  return spans;
}

/** Where each of the letters and digits stands that are left when all else is taken out. */
function placesOfSqueezed(folded: string): Int32Array {
  const places = new Int32Array(folded.length);
  let length = 0;
  for (let at = 0; at < folded.length; at++)
    if (isLetterOrDigit(folded.charCodeAt(at))) places[length++] = at;
  return places;
}

/** Identifiers of every kind except names, dates of birth and addresses. */
export function identifierFindings(text: ParsedText, facts: CompiledFacts): Finding[] {
  return [
    ...knownFindings(text, facts),
    ...numberFindings(text, facts),
    ...patternFindings(text, facts),
  ];
}
