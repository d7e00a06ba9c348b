import { type Actor, can } from '#identity';
import type { RecheckIndex } from '#knowledge';
import { type Preview, type PressStatement, type PublishedBody, RESTS_ON_CASE } from '#responses';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime, plural } from '../../views/filters.js';
import { commentRowsView } from '../drafts/comment-rows.js';
import { commentedText } from '../drafts/comments.view.js';
import { otherEditorsWords, unsavedView } from '../drafts/draft-editing.view.js';
import { countWords, MAY_DECIDE_WORDS, RISK_TAGS, STATE_TAGS } from '../drafts/draft-words.js';
import { fieldsOfDraft, missingOfBody } from '../drafts/drafts.view.js';
import { markedFindings } from '../drafts/findings.view.js';
import { askedSentence, splitSentences } from '../drafts/sentences.view.js';

const SIDE_WORDS = { approver: 'approver', press: 'press office' } as const;

/** What every page of one statement shows around it. */
function frameOf(statement: PressStatement, title: string) {
  const home = `/press/${statement.reference}`;
  return {
    page: {
      title,
      caption: statement.reference,
      backLink: { href: home, text: `Case ${statement.reference}` },
    },
    base: `${home}/statements/${statement.id}`,
    commented: commentedText(
      statement.text,
      statement.comments,
      `${home}/statements/${statement.id}`,
    ),
    state: STATE_TAGS[statement.state],
    risk: RISK_TAGS[statement.risk],
    facts: factsOf(statement),
    statement,
  };
}

function factsOf(statement: PressStatement) {
  const given = (side: keyof typeof SIDE_WORDS) =>
    statement.approvals.find((one) => one.side === side);
  const said = (side: keyof typeof SIDE_WORDS) => {
    const approval = given(side);
    if (!approval) return 'Not yet';
    const { by, onBehalfOf, at } = approval;
    return `${by}${onBehalfOf ? ` for ${onBehalfOf}, who was away` : ''}, ${formatDateTime(at)}`;
  };
  return [
    { key: 'Read by', text: 'The press' },
    { key: 'In the name of', text: statement.bodyName },
    { key: 'Written by', text: statement.writtenBy.join(', ') },
    { key: `Approved by the ${SIDE_WORDS.approver}`, text: said('approver') },
    { key: `Approved by the ${SIDE_WORDS.press}`, text: said('press') },
    {
      key: 'Template',
      text: `${statement.template}, version ${statement.templateVersion}${statement.isTyped ? ', changed by hand' : ''}`,
    },
    { key: 'Version', text: `${statement.version}, saved ${formatDateTime(statement.updatedAt)}` },
  ];
}

/** The check as the press office reads it: marks in the text, and what stands for all that is not shown. */
function checkOf(statement: PressStatement, sources: RecheckIndex) {
  const shown = statement.findings.filter(({ rule }) => rule !== RESTS_ON_CASE);
  return {
    marked: markedFindings(statement.text, shown, sources),
    withheld: statement.findings.find(({ rule }) => rule === RESTS_ON_CASE)?.why,
    hasFindings: statement.findings.length > 0,
  };
}

/** The page of a statement: the editor, or what became of the text. */
export function statementView(
  statement: PressStatement,
  actor: Actor,
  { sources, typed }: { sources: RecheckIndex; typed: Readonly<Record<string, unknown>> },
): PageView {
  const isOpen = statement.caseState === 'open';
  const { state, verdict, workingCopy } = statement;
  const unsaved = unsavedView({ draft: statement, workingCopy }, typed);
  return {
    ...frameOf(statement, statement.title),
    ...checkOf(statement, sources),
    asked: statement.sentences.map(({ text, confirmedBy }) => askedSentence(text, confirmedBy)),
    isOpen,
    isEditable: isOpen && state !== 'released' && can(actor, 'press:write'),
    canSubmit: ['draft', 'returned'].includes(state),
    isBlocked: verdict === 'block',
    needsReason: verdict === 'warn',
    words: plural(countWords(unsaved.text), 'word'),
    unsaved,
    keptWords: statement.workingCopy?.text,
    otherEditors: otherEditorsWords(statement),
    may: statement.mayDecide === 'yes',
    mayText: MAY_DECIDE_WORDS[statement.mayDecide],
    canRelease: isOpen && state === 'approved' && can(actor, 'release:make-press'),
    canRecord: statement.release && !statement.posting && can(actor, 'release:make-press'),
    ways: [
      { value: 'sent', text: 'Sent to somebody' },
      { value: 'posted', text: 'Posted where others can read it' },
    ],
    values: { text: unsaved.text, way: 'sent', happenedOn: sources.today },
  };
}

/** The page on which the press office decides: the text as its readers will see it. */
export function statementApprovalView(
  statement: PressStatement,
  sources: RecheckIndex,
  typed: Readonly<Record<string, unknown>>,
): PageView {
  return {
    ...frameOf(statement, 'Approve this statement'),
    ...checkOf(statement, sources),
    ...splitSentences(statement.sentences),
    commenting: commentRowsView(statement.text, typed),
    isOpen: statement.caseState === 'open',
    isWaiting: statement.state === 'submitted',
    may: statement.mayDecide === 'yes',
    mayText: MAY_DECIDE_WORDS[statement.mayDecide],
  };
}

/** The form of a new statement: in whose name, what is still asked for, and how it will read. */
export function newStatementView(
  reference: string,
  { preview, bodies }: { preview: Preview; bodies: readonly PublishedBody[] },
): PageView {
  const { template, body } = preview;
  const home = `/press/${reference}`;
  const chosen = body.id ?? 'own';
  return {
    page: {
      title: template.title,
      caption: reference,
      backLink: { href: home, text: `Case ${reference}` },
    },
    summary: template.summary,
    templateId: template.id,
    chooseAction: `${home}/statements/new`,
    action: `${home}/statements/new/${template.id}/${chosen}`,
    bodyName: body.name,
    bodies: bodies.map(({ id, name }) => ({ value: id ?? 'own', text: name })),
    fields: fieldsOfDraft(preview),
    missing: missingOfBody(preview),
    sketch: preview.sketch,
    values: { body: chosen },
  };
}
