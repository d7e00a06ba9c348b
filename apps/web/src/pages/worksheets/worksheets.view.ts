import { JURISDICTIONS } from '#guidance';
import { type Actor, can } from '#identity';
import {
  type Answer,
  introOf,
  isShown,
  type Question,
  rulesOn,
  sectionsAt,
  stateWords,
  stepsFrom,
  type Worksheet,
  type WorksheetEntry,
  type WorksheetFile,
} from '#referrals';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';
import { listOf, type WorksheetFrame } from './worksheet-frames.js';
import { answerRows, answerWords } from './worksheet-words.js';

/** What was opened on a case, and what may be. */
export function worksheetsView(
  entries: readonly WorksheetEntry[],
  frame: WorksheetFrame,
): PageView {
  const base = listOf(frame.reference);
  return {
    page: { title: 'Worksheets', caption: frame.reference },
    ...frame,
    triageHref: `/cases/${frame.reference}/triage`,
    table: {
      caption: 'Worksheets of this case',
      captionHidden: true,
      columns: ['Worksheet', 'State', 'Last change'].map((text) => ({ text })),
      rows: entries.map((entry) => ({ cells: entryCells(entry, base) })),
    },
  };
}

function entryCells({ kind, worksheet }: WorksheetEntry, base: string) {
  const state = worksheet ? stateWords(kind, worksheet.state) : { text: 'Not opened' };
  return [
    {
      text: kind.title,
      href: `${base}/${kind.id}`,
      ...(worksheet?.isPrivileged ? { note: 'Privileged' } : {}),
    },
    { tag: state },
    { text: worksheet ? lastChange(worksheet) : '' },
  ];
}

/** One worksheet to fill in, or the words of its kind with the button that opens it. */
export function worksheetView(file: WorksheetFile, frame: WorksheetFrame, actor: Actor): PageView {
  const { kind, worksheet, found } = file;
  const list = listOf(frame.reference);
  const canWrite = can(actor, 'worksheet:write') && found.state === 'open';
  return {
    page: { title: kind.title, caption: frame.reference },
    ...frame,
    list,
    base: `${list}/${kind.id}`,
    intro: introOf(kind, found),
    wallHref: kind.offersWall && can(actor, 'case:wall') && `/cases/${frame.reference}/wall`,
    whyNotOpened: whyNotOpened(file),
    canOpen: canWrite && file.mayOpen && !worksheet,
    canWrite,
    isOpened: worksheet !== undefined,
    ...(worksheet ? openedView(file, worksheet, frame) : {}),
  };
}

/** A notice of one nation’s law can be opened nowhere else, whatever is decided there. */
function whyNotOpened({ kind: { nations }, found }: WorksheetFile): string {
  if (!nations || nations.some((nation) => nation === found.jurisdiction)) {
    return 'It can be once its route is decided.';
  }
  const names = nations.map((nation) => JURISDICTIONS[nation]);
  return `It is for cases of ${names.join(' and ')} only.`;
}

function openedView(file: WorksheetFile, worksheet: Worksheet, frame: WorksheetFrame) {
  const { kind, missing, stops } = file;
  const isOpen = worksheet.state === 'open';
  const signed = worksheet.signedAt && {
    by: worksheet.signedByName,
    at: formatDateTime(worksheet.signedAt),
    decision: kind.signOff.decisions?.find(({ value }) => value === worksheet.decision)?.text,
    reason: worksheet.decisionReason,
    dissent: worksheet.dissent,
  };
  return {
    state: stateWords(kind, worksheet.state),
    lastChange: lastChange(worksheet),
    signBy: kind.signOff.by,
    needsOther: kind.signOff.needsOther ?? false,
    isOpen,
    signed,
    rules: rulesOn(kind, worksheet),
    missing: isOpen ? missing : [],
    stops: isOpen ? stops.map(({ text }) => text) : [],
    settled: isOpen ? [] : answerRows(kind, 'before', worksheet.answers, frame),
    sections: fieldsOf(file, worksheet, frame),
    steps: stepsFrom(kind, worksheet.state).map(({ id, label }) => ({ id, label })),
    templates: isOpen ? [] : (kind.templates ?? []),
    version: String(worksheet.version),
    now: Object.fromEntries(
      fields(file, worksheet).map((question) => [
        question.id,
        answerWords(question, worksheet.answers[question.id], frame),
      ]),
    ),
    values: { ...worksheet.answers, version: String(worksheet.version) },
  };
}

/** The sections that are filled in now, with the questions that are asked. */
function fieldsOf({ kind }: WorksheetFile, worksheet: Worksheet, { people }: WorksheetFrame) {
  return sectionsAt(kind, worksheet.state === 'open' ? 'before' : 'after')
    .map(({ title, intro, questions }) => ({
      title,
      intro,
      questions: questions
        .filter((question) => isShown(kind, question, worksheet.answers))
        .map((question) => ({
          ...question,
          name: question.id,
          options: question.type === 'person' ? people : question.options,
        })),
    }))
    .filter(({ questions }) => questions.length > 0);
}

function fields({ kind }: WorksheetFile, worksheet: Worksheet): Question[] {
  return sectionsAt(kind, worksheet.state === 'open' ? 'before' : 'after').flatMap(
    ({ questions }) => questions.filter((question) => isShown(kind, question, worksheet.answers)),
  );
}

/** What a form says: a question that it showed and that came back without an answer was left empty. */
export function answersTyped(
  file: WorksheetFile & { worksheet: Worksheet },
  typed: Readonly<Record<string, Answer>>,
): Record<string, Answer> {
  const empty = fields(file, file.worksheet).map(({ id }) => [id, ''] as const);
  return { ...Object.fromEntries(empty), ...typed };
}

function lastChange({ changedByName, changedAt }: Worksheet): string {
  return `${changedByName}, ${formatDateTime(changedAt)}`;
}
