import { createHash } from 'node:crypto';
import type { Audience, Channel, Finding, GuardReport } from './model.js';
import type { CompiledFacts } from './case-facts.js';
import { GUARD_VERSION, MAX_TEXT_LENGTH, verdictOf } from './model.js';
import { forAudience } from './audience.js';
import { crossFindings, type EarlierText, MOST_EARLIER } from './cross-document.js';
import { contactFindings } from './contact-layer.js';
import { identifierPartFindings } from './identifier-parts.js';
import { identifierFindings } from './identifiers-layer.js';
import { beyondFindings, othersFindings } from './others-layer.js';
import { daysSaid, type DaysSaid } from './dates-layer.js';
import { isPlainlyUnknown, knownSafeKind } from './known-safe.js';
import { plainWordFindings } from './plain-words-layer.js';
import { outlineOf, type Statement } from './outline.js';
import { read, type ReadingRequest } from './reading.js';
import type { StatementModel } from './statement-model.js';
import { STATEMENT_MODEL } from './statement-weights.js';
import { approvedStretches } from './sentences.js';
import { statementFindings } from './statements-layer.js';
import { ownWords } from './own-details.js';
import { peopleFindings } from './people-layer.js';
import { mayBeProse } from './prose.js';
import { findingOf } from './rules.js';
import { withAccountAsPerson, withoutPostAsPosted, withoutQuotations } from './post-as-posted.js';
import { parse, type ParsedText, spanOf } from './words.js';
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
  const isKnownSafe = (statement: Statement): boolean =>
    !isPlainlyUnknown(text, [statement.from, statement.to], request.own, request.facts) &&
    knownSafeKind(text.original.slice(...spanOfStatement(statement)), request.facts) !== undefined;
  const isSafe = (statement: Statement): boolean => isApproved(statement) || isKnownSafe(statement);
  if (request.audience !== 'platform') return statementFindings(outlineOf(reading), model, isSafe);
  const { blocks, warns } = model;
  const surer = { ...model, blocks: blocks + SURER, warns: warns + SURER };
  return withoutQuotations(statementFindings(outlineOf(reading), surer, isApproved), text.original);
}

/** Plain words that stand in no sentence which was approved word for word. */
function plainlySaid(
  text: ParsedText,
  { approved = NOTHING_APPROVED }: InspectionRequest,
): Finding[] {
  const isApproved = approvedStretches(text.original, approved);
  return plainWordFindings(text).filter(({ start, end }) => !isApproved(start, end));
}

function allFindings(
  text: ParsedText,
  request: InspectionRequest,
  model: StatementModel,
): Finding[] {
  const { facts, audience } = request;
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
    ...(audience === 'public' ? plainlySaid(text, request) : []),
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

/** Two findings in one: where one of them gives the name of somebody, both together do. */
function joined(before: Finding, finding: Finding): Finding {
  const says = finding.rule === RULE_TEXTS.thirdParty.rule ? finding : before;
  return { ...says, start: before.start, end: Math.max(before.end, finding.end) };
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
    } else {
      kept[before] = joined(kept[before]!, finding);
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
  const parsed = parse(text);
  const together = audience === 'public' ? crossFindings(parsed, earlier, facts) : [];
  const found = [...allFindings(parsed, request, model), ...together];
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
 * together, a long text of few different words (`mayBeProse`), or an error inside the guard, gives the verdict `block` with one finding `guard-could-not-check` over the whole text.
 */
export function inspectSafely(request: InspectionRequest): GuardReport {
  const earlier = (request.earlier ?? []).reduce((sum, { text }) => sum + text.length, 0);
  if (request.text.length > MAX_TEXT_LENGTH || earlier > MOST_EARLIER)
    return couldNotCheck(request.text);
  if (!mayBeProse(request.text)) return couldNotCheck(request.text);
  try {
    return inspect(request);
  } catch {
    return couldNotCheck(request.text);
  }
}

function couldNotCheck(text: string): GuardReport {
  return reportOf(text, [findingOf(RULE_TEXTS.couldNotCheck, [0, text.length])]);
}
