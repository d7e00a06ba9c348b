import type { Category, Finding, GuardReport } from '#confidentiality';
import { Conflict, DomainError, type Id, Invalid, NotFound, type PersonId } from '#kernel';
import { OtherWordsRead, SameAuthor, StaleFindings, UnsafeText } from '../draft-refusals.js';
import { type Draft, IllegalTransition } from '../draft.js';
import type { FindingPlace } from '../suggestion.js';

/**
 * Findings that may be let pass, whatever rule they are of: by two approvers, or where a life is in danger. All others
 * that block stop the text: direct identifiers, what could not be checked, and every kind that is added later. The
 * database function `holds_unwaivable` says the same, and a test holds the two together.
 *
 * @source Parapet's design: a direct identifier can never be waved through, any other finding only with a reason.
 */
export const WAIVABLE: readonly Category[] = [
  'clinical_disclosure',
  'relationship_confirmation',
  'encounter_detail',
  'quasi_identifier',
  'echo_of_post',
  'over_disclosure',
];

/**
 * The one rule about other people whose findings may be let pass: something is said of somebody in the patient’s life.
 * Whoever *names* a relative or another patient gives a direct identifier of that person.
 */
const TOLD_OF_OTHERS = 'third-party.told';

/** A finding that blocks and that an approver lets pass in exactly one text, once another one agrees. */
export interface FindingWaiver {
  readonly id: Id;
  /** SHA-256 of the text. */
  readonly textHash: string;
  readonly rule: string;
  /** UTF-16 code units in that text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  readonly waivedBy: PersonId;
  readonly waivedAt: Date;
  /** The second approver; null until there is one. */
  readonly secondedBy: PersonId | null;
  readonly secondedAt: Date | null;
}

/** Whether a finding stops a text on its way. */
export function isBlocking({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity >= 2;
}

/** Whether two approvers may let a finding pass. */
export function isWaivable(finding: Pick<Finding, 'severity' | 'category' | 'rule'>): boolean {
  const { category, rule } = finding;
  const mayPass =
    category === 'third_party' ? rule === TOLD_OF_OTHERS : WAIVABLE.includes(category);
  return isBlocking(finding) && mayPass;
}

/** The waiver of a finding in this text, agreed to or not; undefined where nobody has let it pass. */
export function waiverOf(
  { textHash, waivers }: Pick<Draft, 'textHash' | 'waivers'>,
  { rule, start, end }: FindingPlace,
): FindingWaiver | undefined {
  return waivers.find(
    (one) =>
      one.textHash === textHash && one.rule === rule && one.start === start && one.end === end,
  );
}

/** What waits for the second approver in this text, the earliest first. */
export function waitingFor({
  textHash,
  waivers,
}: Pick<Draft, 'textHash' | 'waivers'>): FindingWaiver[] {
  return waivers.filter((one) => one.textHash === textHash && one.secondedBy === null);
}

/** The findings that still stop a text: no two approvers have let them pass. */
export function stillBlocking(
  draft: Pick<Draft, 'textHash' | 'waivers'>,
  findings: readonly Finding[],
): Finding[] {
  return findings.filter(
    (finding) =>
      isBlocking(finding) &&
      !(isWaivable(finding) && (waiverOf(draft, finding)?.secondedBy ?? null) !== null),
  );
}

/** @throws UnsafeText `draft-has-blocking-findings`, also where the check blocks and names nothing. */
export function assertNothingBlocks(
  draft: Pick<Draft, 'textHash' | 'waivers'>,
  { verdict, findings }: Pick<GuardReport, 'verdict' | 'findings'>,
): void {
  if (verdict !== 'block') return;
  const left = stillBlocking(draft, findings);
  if (left.length > 0 || !findings.some(isBlocking)) {
    throw new UnsafeText(left.length > 0 ? left : findings);
  }
}

/** Who lets a finding pass, or agrees to that, having read which words. */
export interface WaiverRuling {
  readonly by: PersonId;
  /** SHA-256 of the words that were read. */
  readonly readHash: string;
}

/**
 * The finding that an approver lets pass.
 *
 * @param report what the guard says of the text now.
 * @throws SameAuthor `approver-is-author`; IllegalTransition `draft-not-being-written`; OtherWordsRead
 *   `words-changed-since-read`; StaleFindings `findings-have-changed`; NotFound `finding-not-found`; NeverWaived
 *   `finding-never-waived`; Conflict `finding-waived-already`; Invalid `waiver-needs-a-reason`
 */
export function findingToWaive(
  draft: Draft,
  report: GuardReport,
  { place, reason, ...ruling }: WaiverRuling & { place: FindingPlace; reason: string },
): Finding {
  assertMayRule(draft, ruling);
  const same = ({ rule, start, end }: Finding) =>
    rule === place.rule && start === place.start && end === place.end;
  const finding = report.findings.find((one) => same(one) && isBlocking(one));
  if (!finding) throw new NotFound('finding-not-found', 'The check does not find that any more.');
  if (!draft.findings.some(same)) throw new StaleFindings('findings-have-changed');
  if (!isWaivable(finding)) throw new NeverWaived();
  if (waiverOf(draft, finding)) {
    throw new Conflict('finding-waived-already', 'An approver has let this finding pass already.');
  }
  if (reason === '') {
    const message = 'Say why these words may stand';
    throw new Invalid('waiver-needs-a-reason', message, [{ field: 'reason', message }]);
  }
  return finding;
}

/**
 * Holds the second approver to the rules.
 *
 * @throws as {@link findingToWaive}; NotFound `waiver-not-found`; SameWaiver `waiver-is-own`; Conflict
 *   `waiver-seconded-already`
 */
export function waiverToSecond(draft: Draft, waiverId: Id, ruling: WaiverRuling): FindingWaiver {
  const waiver = draft.waivers.find(({ id }) => id === waiverId);
  if (!waiver) throw new NotFound('waiver-not-found', 'We could not find what was let pass.');
  assertMayRule(draft, ruling);
  if (waiver.waivedBy === ruling.by) throw new SameWaiver();
  if (waiver.secondedBy !== null) {
    const message = 'A second approver has agreed already.';
    throw new Conflict('waiver-seconded-already', message);
  }
  return waiver;
}

function assertMayRule(draft: Draft, { by, readHash }: WaiverRuling): void {
  if (draft.contributorIds.includes(by)) throw new SameAuthor();
  if (draft.state !== 'draft' && draft.state !== 'returned') {
    const message = 'Findings are let pass while a draft is being written, not later.';
    throw new IllegalTransition('draft-not-being-written', message);
  }
  if (readHash !== draft.textHash) throw new OtherWordsRead();
}

/** A direct identifier, or what could not be checked: no two people let it pass. */
export class NeverWaived extends DomainError {
  override readonly name = 'NeverWaived';
  constructor() {
    const message = 'This finding is never let pass, whoever agrees. The words have to change.';
    super('invalid', 'finding-never-waived', message);
  }
}

/** Whoever let a finding pass is not the second person for it. */
export class SameWaiver extends DomainError {
  override readonly name = 'SameWaiver';
  constructor() {
    const message = 'You let this finding pass, so another approver has to agree.';
    super('forbidden', 'waiver-is-own', message);
  }
}
