import {
  type CaseNote,
  type CaseOverview,
  PRIVILEGE_LIFTERS,
  PRIVILEGED_KINDS,
  type PrivilegeMark,
} from '#cases';
import { type Actor, can } from '#identity';
import type { WorksheetEntry } from '#referrals';
import type { DraftRow } from '#responses';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';

/** What of a case can be marked. */
export interface Markable {
  readonly notes: readonly CaseNote[];
  readonly drafts: readonly DraftRow[];
  readonly worksheets: readonly WorksheetEntry[];
}

interface Option {
  readonly value: string;
  readonly text: string;
  readonly isPrivileged: boolean;
}

/** The marks of a case, and the form that adds one. */
export function privilegeView(
  overview: CaseOverview,
  { marks, items }: { marks: readonly PrivilegeMark[]; items: Markable },
  actor: Actor,
): PageView {
  const { found } = overview;
  const all = optionsOf(items);
  const nameOf = ({ kind, subjectId }: PrivilegeMark) =>
    all.find(({ value }) => value === `${kind}:${subjectId}`)?.text ?? PRIVILEGED_KINDS[kind];
  return {
    page: { title: 'What is privileged' },
    caseBar: caseBarOf(found, `/cases/${found.reference}/privilege`, overview),
    base: `/cases/${found.reference}/privilege`,
    marks: marks.map((mark) => ({
      id: mark.id,
      name: nameOf(mark),
      isInForce: mark.liftedAt === null,
      facts: factsOf(mark),
    })),
    options: all.filter(({ isPrivileged }) => !isPrivileged),
    canMark: can(actor, 'case:write'),
    canLift: PRIVILEGE_LIFTERS.some((right) => can(actor, right)),
  };
}

/** The form that lifts one mark. */
export function markView(overview: CaseOverview, mark: PrivilegeMark): PageView {
  const { found } = overview;
  const list = `/cases/${found.reference}/privilege`;
  return {
    page: { title: 'Lift the mark of privilege', caption: PRIVILEGED_KINDS[mark.kind] },
    caseBar: caseBarOf(found, `/cases/${found.reference}/privilege`, overview),
    list,
    action: `${list}/${mark.id}/lifting`,
    facts: factsOf(mark),
  };
}

function optionsOf({ notes, drafts, worksheets }: Markable): readonly Option[] {
  return [
    ...worksheets.flatMap(({ kind, worksheet }) =>
      worksheet ? [option('worksheet', worksheet.id, kind.title, worksheet.isPrivileged)] : [],
    ),
    ...drafts.map(({ id, title, isPrivileged }) => option('draft', id, title, isPrivileged)),
    ...notes.map(({ id, text, writtenAt, isPrivileged }) =>
      option('note', id, `${formatDateTime(writtenAt)}: ${text.slice(0, 60)}`, isPrivileged),
    ),
  ];
}

function option(
  kind: keyof typeof PRIVILEGED_KINDS,
  id: string,
  text: string,
  isPrivileged: boolean,
): Option {
  return { value: `${kind}:${id}`, text: `${PRIVILEGED_KINDS[kind]}: ${text}`, isPrivileged };
}

function factsOf({ reason, markedByName, markedAt, ...lifted }: PrivilegeMark) {
  const marked = [
    { key: 'Why', text: reason },
    { key: 'Marked by', text: `${markedByName}, ${formatDateTime(markedAt)}` },
  ];
  if (lifted.liftedAt === null) return marked;
  return [
    ...marked,
    { key: 'Lifted by', text: `${lifted.liftedByName}, ${formatDateTime(lifted.liftedAt)}` },
    { key: 'Why it was lifted', text: lifted.liftedReason },
  ];
}
