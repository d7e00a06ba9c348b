import { createHash } from 'node:crypto';
import type { Audience, Channel, Finding, GuardReport } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import { GUARD_VERSION, MAX_TEXT_LENGTH, verdictOf } from './model.js';
import { addresseeOf, forAudience } from './audience.js';
import { crossFindings, type EarlierText, MOST_EARLIER } from './cross-document.js';
import { nameFindings, type PersonName } from './case-names.js';
import { contactFindings } from './contact-layer.js';
import { identifierPartFindings } from './identifier-parts.js';
import { identifierFindings } from './identifiers-layer.js';
import { beyondFindings, othersFindings } from './others-layer.js';
import { isAddress } from './form-of-address.js';
import { daysSaid, type DaysSaid } from './dates-layer.js';
import { knownSafeKind } from './known-safe.js';
import { outlineOf, type Statement } from './outline.js';
import { read, type ReadingRequest } from './reading.js';
import type { StatementModel } from './statement-model.js';
import { STATEMENT_MODEL } from './statement-weights.js';
import { approvedStretches } from './sentences.js';
import { statementFindings } from './statements-layer.js';
import { ownWords } from './own-details.js';
import { foldString } from './normalise.js';
import { isOwnMention } from './own-mentions.js';
import { findingOf, type RuleText } from './rules.js';
import { withAccountAsPerson, withoutPostAsPosted, withoutQuotations } from './post-as-posted.js';
import { parse, type ParsedText, spanOf } from './words.js';
import { PLACE_HEADS } from './data/grammar-words.js';
import { RULE_TEXTS } from './data/rule-texts.js';

/** One text to be inspected; `facts` from `compileFacts`. */
export interface InspectionRequest {
  readonly text: string;
  readonly channel: Channel;
  readonly audience: Audience;
  readonly facts: CompiledFacts;
  /** What of the same case and the same post is public already; held against a public text alone. */
  readonly earlier?: readonly EarlierText[];
  /**
   * Hashes (`sentenceHash`) of sentences that were approved word for word, such as those of the text's own template. What
   * they say and how they sound is not read again; names, identifiers and facts of the case are looked for in them too.
   */
  readonly approved?: ReadonlySet<string>;
}

/** SHA-256 of a text in UTF-8, lower-case hex: what approvals and certificates refer to. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function peopleFindings(text: ParsedText, { facts, audience }: InspectionRequest): Finding[] {
  const mentions = (person: PersonName, rule: RuleText): Finding[] =>
    nameFindings(
      text,
      person,
      rule,
      (first, last) =>
        isPartOfAddress(text, first) ||
        isPlace(text, last) ||
        (audience === 'public' && first === last && isSignedAddress(text, first, facts)) ||
        isOwnMention(text, facts.own, person, [first, last]),
    );
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
  return withoutAddressee([...patient, ...others], read, text);
}

/** "Thank you, Roger" to one who signed as Roger says nothing new. */
function isSignedAddress(text: ParsedText, at: number, facts: CompiledFacts): boolean {
  return facts.signed.has(text.words[at]!.text) && isAddress(text, at);
}

