import type { CaseStanding } from '#cases';
import { type Actor, can, type StoodInFor } from '#identity';
import type { PersonId } from '#kernel';
import {
  awaitsDoctor,
  breakGlassHindrance,
  capacityOf,
  type DraftFile,
  hasSameFindings,
  isLetter,
  isWaivable,
  mayDecide,
  mayRelease,
  stillBlocking,
  toldComments,
} from '#responses';
import { ownPostPrompts } from '../../api/drafts/drafts.answers.js';
import type { RecheckIndex } from '#knowledge';
import type { PageView } from '../../http/page-renderer.js';
import { changedWords } from '../../views/changed-words.js';
import { formatDateTime, plural } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';
import { acceptanceView } from './acceptance.view.js';
import { brokenGlassTold } from './broken-glass-words.js';
import { commentRowsView } from './comment-rows.js';
import { commentedText } from './comments.view.js';
import {
  approvalWords,
  AUDIENCE_WORDS,
  CHANNEL_WORDS,
  countWords,
  MAY_DECIDE_WORDS,
  mayDecideWords,
  progressWords,
  RISK_TAGS,
  signedWords,
  STATE_TAGS,
  templateWords,
} from './draft-words.js';
import { limitView, otherEditorsWords, unsavedView } from './draft-editing.view.js';
import { markedFindings } from './findings.view.js';
import { inOneForm, isSameText } from './same-text.js';
import { askedOn, sentencesFor } from './sentences.view.js';
import { changedSince } from './changed-since.js';
import { toldWaivers } from './told-waivers.js';

/** What every page of one draft shows around it. */
export function frameOf(file: DraftFile, title: string, standing: CaseStanding) {
  const { draft, found } = file;
  const base = `/cases/${found.reference}/drafts`;
  return {
    page: { title },
    caseBar: caseBarOf(found, base, standing),
    base: `${base}/${draft.id}`,
    commented: commentedText(draft.text, toldComments(file), `${base}/${draft.id}`),
    listHref: base,
    state: STATE_TAGS[draft.state],
    risk: RISK_TAGS[draft.risk],
    otherEditors: otherEditorsWords(file),
    facts: factsOf(file),
    draft,
  };
}

function factsOf({ draft, body, names }: DraftFile) {
  const written = draft.contributorIds.map((id) => names.get(id) ?? 'Somebody');
  const approvals = approvalWords(draft, (id) => names.get(id));
  return [
    { key: 'Goes out as', text: CHANNEL_WORDS[draft.channel] },
    { key: 'Read by', text: AUDIENCE_WORDS[draft.audience] },
    {
      key: 'In the name of',
      text: draft.isDoctorsWords ? `The doctor, with details of ${body.name}` : body.name,
    },
    { key: 'Written by', text: written.join(', ') },
    ...(approvals.length > 0 ? [{ key: 'Approvals', lines: approvals }] : []),
    {
      key: 'Template',
      text: `${draft.templateId}, ${templateWords(draft)}${draft.isTyped ? ', changed by hand' : ''}`,
    },
    { key: 'Version', text: `${draft.version}, saved ${formatDateTime(draft.updatedAt)}` },
  ];
}

/** What the page of a draft is told besides the draft. */
interface DraftPageFacts {
  readonly sources: RecheckIndex;
  readonly standing: CaseStanding;
  /** Whether a PDF can be made here. */
  readonly pdf: boolean;
  /** What the form held when it is shown again. */
  readonly typed: Readonly<Record<string, unknown>>;
}

