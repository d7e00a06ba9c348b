import { Injectable } from '@nestjs/common';
import { Conflict, type Id, NotFound, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import type { Task, TaskOrigin, TaskPlan, TaskState } from './task.js';

/** A new task as it is written. */
interface TaskRow extends TaskPlan {
  readonly id: Id;
  readonly origin: TaskOrigin;
  readonly stepKey: string | null;
  readonly endsWithStep?: true;
  readonly madeBy: PersonId | null;
  readonly madeAt: Date;
}

/** How a task ended. */
interface Ending {
  readonly state: Exclude<TaskState, 'open'>;
  readonly by: PersonId | null;
  readonly at: Date;
  readonly reason: string | null;
}

const SELECT = `select t.id, t.title, t.due_on::text as "dueOn", t.assignee_id as "assigneeId",
    a.name as "assigneeName", t.origin, t.state, t.ends_with_step as "endsWithStep", m.name as "madeByName", t.made_at as "madeAt",
    e.name as "endedByName", t.ended_at as "endedAt", coalesce(t.ended_reason, '') as "endedReason", t.version
  from case_task t
  left join person a on a.organisation_id = t.organisation_id and a.id = t.assignee_id
  left join person m on m.organisation_id = t.organisation_id and m.id = t.made_by
  left join person e on e.organisation_id = t.organisation_id and e.id = t.ended_by
  where t.organisation_id = $1 and t.case_id = $2`;

/** Reads and writes the tasks of cases. Callers have found the case for their person first. */
@Injectable()
export class TasksRepository {
  constructor(private readonly tx: Transactions) {}

  /** The tasks of a case: those that are open, by day; then those that ended, newest first. */
  list(found: Case): Promise<Task[]> {
    return this.tx.query<Task>(
      `${SELECT} order by t.state <> 'open', t.ended_at desc, t.due_on nulls last, t.made_at, t.id limit 500`,
      [found.organisationId, found.id],
    );
  }

  /** The open tasks of a case, by day. */
  listOpen(found: Case): Promise<Task[]> {
    return this.tx.query<Task>(
      `${SELECT} and t.state = 'open' order by t.due_on nulls last, t.made_at, t.id limit 500`,
      [found.organisationId, found.id],
    );
  }

  /** The open task that a step of the case has made; undefined where there is none. */
  async findOpenOfStep(found: Case, stepKey: string): Promise<Task | undefined> {
    const rows = await this.tx.query<Task>(`${SELECT} and t.state = 'open' and t.step_key = $3`, [
      found.organisationId,
      found.id,
      stepKey,
    ]);
    return rows[0];
  }

  /** @throws NotFound `task-not-found` */
  async get(found: Case, id: Id): Promise<Task> {
    const rows = await this.tx.query<Task>(`${SELECT} and t.id = $3`, [
      found.organisationId,
      found.id,
      id,
    ]);
    if (!rows[0]) throw new NotFound('task-not-found', 'We could not find that task.');
    return rows[0];
  }

  /** @returns false where the same step of the case has made its task before. */
  async insert(found: Case, task: TaskRow): Promise<boolean> {
    const rows = await this.tx.query<{ id: Id }>(
      `insert into case_task (id, organisation_id, case_id, title, due_on, assignee_id, origin, step_key,
         made_by, made_at, ends_with_step) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (organisation_id, case_id, step_key) where step_key is not null do nothing returning id`,
      [
        task.id,
        found.organisationId,
        found.id,
        task.title,
        task.dueOn,
        task.assigneeId,
        task.origin,
        task.stepKey,
        task.madeBy,
        task.madeAt,
        task.endsWithStep ?? false,
      ],
    );
    return rows.length > 0;
  }

  /** Changes an open task that is still as it was read. @throws Conflict `task-changed` */
  change(found: Case, task: Task, plan: TaskPlan): Promise<void> {
    return this.update(found, task, 'title = $5, due_on = $6, assignee_id = $7', [
      plan.title,
      plan.dueOn,
      plan.assigneeId,
    ]);
  }

  /** Ends an open task that is still as it was read. @throws Conflict `task-changed` */
  end(found: Case, task: Task, { state, by, at, reason }: Ending): Promise<void> {
    const set = 'state = $5, ended_by = $6, ended_at = $7, ended_reason = $8';
    return this.update(found, task, set, [state, by, at, reason]);
  }

  private async update(found: Case, task: Task, set: string, values: unknown[]): Promise<void> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update case_task set ${set}, version = version + 1
        where organisation_id = $1 and case_id = $2 and id = $3 and version = $4 and state = 'open'
        returning id`,
      [found.organisationId, found.id, task.id, task.version, ...values],
    );
    if (rows.length > 0) return;
    throw new Conflict('task-changed', 'Somebody else changed this task first. Look at it again.');
  }
}