/** "Tarrant Road": the name of a street and not of a person. */
function isPlace(text: ParsedText, last: number): boolean {
  const next = text.words[last + 1];
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

/** In a letter, the name in the salutation is the reader's own. */
function withoutAddressee(
  findings: readonly Finding[],
  complainant: readonly Finding[],
  text: ParsedText,
): Finding[] {
  const isSalutation = (start: number): boolean =>
    start < 120 && /^\s*(?:dear|hello|hi)\b[^,.\n]{0,40}$/i.test(text.original.slice(0, start));
  const reader = complainant.find(({ start }) => isSalutation(start));
  const readers = new Set(reader ? complainant.map(({ start }) => start) : []);
  return findings.filter(({ start }) => !isSalutation(start) && !readers.has(start));
}

const NOTHING_APPROVED: ReadonlySet<string> = new Set();

/** A report to a platform speaks of the post in every line; a statement must be so much surer to count. */
const SURER = 1.5;

/** What the statements of a text say of a person. */
function saidFindings(
  text: ParsedText,
  request: Omit<ReadingRequest, 'days'> &
    Pick<InspectionRequest, 'approved'> & { readonly days: DaysSaid },
  model: StatementModel,
): Finding[] {
  const reading = read(text, { ...request, days: request.days.days });
  const spanOfStatement = ({ from, to }: Statement) => spanOf(text, from, to - 1);
  const isApprovedText = approvedStretches(text.original, request.approved ?? NOTHING_APPROVED);
  const isApproved = (statement: Statement): boolean =>
    isApprovedText(...spanOfStatement(statement));
  const isSafe = (statement: Statement): boolean =>
    isApproved(statement) ||
    knownSafeKind(text.original.slice(...spanOfStatement(statement)), request.facts) !== undefined;
  if (request.audience !== 'platform') return statementFindings(outlineOf(reading), model, isSafe);
  const { blocks, warns } = model;
  const surer = { ...model, blocks: blocks + SURER, warns: warns + SURER };
  return withoutQuotations(statementFindings(outlineOf(reading), surer, isApproved), text.original);
}

function allFindings(request: InspectionRequest, model: StatementModel): Finding[] {
  const { facts, audience } = request;
  const text = parse(request.text);
  const told = audience === 'platform' ? withAccountAsPerson(text, facts.context.post) : text;
  const own = ownWords(text, facts.own);
  const asked = audience === 'regulator' || audience === 'adviser';
  const days = daysSaid(text, facts);
  const said = { ...request, own, days };
  return [
    ...peopleFindings(text, request),
    ...identifierFindings(text, facts),
    ...identifierPartFindings(text, facts, own),
    ...contactFindings(text, facts, own),
    ...days.births,
    ...saidFindings(text, said, model),
    ...(told === text
      ? []
      : saidFindings(
          told,
          { ...said, own: ownWords(told, facts.own), days: daysSaid(told, facts) },
          model,
        )),
    ...(asked ? beyondFindings(text, own) : []),
    ...(audience === 'complainant' ? othersFindings(text, facts, own) : []),
  ];
}

/** Overlapping findings of one category become the widest of them; ordered by place. */
function tidied(findings: readonly Finding[]): Finding[] {
  const ordered = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const latest = new Map<string, number>();
  const kept: Finding[] = [];
  for (const finding of ordered) {
    const key = finding.severity === 1 ? finding.category : `${finding.category}!`;
    const before = latest.get(key);
    const overlaps = before !== undefined && finding.start < kept[before]!.end;
    if (!overlaps) {
      latest.set(key, kept.length);
      kept.push(finding);
    } else if (finding.end > kept[before]!.end) {
      kept[before] = { ...kept[before]!, end: finding.end };
    }
  }
  return kept;
}

/**
 * Inspects one text for what it would disclose to its audience.
 *
 * Offsets are UTF-16 code units of `text`, end exclusive; findings are ordered by place.
 */
export function inspect(
  request: InspectionRequest,
  model: StatementModel = STATEMENT_MODEL,
): GuardReport {
  const { text, audience, facts, earlier = [] } = request;
  const joined = audience === 'public' ? crossFindings(parse(text), earlier, facts) : [];
  const found = [...allFindings(request, model), ...joined];
  const told =
    audience === 'platform' ? withoutPostAsPosted(found, text, facts.context.post) : found;
  return reportOf(text, tidied(forAudience(told, audience, facts)));
}

function reportOf(text: string, findings: readonly Finding[]): GuardReport {
  return {
    verdict: verdictOf(findings),
    findings,
    textHash: hashOf(text),
    guardVersion: GUARD_VERSION,
  };
}

/**
 * Inspects and fails closed: a text longer than `MAX_TEXT_LENGTH`, earlier texts longer than `MOST_EARLIER`
 * together, or an error inside the guard, gives the verdict `block` with one finding `guard-could-not-check` over the whole text.
 */
export function inspectSafely(request: InspectionRequest): GuardReport {
  const earlier = (request.earlier ?? []).reduce((sum, { text }) => sum + text.length, 0);
  if (request.text.length > MAX_TEXT_LENGTH || earlier > MOST_EARLIER)
    return couldNotCheck(request.text);
  try {
    return inspect(request);
  } catch {
    return couldNotCheck(request.text);
  }
}

function couldNotCheck(text: string): GuardReport {
  return reportOf(text, [findingOf(RULE_TEXTS.couldNotCheck, [0, text.length])]);
}