/** The page of a draft: the editor, or what became of the text. */
export function draftView(
  file: DraftFile,
  actor: Actor,
  { sources, standing, pdf, typed }: DraftPageFacts,
): PageView {
  const { draft, found, report, release, posting, names } = file;
  const unsaved = unsavedView(file, typed);
  const isEditable =
    draft.state !== 'released' && found.state === 'open' && can(actor, 'draft:write');
  const may = mayDecide(actor, draft, file);
  return {
    ...frameOf(file, draft.title, standing),
    isEditable,
    isClosed: found.state === 'closed',
    canSubmit: ['draft', 'returned'].includes(draft.state),
    hindrance: hindranceWords(stillBlocking(draft, report.findings).length),
    needsReason: report.findings.some(({ severity }) => severity === 1),
    canBeWaived: report.findings.some(isWaivable),
    waived: toldWaivers(file),
    marked: markedFindings(draft.text, report.findings, sources),
    prompts: ownPostPrompts(file),
    words: plural(countWords(unsaved.text), 'word'),
    unsaved,
    keptWords: file.workingCopy?.text,
    limit: limitView(file.limit, unsaved.text),
    returned: draft.returnReason,
    approval:
      draft.state === 'submitted'
        ? {
            may: may === 'yes',
            text: mayDecideWords(may, standsInFor(file, actor)?.name ?? null),
            progress: progressWords(draft, file.hasSecondApprover),
          }
        : undefined,
    approvedBy: approversOf(file),
    acceptance: acceptanceView(file, actor),
    asked: askedOn(file),
    broken: brokenGlassTold(file),
    canBreakGlass:
      can(actor, 'release:break-glass') &&
      found.state === 'open' &&
      !breakGlassHindrance(draft, report),
    canRelease:
      draft.state === 'approved' &&
      found.state === 'open' &&
      !awaitsDoctor(draft) &&
      mayRelease(actor, draft),
    release: release && { ...release, by: names.get(release.releasedBy) },
    letter: release && isLetter(draft) ? { pdf } : undefined,
    posting,
    canRecord: release && !posting && can(actor, 'release:make'),
    ways: [
      { value: 'posted', text: 'Posted where others can read it' },
      { value: 'sent', text: 'Sent to somebody' },
    ],
    values: {
      text: unsaved.text,
      warningsReason: draft.warningsReason ?? '',
      happenedOn: sources.today,
    },
  };
}

function approversOf({ draft, names }: DraftFile): string {
  const nameOf = (id: PersonId) => names.get(id);
  const { approvedBy, approvedFor, secondApprovedBy, secondApprovedFor } = draft;
  return [
    ...(approvedBy ? [signedWords(approvedBy, approvedFor, nameOf)] : []),
    ...(secondApprovedBy ? [signedWords(secondApprovedBy, secondApprovedFor, nameOf)] : []),
  ].join(' and ');
}

/** The person for whom this one decides on a draft; undefined where they do so for themselves, or not at all. */
function standsInFor(file: DraftFile, actor: Actor): StoodInFor | undefined {
  return capacityOf(actor, file.draft, file)?.onBehalfOf ?? undefined;
}

function hindranceWords(blocking: number): string | undefined {
  if (blocking === 0) return undefined;
  return `It cannot be sent yet: ${blocking} ${blocking === 1 ? 'finding' : 'findings'} must be fixed.`;
}

/**
 * The page on which the second person decides: the text as its readers will see it.
 *
 * @param typed what the form held when it is shown again. Where `wordsRead`, what this person was shown first, is
 *   another text, both stand on the page.
 */
export function approvalView(
  file: DraftFile,
  actor: Actor,
  {
    sources,
    standing,
    typed = {},
  }: {
    sources: RecheckIndex;
    standing: CaseStanding;
    typed?: Readonly<Record<string, unknown>>;
  },
): PageView {
  const { draft, found, report } = file;
  const may = mayDecide(actor, draft, file);
  const { wordsRead } = typed;
  const isChanged = typeof wordsRead === 'string' && !isSameText(wordsRead, draft.text);
  return {
    ...frameOf(file, 'Approve this text', standing),
    isClosed: found.state === 'closed',
    isWaiting: draft.state === 'submitted',
    wordsRead: isChanged ? wordsRead : draft.text,
    change: isChanged ? changedWords(inOneForm(wordsRead), draft.text) : undefined,
    since: isChanged ? undefined : changedSince(file, actor),
    may: may === 'yes',
    mayText: MAY_DECIDE_WORDS[may],
    onBehalfOf: may === 'yes' ? standsInFor(file, actor) : undefined,
    progress: progressWords(draft, file.hasSecondApprover),
    marked: markedFindings(draft.text, report.findings, sources),
    hasFindings: report.findings.length > 0,
    waived: toldWaivers(file),
    ...sentencesFor(file, actor),
    commenting: commentRowsView(draft.text, isChanged ? {} : typed),
    isStale: !hasSameFindings(draft.findings, report.findings),
  };
}
