import type { Finding, GuardReport } from '#confidentiality';
import { Conflict, DomainError, type Id, Invalid, type PersonId } from '#kernel';
import { OtherWordsRead, StaleFindings, UnsafeText } from '../draft-refusals.js';
import { checkedFields, UNAPPROVED } from '../draft-rules.js';
import { isPressStatement } from '../draft-sides.js';
import { type Draft, IllegalTransition } from '../draft.js';
import { AUDIENCES } from '../template-labels.js';
import { isBlocking, isWaivable } from '../waivers/waiver.js';

/** What somebody who reviews such a release says of it. */
export const BREAK_GLASS_VERDICTS = ['right', 'wrong'] as const;
export type BreakGlassVerdict = (typeof BREAK_GLASS_VERDICTS)[number];

/** A text that was let out without a second person, because a life was in danger. */
export interface BrokenGlass {
  readonly id: Id;
  readonly draftId: Id;
  readonly reason: string;
  readonly brokenBy: PersonId;
  readonly brokenAt: Date;
  /** Rules of the findings that were let pass with it. */
  readonly waivedRules: readonly string[];
  /** Civil date: the next working day in the nation of the case. */
  readonly reviewDueOn: string;
  readonly reviewedBy: PersonId | null;
  readonly reviewedAt: Date | null;
  readonly verdict: BreakGlassVerdict | null;
  readonly reviewNote: string | null;
}

/** What a person says who lets a text out alone. */
export interface Emergency {
  /** SHA-256 of the words that were read. */
  readonly readHash: string;
  readonly reason: string;
  /** That somebody's life is in danger, and nothing less. */
  readonly isLifeInDanger: boolean;
  /** That nobody else has read the text, and that it is reviewed. */
  readonly isWaiverKnown: boolean;
}

/** The findings that no reason lets pass here: of what everybody reads, nothing that blocks passes. */
export function unwaivable(
  findings: readonly Finding[],
  { audience }: Pick<Draft, 'audience'>,
): Finding[] {
  const { isPublished } = AUDIENCES[audience];
  return findings.filter((finding) => isBlocking(finding) && (isPublished || !isWaivable(finding)));
}

/** Why a draft is not let out by one person alone, whoever asks and whatever they say; undefined where it can be. */
export function breakGlassHindrance(draft: Draft, report: GuardReport): DomainError | undefined {
  if (isPressStatement(draft)) {
    return new Conflict('not-for-the-press', 'Nothing is said to the press by one person alone.');
  }
  if (draft.secondSide === 'solicitor') {
    return new Conflict(
      'not-without-a-solicitor',
      'A legal notice goes out on no one person’s word.',
    );
  }
  if (draft.state === 'released') {
    return new IllegalTransition('draft-is-released', 'This text is out already.');
  }
  if (draft.state === 'approved') {
    const message = 'This text is approved. Release it the usual way.';
    return new IllegalTransition('draft-is-approved', message);
  }
  const stopped = unwaivable(report.findings, draft);
  return stopped.length > 0 ? new UnsafeText(stopped) : undefined;
}

/**
 * Lets a text out on the word of one person.
 *
 * @throws Conflict `not-for-the-press`, `not-without-a-solicitor`; IllegalTransition `draft-is-released`, `draft-is-approved`; UnsafeText
 *   `draft-has-blocking-findings`; OtherWordsRead `words-changed-since-read`; StaleFindings; Invalid
 *   `emergency-not-stated` with a fault for each thing that is not said
 */
export function breakGlass(
  draft: Draft,
  report: GuardReport,
  { by, now, said }: { readonly by: PersonId; readonly now: Date; readonly said: Emergency },
): Draft {
  assertStated(said);
  if (said.readHash !== draft.textHash) throw new OtherWordsRead();
  if (report.textHash !== draft.textHash) throw new StaleFindings('findings-are-for-other-text');
  const hindrance = breakGlassHindrance(draft, report);
  if (hindrance) throw hindrance;
  return {
    ...draft,
    ...checkedFields({ text: draft.text, report }, draft.textHash),
    ...UNAPPROVED,
    warningsReason: report.verdict === 'pass' ? null : (draft.warningsReason ?? said.reason),
    approvedHash: draft.textHash,
    brokenGlassBy: by,
    state: 'released',
    updatedAt: now,
  };
}

function assertStated({ reason, isLifeInDanger, isWaiverKnown }: Emergency): void {
  const faults = [
    ...(isLifeInDanger
      ? []
      : [
          { field: 'isLifeInDanger', message: 'Say that a life is in danger, or have it approved' },
        ]),
    ...(reason === '' ? [{ field: 'reason', message: 'Say what the danger is' }] : []),
    ...(isWaiverKnown
      ? []
      : [{ field: 'isWaiverKnown', message: 'Say that you know what is left out' }]),
  ];
  if (faults.length === 0) return;
  throw new Invalid('emergency-not-stated', 'This is not enough to let the text out.', faults);
}

/** Why a person may not review such a release; undefined when they may. */
export function reviewRefusal(
  draft: Pick<Draft, 'contributorIds'>,
  broken: Pick<BrokenGlass, 'brokenBy' | 'reviewedAt'>,
  personId: PersonId,
): DomainError | undefined {
  if (broken.reviewedAt !== null) {
    return new Conflict('already-reviewed', 'This release has been reviewed.');
  }
  return broken.brokenBy === personId || draft.contributorIds.includes(personId)
    ? new OwnEmergency()
    : undefined;
}

/** Nobody reviews their own emergency. */
export class OwnEmergency extends DomainError {
  override readonly name = 'OwnEmergency';
  constructor() {
    super(
      'forbidden',
      'own-emergency',
      'You released this text or wrote words of it, so somebody else has to review it.',
    );
  }
}
