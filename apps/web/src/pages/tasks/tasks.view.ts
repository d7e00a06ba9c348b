import { type CaseOverview, type Task, TASK_ORIGINS } from '#cases';
import { calendarOf, civilDateIn, isJurisdiction, workingDaysUntil, zoneOf } from '#deadlines';
import { type Actor, can, type PersonSummary } from '#identity';
import type { PageView } from '../../http/page-renderer.js';
import { deadlineWord } from '../../views/deadline-words.js';
import { formatDate, formatDateTime } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';

/** Who looks, and whom a task can be given to. */
interface Viewer {
  readonly actor: Actor;
  readonly people: readonly PersonSummary[];
}

const ENDED = {
  done: { text: 'Done', colour: 'green' },
  cancelled: { text: 'Cancelled', colour: 'grey' },
} as const;

/** The tasks of a case: those that are open with their buttons, the form for another, those that ended. */
export function tasksView(
  overview: CaseOverview,
  tasks: readonly Task[],
  { actor, people }: Viewer,
): PageView {
  const base = `/cases/${overview.found.reference}/tasks`;
  return {
    page: { title: 'Tasks' },
    caseBar: caseBarOf(overview.found, base, overview),
    base,
    canWrite: canWrite(overview, actor),
    open: openTasks(overview, tasks),
    people: peopleOptions(people),
    ended: {
      caption: 'Tasks that ended, newest first',
      columns: ['What', 'State', 'When', 'By whom'].map((text) => ({ text })),
      rows: tasks.flatMap((task) => endedRow(task, base)),
    },
  };
}

/** Open tasks as any page of their case lists them. */
export function openTasks({ found, readAt }: CaseOverview, tasks: readonly Task[]) {
  return tasks
    .filter(({ state }) => state === 'open')
    .map((task) => ({
      id: task.id,
      href: `/cases/${found.reference}/tasks/${task.id}`,
      title: task.title,
      endsWithStep: task.endsWithStep,
      who: task.assigneeName ?? 'The owner of the case',
      due: task.dueOn && dueOf(task.dueOn, found.jurisdiction, readAt),
    }));
}

/** One task with the forms that change or end it. */
export function taskView(overview: CaseOverview, task: Task, viewer: Viewer): PageView {
  const list = `/cases/${overview.found.reference}/tasks`;
  return {
    page: { title: task.title },
    caseBar: caseBarOf(overview.found, list, overview),
    list,
    base: `${list}/${task.id}`,
    state: task.state === 'open' ? { text: 'Open', colour: 'blue' } : ENDED[task.state],
    facts: taskFacts(task),
    endsWithStep: task.endsWithStep,
    canChange: task.state === 'open' && canWrite(overview, viewer.actor),
    people: peopleOptions(viewer.people),
    version: task.version,
    values: { title: task.title, dueOn: task.dueOn ?? '', assigneeId: task.assigneeId ?? '' },
  };
}

function canWrite({ found }: CaseOverview, actor: Actor): boolean {
  return can(actor, 'case:write') && found.state === 'open';
}

function peopleOptions(people: readonly PersonSummary[]) {
  return people.map(({ id, name }) => ({ value: id, text: name }));
}

function dueOf(dueOn: string, jurisdiction: string, now: Date) {
  const nation = isJurisdiction(jurisdiction) ? jurisdiction : 'england';
  const today = civilDateIn(now, zoneOf(nation));
  return { dueOn, ...deadlineWord(workingDaysUntil(today, dueOn, calendarOf(nation))) };
}

function endedRow(task: Task, base: string) {
  if (task.state === 'open') return [];
  const cells = [
    { text: task.title, href: `${base}/${task.id}` },
    { tag: ENDED[task.state] },
    { text: task.endedAt ? formatDateTime(task.endedAt) : '' },
    { text: task.endedByName ?? 'Parapet' },
  ];
  return [{ cells }];
}

function taskFacts(task: Task) {
  const ended = task.endedAt
    ? [{ key: 'Ended', text: `${task.endedByName ?? 'Parapet'}, ${formatDateTime(task.endedAt)}` }]
    : [];
  return [
    { key: 'Due', text: task.dueOn ? formatDate(task.dueOn) : 'No day set' },
    { key: 'Who does it', text: task.assigneeName ?? 'The owner of the case' },
    { key: 'Where it comes from', text: TASK_ORIGINS[task.origin] },
    { key: 'Made', text: `${task.madeByName ?? 'Parapet'}, ${formatDateTime(task.madeAt)}` },
    ...ended,
    ...(task.endedReason ? [{ key: 'Why it was cancelled', text: task.endedReason }] : []),
  ];
}
