import type { Finding, GuardReport } from '#confidentiality';
import { type DomainError, Invalid, type PersonId } from '#kernel';
import { OtherWordsRead, SameAuthor, StaleFindings, UnsafeText } from './draft-refusals.js';
import { assertTransition, type Draft, type DraftRisk } from './draft.js';

/** A text and the check of exactly this text. */
export interface CheckedText {
  readonly text: string;
  readonly report: GuardReport;
}

/** The columns that a check fills. @throws StaleFindings */
export function checkedFields(
  checked: CheckedText,
  textHash: string,
): Pick<Draft, 'text' | 'textHash' | 'checkedHash' | 'verdict' | 'findings' | 'guardVersion'> {
  const { report } = checked;
  if (report.textHash !== textHash) throw new StaleFindings('findings-are-for-other-text');
  return {
    text: checked.text,
    textHash,
    checkedHash: report.textHash,
    verdict: report.verdict,
    findings: report.findings,
    guardVersion: report.guardVersion,
  };
}

/** Nothing of an approval, nor of the way to it, is left. */
const NO_APPROVAL = {
  state: 'draft',
  warningsReason: null,
  submittedAt: null,
  approvedBy: null,
  approvedHash: null,
  approvedAt: null,
} as const;

/** Other words for a draft: who wrote them, their check, and the risk that they bring. */
export interface Edit extends CheckedText {
  readonly textHash: string;
  readonly editorId: PersonId;
  readonly isTyped: boolean;
  readonly risk: DraftRisk;
  readonly now: Date;
}

/**
 * Changes the words. Every approval of the words before is void, and the editor is one of those who
 * cannot approve. The same words again change nothing.
 *
 * @throws IllegalTransition `draft-is-released`, StaleFindings `findings-are-for-other-text`
 */
export function editDraft(draft: Draft, edit: Edit): Draft {
  assertTransition(
    draft.state,
    'draft',
    'draft-is-released',
    'This text is out and stays as it was.',
  );
  if (edit.textHash === draft.textHash) return draft;
  const { contributorIds } = draft;
  return {
    ...draft,
    ...checkedFields(edit, edit.textHash),
    ...NO_APPROVAL,
    isTyped: edit.isTyped,
    risk: edit.risk,
    contributorIds: contributorIds.includes(edit.editorId)
      ? contributorIds
      : [...contributorIds, edit.editorId],
    updatedAt: edit.now,
  };
}

/**
 * Takes in a new check of the same words, since the facts of a case grow. Where it finds other things
 * than before, the draft has to be sent for approval again.
 *
 * @throws IllegalTransition `draft-is-released`, StaleFindings `findings-are-for-other-text`
 */
export function recheckDraft(draft: Draft, report: GuardReport, now: Date): Draft {
  if (hasSameFindings(draft.findings, report.findings)) {
    if (draft.guardVersion === report.guardVersion || draft.state === 'released') return draft;
    return { ...draft, ...checkedFields({ text: draft.text, report }, draft.textHash) };
  }
  assertTransition(
    draft.state,
    'draft',
    'draft-is-released',
    'This text is out and stays as it was.',
  );
  const checked = checkedFields({ text: draft.text, report }, draft.textHash);
  return { ...draft, ...checked, ...NO_APPROVAL, updatedAt: now };
}

/** Why a draft cannot be sent for approval; undefined when it can. */
export function hindranceOf(draft: Draft): DomainError | undefined {
  if (draft.verdict === 'block') return new UnsafeText(draft.findings);
  return undefined;
}

/**
 * Sends a draft for approval.
 *
 * @param warningsReason why warnings may stand; needed where the check warns.
 * @throws IllegalTransition `draft-already-submitted`, UnsafeText `draft-has-blocking-findings`,
 *   Invalid `warnings-need-a-reason`
 */
