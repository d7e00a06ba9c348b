import { Injectable } from '@nestjs/common';
import { civilDateIn } from '#deadlines';
import { type Actor, type PersonSummary, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, Invalid } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import { CaseAssignmentService } from '../case-assignment.service.js';
import { CaseReadingService } from '../case-reading.service.js';
import { CaseTasks } from './case-tasks.service.js';
import {
  assertDayAhead,
  assertEndedByHand,
  assertOpenTask,
  type Task,
  type TaskPlan,
} from './task.js';
import { TasksRepository } from './tasks.repository.js';

/** What has to be done on a case: who does it, by when, and that it was done. */
@Injectable()
export class TasksService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly assignment: CaseAssignmentService,
    private readonly tasks: TasksRepository,
    private readonly caseTasks: CaseTasks,
    private readonly clock: Clock,
  ) {}

  /** The tasks of a case: open ones first, by day. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<Task[]> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.tasks.list(await this.reading.get(actor, reference)),
    );
  }

  /** The open tasks of a case that was found for this person. */
  listOpen(actor: Actor, found: Case): Promise<Task[]> {
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), () => this.tasks.listOpen(found));
  }

  /** One task. @throws NotFound `case-not-found`, `task-not-found` */
  get(actor: Actor, reference: string, id: Id): Promise<Task> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.tasks.get(await this.reading.get(actor, reference), id),
    );
  }

  /** Those who can be given a task of the case. @throws NotFound `case-not-found` */
  listCandidates(actor: Actor, reference: string): Promise<PersonSummary[]> {
    return this.assignment.listCandidates(actor, reference);
  }

  /**
   * Makes a task.
   *
   * @throws NotFound `case-not-found`; Conflict `case-closed`
   * @throws Invalid `task-day-past` at `dueOn`, `not-a-caseworker` at `assigneeId`
   */
  make(actor: Actor, reference: string, plan: TaskPlan): Promise<Task> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      await this.check(actor, found, plan);
      return this.tasks.get(found, await this.caseTasks.makeByHand(actor, found, plan));
    });
  }

  /**
   * Says anew what is to be done, by when and by whom.
   *
   * @param change what is left out stays; `version` is the one that the person saw.
   * @throws NotFound `task-not-found`; Conflict `task-ended`, `task-changed`, `task-ends-with-step`, `case-closed`
   * @throws Invalid as {@link make}
   */
  change(
    actor: Actor,
    reference: string,
    { id, version, ...change }: Partial<TaskPlan> & { id: Id; version: number },
  ): Promise<Task> {
    return this.step(actor, reference, id, async (found, task) => {
      const { title, dueOn, assigneeId } = task;
      const plan = { title, dueOn, assigneeId, ...change };
      const isSameDay = plan.dueOn === dueOn;
      if (!isSameDay || plan.title !== title) assertEndedByHand(task);
      await this.check(actor, found, isSameDay ? { ...plan, dueOn: null } : plan);
      await this.caseTasks.change(actor, found, { ...task, version }, plan);
    });
  }

  /** Marks a task as done. @throws NotFound `task-not-found`; Conflict `task-ended`, `task-ends-with-step`, `case-closed` */
  finish(actor: Actor, reference: string, id: Id): Promise<Task> {
    return this.step(actor, reference, id, (found, task) => {
      assertEndedByHand(task);
      return this.caseTasks.end(actor, found, task, { state: 'done', reason: null });
    });
  }

  /** Cancels a task that need not be done. @param reason 1 to 5,000. @throws as {@link finish} */
  cancel(actor: Actor, reference: string, id: Id, reason: string): Promise<Task> {
    return this.step(actor, reference, id, (found, task) => {
      assertEndedByHand(task);
      return this.caseTasks.end(actor, found, task, { state: 'cancelled', reason });
    });
  }

  private step(
    actor: Actor,
    reference: string,
    id: Id,
    work: (found: Case, task: Task) => Promise<void>,
  ): Promise<Task> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      const task = await this.tasks.get(found, id);
      assertOpenTask(task);
      await work(found, task);
      return this.tasks.get(found, id);
    });
  }

  private async check(actor: Actor, found: Case, { dueOn, assigneeId }: TaskPlan): Promise<void> {
    // London and Dublin are always at the same hour.
    assertDayAhead(dueOn, civilDateIn(this.clock.now(), 'Europe/London'));
    if (assigneeId === null) return;
    const candidates = await this.assignment.listCandidates(actor, found.reference);
    if (candidates.some(({ id }) => id === assigneeId)) return;
    const message = 'Choose somebody who works on cases and may see this one';
    throw new Invalid('not-a-caseworker', message, [{ field: 'assigneeId', message }]);
  }
}
