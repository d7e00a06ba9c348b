import { Injectable } from '@nestjs/common';
import { type AuditActor, type AuditDetail, AuditTrail } from '#audit';
import { Clock, type Id, newId } from '#kernel';
import type { Case } from '../case.js';
import { CaseDeadlineRepository } from '../triage/case-deadline.repository.js';
import {
  assertNoneOutstanding,
  type StepTask,
  type Task,
  type TaskPlan,
  tasksOpen,
} from './task.js';
import { TasksRepository } from './tasks.repository.js';

/** What is said of a task that is made. */
type NewTask = TaskPlan &
  Pick<Task, 'origin'> & { readonly stepKey: string | null; readonly endsWithStep?: true };

/** How a task ends; one that is cancelled has a reason. */
type HowEnded = { state: 'done'; reason: null } | { state: 'cancelled'; reason: string };

/**
 * Makes and ends tasks as part of something else: a step of a route, a rule, the closing of a case. Runs inside
 * the unit of work of its caller, who has found the case for the actor. A person id of null is background work.
 */
@Injectable()
export class CaseTasks {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly deadlines: CaseDeadlineRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the task of a step, unless the step has made it before: then nothing happens, whatever became of it.
   *
   * @returns whether it was made.
   * @throws Conflict `case-closed`
   */
  async make(actor: AuditActor, found: Case, task: StepTask): Promise<boolean> {
    return (await this.insert(actor, found, task)) !== undefined;
  }

  /** Makes a task that a person thought of. @returns its id. @throws Conflict `case-closed` */
  async makeByHand(actor: AuditActor, found: Case, plan: TaskPlan): Promise<Id> {
    const made = await this.insert(actor, found, { ...plan, origin: 'person', stepKey: null });
    return made!;
  }

  /** Says anew what is to be done, by when and by whom. @throws Conflict `task-changed`, `case-closed` */
  async change(actor: AuditActor, found: Case, task: Task, plan: TaskPlan): Promise<void> {
    await this.deadlines.holdOpenCase(found.organisationId, found.id);
    await this.tasks.change(found, task, plan);
    await this.tell(actor, found, 'task.changed', { task: task.id, dueOn: plan.dueOn });
  }

  /** Ends a task. @throws Conflict `task-changed`, `case-closed` */
  async end(actor: AuditActor, found: Case, task: Task, how: HowEnded): Promise<void> {
    await this.deadlines.holdOpenCase(found.organisationId, found.id);
    await this.tasks.end(found, task, { ...how, by: actor.personId, at: this.clock.now() });
    await this.tell(actor, found, `task.${how.state}`, { task: task.id });
  }

  /** Marks the task of a step as done, where it is still open. */
  async finishStep(actor: AuditActor, found: Case, stepKey: string): Promise<void> {
    const task = await this.tasks.findOpenOfStep(found, stepKey);
    if (task) await this.end(actor, found, task, { state: 'done', reason: null });
  }

  /**
   * Cancels every task that is still open on a case, because the case is closed.
   *
   * @throws Conflict `task-outstanding` where one ends with its step alone.
   * @throws Invalid `tasks-open` at `cancelTasks` where some are open and `isAgreed` is false.
   */
  async endAll(
    actor: AuditActor,
    found: Case,
    { isAgreed, reason }: { isAgreed: boolean; reason: string },
  ): Promise<void> {
    const open = await this.tasks.listOpen(found);
    assertNoneOutstanding(open);
    if (open.length > 0 && !isAgreed) throw tasksOpen(open.length);
    for (const task of open) await this.end(actor, found, task, { state: 'cancelled', reason });
  }

  private async insert(actor: AuditActor, found: Case, task: NewTask): Promise<Id | undefined> {
    // Held before anything is written: two who write first and hold then would wait for each other.
    await this.deadlines.holdOpenCase(found.organisationId, found.id);
    const id = newId();
    const made = { id, madeBy: actor.personId, madeAt: this.clock.now() };
    if (!(await this.tasks.insert(found, { ...task, ...made }))) return undefined;
    const { origin, stepKey } = task;
    await this.tell(actor, found, 'task.made', { task: id, origin, stepKey });
    return id;
  }

  private async tell(
    actor: AuditActor,
    found: Case,
    action: string,
    detail: AuditDetail,
  ): Promise<void> {
    await this.deadlines.refreshNextDue(found.organisationId, found.id);
    await this.trail.record(actor, action, { type: 'case', id: found.id }, detail);
  }
}