export function submitDraft(
  draft: Draft,
  report: GuardReport,
  { warningsReason, now }: { warningsReason: string; now: Date },
): Draft {
  assertTransition(
    draft.state,
    'submitted',
    'draft-already-submitted',
    'This draft has been sent for approval already.',
  );
  const checked = { ...draft, ...checkedFields({ text: draft.text, report }, draft.textHash) };
  const hindrance = hindranceOf(checked);
  if (hindrance) throw hindrance;
  if (checked.verdict === 'warn' && warningsReason === '') {
    const message = 'Say why the warnings may stand, or change the text';
    throw new Invalid('warnings-need-a-reason', message, [{ field: 'warningsReason', message }]);
  }
  return {
    ...checked,
    state: 'submitted',
    warningsReason: checked.verdict === 'warn' ? warningsReason : null,
    returnReason: null,
    submittedAt: now,
    updatedAt: now,
  };
}

/** Why a person may not decide on a draft, whatever their rights; undefined when they may. */
export function refusalOf(
  draft: Pick<Draft, 'contributorIds'>,
  personId: PersonId,
): DomainError | undefined {
  return draft.contributorIds.includes(personId) ? new SameAuthor() : undefined;
}

/** Who decides on a submitted draft, on which words, and when. */
export interface Ruling {
  readonly approverId: PersonId;
  /** SHA-256 of the words that the approver has read. */
  readonly readHash: string;
  readonly now: Date;
}

/**
 * Approves exactly the text that the approver has read.
 *
 * @param report what the guard says of it now.
 * @throws IllegalTransition `draft-not-submitted`, SameAuthor `approver-is-author`,
 *   OtherWordsRead `words-changed-since-read`, StaleFindings `findings-are-for-other-text` or
 *   `findings-have-changed`, UnsafeText `draft-has-blocking-findings`
 */
export function approveDraft(draft: Draft, report: GuardReport, ruling: Ruling): Draft {
  assertRuling(draft, 'approved', ruling);
  assertStillSafe(draft, report);
  const { approverId, now } = ruling;
  return {
    ...draft,
    state: 'approved',
    approvedBy: approverId,
    approvedHash: draft.textHash,
    approvedAt: now,
    updatedAt: now,
  };
}

/** Gives a draft back to its author. @throws as {@link approveDraft}; Invalid `return-needs-a-comment` */
export function returnDraft(draft: Draft, comment: string, ruling: Ruling): Draft {
  assertRuling(draft, 'returned', ruling);
  if (comment === '') {
    const message = 'Say what should change';
    throw new Invalid('return-needs-a-comment', message, [{ field: 'comment', message }]);
  }
  return { ...draft, state: 'returned', returnReason: comment, updatedAt: ruling.now };
}

/** Lets the approved text out. @throws IllegalTransition `draft-not-approved`, and as for approval. */
export function releaseDraft(draft: Draft, report: GuardReport, now: Date): Draft {
  const message = 'Only an approved text can be released.';
  assertTransition(draft.state, 'released', 'draft-not-approved', message);
  assertStillSafe(draft, report);
  return { ...draft, state: 'released', updatedAt: now };
}

function assertRuling(draft: Draft, to: 'approved' | 'returned', ruling: Ruling): void {
  const refusal = refusalOf(draft, ruling.approverId);
  if (refusal) throw refusal;
  const message = 'This draft is not waiting for approval any more.';
  assertTransition(draft.state, to, 'draft-not-submitted', message);
  if (ruling.readHash !== draft.textHash) throw new OtherWordsRead();
}

function assertStillSafe(draft: Draft, report: GuardReport): void {
  if (report.textHash !== draft.textHash) throw new StaleFindings('findings-are-for-other-text');
  if (report.verdict === 'block') throw new UnsafeText(report.findings);
  if (!hasSameFindings(draft.findings, report.findings)) {
    throw new StaleFindings('findings-have-changed');
  }
}

/** Whether two checks of the same text found the same things. */
export function hasSameFindings(known: readonly Finding[], found: readonly Finding[]): boolean {
  const places = (findings: readonly Finding[]) =>
    findings.map(({ rule, start, end, severity }) => `${rule} ${start} ${end} ${severity}`).sort();
  return JSON.stringify(places(known)) === JSON.stringify(places(found));
}
