import { Conflict, type Id, Invalid, type PersonId } from '#kernel';

export const TASK_STATES = ['open', 'done', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Where a task comes from, in words. */
export const TASK_ORIGINS = {
  person: 'Made by hand',
  rule: 'From a rule',
  route: 'From a step of a route',
} as const;
export type TaskOrigin = keyof typeof TASK_ORIGINS;

/** Longest title, in UTF-16 code units. */
export const TASK_TITLE_LENGTH = 200;

/** Something that has to be done on a case. */
export interface Task {
  readonly id: Id;
  readonly title: string;
  /** Civil date; null where no day is set. */
  readonly dueOn: string | null;
  /** Null where it falls to the owner of the case. */
  readonly assigneeId: PersonId | null;
  readonly assigneeName: string | null;
  readonly origin: TaskOrigin;
  readonly state: TaskState;
  /** Whether it stands until what it asks for is done: nobody ends it or puts it off by hand. */
  readonly endsWithStep: boolean;
  /** Null where Parapet made it in the background. */
  readonly madeByName: string | null;
  readonly madeAt: Date;
  readonly endedByName: string | null;
  readonly endedAt: Date | null;
  /** Why it was cancelled; empty otherwise. */
  readonly endedReason: string;
  readonly version: number;
}

/** What can be said of a task when it is made, and changed while it is open. */
export interface TaskPlan {
  /** 1 to {@link TASK_TITLE_LENGTH}. */
  readonly title: string;
  /** Civil date. */
  readonly dueOn: string | null;
  readonly assigneeId: PersonId | null;
}

/** A task that a step of a route or a rule makes. */
export interface StepTask extends TaskPlan {
  readonly origin: Exclude<TaskOrigin, 'person'>;
  /** Names the step within the case: the same step taken again makes no second task. 1 to 200. */
  readonly stepKey: string;
  /** Whether it ends with its step alone. */
  readonly endsWithStep?: true;
}

/** @throws Conflict `task-ended` */
export function assertOpenTask({ state }: Pick<Task, 'state'>): void {
  if (state === 'open') return;
  const words = state === 'done' ? 'is done already' : 'was cancelled';
  throw new Conflict('task-ended', `This task ${words}.`, { state });
}

/** What stands until its step is done ends by no hand. @throws Conflict `task-ends-with-step` */
export function assertEndedByHand({ endsWithStep }: Pick<Task, 'endsWithStep'>): void {
  if (!endsWithStep) return;
  const message =
    'This task ends when what it asks for is done. Nobody ends it or puts it off by hand.';
  throw new Conflict('task-ends-with-step', message);
}

/** @throws Conflict `task-outstanding` for the first that a case cannot be closed over. */
export function assertNoneOutstanding(open: readonly Pick<Task, 'title' | 'endsWithStep'>[]): void {
  const first = open.find(({ endsWithStep }) => endsWithStep);
  if (!first) return;
  const message = `This case cannot be closed yet. First: ${first.title}.`;
  throw new Conflict('task-outstanding', message);
}

/** A day that has passed already is no day to set. @throws Invalid `task-day-past` at `dueOn` */
export function assertDayAhead(dueOn: string | null, today: string): void {
  if (dueOn === null || dueOn >= today) return;
  const message = 'The day it is due cannot be in the past';
  throw new Invalid('task-day-past', message, [{ field: 'dueOn', message }]);
}

/** @returns the refusal to close a case while tasks are open. */
export function tasksOpen(count: number): Invalid {
  const message =
    count === 1
      ? 'A task is still open. Say that it is to be cancelled, or finish it first'
      : `${count} tasks are still open. Say that they are to be cancelled, or finish them first`;
  return new Invalid('tasks-open', message, [{ field: 'cancelTasks', message }]);
}
