import type { Finding, GuardReport } from '#confidentiality';
import { type DomainError, Invalid, type PersonId } from '#kernel';
import { SameAuthor, StaleFindings, WordsNotAgreed } from './draft-refusals.js';
import { sidesOpen } from './draft-sides.js';
import { assertTransition, type Draft, type DraftRisk, IllegalTransition } from './draft.js';
import { assertNothingBlocks } from './waivers/waiver.js';

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

/** No approval of any side. */
export const UNAPPROVED = {
  approvedBy: null,
  approvedFor: null,
  approvedHash: null,
  approvedAt: null,
  secondApprovedBy: null,
  secondApprovedFor: null,
  secondApprovedHash: null,
  secondApprovedAt: null,
} as const;

/** Nothing of an approval, nor of the way to it, is left. */
const NO_APPROVAL = {
  ...UNAPPROVED,
  state: 'draft',
  warningsReason: null,
  submittedAt: null,
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
    waivers: [],
    acceptedHash: null,
    acceptedAt: null,
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
  const message = 'This draft has been sent for approval already.';
  assertTransition(draft.state, 'submitted', 'draft-already-submitted', message);
  const checked = { ...draft, ...checkedFields({ text: draft.text, report }, draft.textHash) };
  assertNothingBlocks(checked, checked);
  const hasWarnings = checked.findings.some(({ severity }) => severity === 1);
  if (hasWarnings && warningsReason === '') {
    const message = 'Say why the warnings may stand, or change the text';
    throw new Invalid('warnings-need-a-reason', message, [{ field: 'warningsReason', message }]);
  }
  return {
    ...checked,
    state: 'submitted',
    warningsReason: hasWarnings ? warningsReason : null,
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

/**
 * Lets the approved text out; what goes out in the doctor's name, once the doctor has agreed to exactly this text.
 *
 * @throws IllegalTransition `draft-not-approved`; WordsNotAgreed; and as for approval.
 */
export function releaseDraft(draft: Draft, report: GuardReport, now: Date): Draft {
  const message = 'Only an approved text can be released.';
  assertTransition(draft.state, 'released', 'draft-not-approved', message);
  if (draft.secondSide !== null && sidesOpen(draft).length > 0) {
    throw new IllegalTransition('draft-not-approved', message);
  }
  if (draft.isDoctorsWords && draft.acceptedHash !== draft.textHash) throw new WordsNotAgreed();
  assertStillSafe(draft, report);
  return { ...draft, state: 'released', updatedAt: now };
}

/** @throws StaleFindings, UnsafeText where the check says other things now, or blocks. */
export function assertStillSafe(draft: Draft, report: GuardReport): void {
  if (report.textHash !== draft.textHash) throw new StaleFindings('findings-are-for-other-text');
  assertNothingBlocks(draft, report);
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
