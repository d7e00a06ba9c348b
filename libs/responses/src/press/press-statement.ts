import type { CaseState } from '#cases';
import type { Finding, Verdict } from '#confidentiality';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import type { ApprovalSide } from '../draft-sides.js';
import { hasSameFindings } from '../draft-rules.js';
import type { Draft, DraftRisk, DraftState } from '../draft.js';
import type { DraftFile, MayDecide } from '../draft-reading.service.js';
import type { EditingDesk } from '../editing/editing.js';
import type { Posting, Release } from '../release.repository.js';
import { type ToldComment, toldComments } from '../comments/told-comment.js';
import { type AskedSentence, hasConfirmed } from '../sentences/asked-sentences.js';
import { findingsForPress, type TwoChecks } from './press-findings.js';

/** An approval that a statement has. */
export interface GivenApproval {
  readonly side: ApprovalSide;
  readonly by: string;
  /** For whom it was given, by somebody who stood in for them; null where it was for nobody else. */
  readonly onBehalfOf: string | null;
  readonly at: Date;
}

/** A typed sentence of a statement, and who has confirmed it. */
export interface StatementSentence extends AskedSentence {
  readonly confirmedBy: readonly { readonly name: string; readonly at: Date }[];
  /** Whether the person who reads it has confirmed it. */
  readonly isConfirmedByReader: boolean;
}

/** A press statement as the press office has it: the text and what became of it, and nothing of the case. */
export interface PressStatement extends EditingDesk {
  readonly id: Id;
  readonly reference: string;
  readonly caseState: CaseState;
  readonly template: string;
  readonly templateVersion: number;
  readonly title: string;
  readonly risk: DraftRisk;
  readonly state: DraftState;
  readonly bodyName: string;
  readonly text: string;
  readonly textHash: string;
  readonly isTyped: boolean;
  readonly verdict: Verdict;
  /** Without what rests on the case. */
  readonly findings: readonly Finding[];
  readonly guardVersion: string;
  /** Whether the check says other things now than when the statement was sent for approval. */
  readonly isStale: boolean;
  readonly writtenBy: readonly string[];
  readonly approvals: readonly GivenApproval[];
  readonly returnReason: string | null;
  readonly submittedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
  readonly release: (Pick<Release, 'text' | 'textHash' | 'releasedAt'> & { by: string }) | null;
  readonly posting: Pick<Posting, 'way' | 'happenedOn' | 'place'> | null;
  readonly sentences: readonly StatementSentence[];
  readonly comments: readonly ToldComment[];
  readonly mayDecide: MayDecide;
}

/** Takes from the file of a draft what the press office may see of it. */
export function statementOf(
  file: DraftFile,
  { checks, mayDecide, reader }: { checks: TwoChecks; mayDecide: MayDecide; reader: Actor },
): PressStatement {
  const { draft, found, body, report } = file;
  return {
    id: draft.id,
    reference: found.reference,
    caseState: found.state,
    template: draft.templateId,
    templateVersion: draft.templateVersion,
    title: draft.title,
    risk: draft.risk,
    state: draft.state,
    bodyName: body.name,
    text: draft.text,
    textHash: draft.textHash,
    isTyped: draft.isTyped,
    verdict: report.verdict,
    findings: findingsForPress(draft.text, checks),
    guardVersion: report.guardVersion,
    isStale: !hasSameFindings(draft.findings, report.findings),
    returnReason: draft.returnReason,
    submittedAt: draft.submittedAt,
    createdAt: draft.createdAt,
    updatedAt: draft.updatedAt,
    version: draft.version,
    ...peopleOn(file),
    posting: postingOf(file),
    sentences: sentencesOn(file, reader),
    comments: toldComments(file),
    workingCopy: file.workingCopy,
    otherEditors: file.otherEditors,
    mayDecide,
  };
}

function peopleOn({ draft, names, release }: DraftFile) {
  const nameOf = (id: Draft['authorId']) => names.get(id) ?? 'Somebody';
  return {
    writtenBy: draft.contributorIds.map(nameOf),
    approvals: approvalsOf(draft, nameOf),
    release: release
      ? {
          text: release.text,
          textHash: release.textHash,
          releasedAt: release.releasedAt,
          by: nameOf(release.releasedBy),
        }
      : null,
  };
}

function approvalsOf(draft: Draft, nameOf: (id: Draft['authorId']) => string): GivenApproval[] {
  const given = [
    { side: 'approver', by: draft.approvedBy, of: draft.approvedFor, at: draft.approvedAt },
    {
      side: 'press',
      by: draft.secondApprovedBy,
      of: draft.secondApprovedFor,
      at: draft.secondApprovedAt,
    },
  ] as const;
  return given.flatMap(({ side, by, of, at }) =>
    by && at ? [{ side, by: nameOf(by), onBehalfOf: of && nameOf(of), at }] : [],
  );
}

function sentencesOn({ sentences, names }: DraftFile, reader: Actor): StatementSentence[] {
  return sentences.map((sentence) => ({
    hash: sentence.hash,
    text: sentence.text,
    confirmedBy: sentence.confirmations.map(({ confirmedBy, confirmedAt }) => ({
      name: names.get(confirmedBy) ?? 'Somebody',
      at: confirmedAt,
    })),
    isConfirmedByReader: hasConfirmed(sentence, reader.personId),
  }));
}

function postingOf({ posting }: DraftFile): PressStatement['posting'] {
  return posting
    ? { way: posting.way, happenedOn: posting.happenedOn, place: posting.place }
    : null;
}
