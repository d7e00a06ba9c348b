import type { Audience, Finding } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import { addresseeOf, type Addressee } from './audience.js';
import { nameFindings, type PersonName } from './case-names.js';
import { isAddress } from './form-of-address.js';
import { maskedNameFindings } from './masked-names.js';
import { foldString } from './normalise.js';
import { isOwnMention } from './own-mentions.js';
import type { RuleText } from './rules.js';
import type { ParsedText } from './words.js';
import { PLACE_HEADS } from './data/grammar-words.js';
import { RULE_TEXTS } from './data/rule-texts.js';

/** Whose name is said, and by whom it may be read. */
export function peopleFindings(
  text: ParsedText,
  { facts, audience }: { readonly facts: CompiledFacts; readonly audience: Audience },
): Finding[] {
  const mentions = (person: PersonName, rule: RuleText): Finding[] => [
    ...nameFindings(
      text,
      person,
      rule,
      (first, last) =>
        isPartOfAddress(text, first) ||
        isPlace(text, last) ||
        (audience === 'public' && first === last && isSignedAddress(text, first, facts)) ||
        isOwnMention(text, facts.own, person, [first, last]),
    ),
    ...maskedNameFindings(text, person, rule),
  ];
  const patient = mentions(facts.patient, RULE_TEXTS.personName);
  const others = mentions(facts.thirdParties, RULE_TEXTS.thirdParty);
  const signed = foldString(facts.context.post?.handle ?? '');
  const isSigned = ({ start, end }: Finding): boolean =>
    foldString(text.original.slice(start, end)) === signed;
  const isAsked = audience === 'regulator' || audience === 'adviser';
  const complainant =
    facts.complainant && !isAsked ? mentions(facts.complainant, RULE_TEXTS.thirdParty) : [];
  if (audience !== 'complainant' || addresseeOf(facts) === 'patient') {
    const startByEnd = new Map(patient.map(({ start, end }) => [end, start]));
    const relatives = others.filter(({ start, end }) => (startByEnd.get(end) ?? end) > start);
    const isShown = (finding: Finding): boolean =>
      facts.complainant === undefined || !isSigned(finding);
    return [...patient, ...[...relatives, ...complainant].filter(isShown)];
  }
  const isTheirs = ({ start, end }: Finding): boolean =>
    facts.patient.titled.has(foldString(text.original.slice(start, end)));
  const titled = new Set(patient.filter(isTheirs).map(({ start }) => start));
  const read = complainant.filter(({ start }) => !titled.has(start));
  return withoutAddressee({ patient, others, complainant: read }, text, addresseeOf(facts));
}

/** "Thank you, Roger" to one who signed as Roger says nothing new. */
function isSignedAddress(text: ParsedText, at: number, facts: CompiledFacts): boolean {
  return facts.signed.has(text.words[at]!.text) && isAddress(text, at);
}

/** "Tarrant Road", "Graham's Hall": the name of a street or a house and not of a person. */
function isPlace(text: ParsedText, last: number): boolean {
  const isOwner = text.words[last + 1]?.text === "'s";
  const next = text.words[last + (isOwner ? 2 : 1)];
  return (
    next !== undefined &&
    next.isCapital &&
    next.clause === text.words[last]!.clause &&
    PLACE_HEADS.has(next.text)
  );
}

/** Part of a link, an e-mail address or an account name; the layers for those decide. */
function isPartOfAddress(text: ParsedText, first: number): boolean {
  const { start, end } = text.words[first]!;
  const before = text.folded.charAt(start - 1);
  const after = text.folded.charAt(end);
  if (/[@/_]/.test(before) || after === '_' || after === '@') return true;
  if (after === '.' && isBoxOfAddress(text.folded, end)) return true;
  return (
    /[.-]/.test(before) &&
    /[a-z0-9]/.test(text.folded.charAt(start - 2)) &&
    text.folded
      .slice(Math.max(0, start - 60), start)
      .split(' ')
      .at(-1)!
      .includes('/')
  );
}

/** The first part of an e-mail address: "grainne.walsh@…". */
function isBoxOfAddress(folded: string, at: number): boolean {
  return /^(?:[.+-][a-z0-9]{1,24}){1,4}@/.test(folded.slice(at, at + 101));
}

const SALUTATION = /^\s*(?:dear|hello|hi|annwyl|a chara)\b[^,.\n]{0,40}$/i;
const SALUTATION_ENDS = 120;

interface NamesInLetter {
  readonly patient: readonly Finding[];
  readonly others: readonly Finding[];
  readonly complainant: readonly Finding[];
}

/** In a letter, the name in the salutation is the reader's own; to a stranger, a name that is the patient's alone is not. */
function withoutAddressee(
  { patient, others, complainant }: NamesInLetter,
  text: ParsedText,
  addressee: Addressee,
): Finding[] {
  const isSalutation = (start: number): boolean =>
    start < SALUTATION_ENDS && SALUTATION.test(text.original.slice(0, start));
  const isShared = (finding: Finding): boolean =>
    complainant.some(({ start, end }) => start < finding.end && finding.start < end);
  const reader = complainant.find(({ start }) => isSalutation(start));
  const readers = new Set(reader ? complainant.map(({ start }) => start) : []);
  const isNot = (finding: Finding): boolean =>
    !readers.has(finding.start) && !isSalutation(finding.start);
  const isPatients = (finding: Finding): boolean =>
    isNot(finding) ||
    (addressee === 'stranger' && isSalutation(finding.start) && !isShared(finding));
  return [...patient.filter(isPatients), ...others.filter(isNot)];
}
