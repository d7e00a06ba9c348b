import { Injectable } from '@nestjs/common';
import { addWorkingDays, calendarOf, dayIn, isJurisdiction } from '#deadlines';
import type { Actor } from '#identity';
import { Clock, type Id } from '#kernel';
import type { Case } from '../case.js';
import { CaseTasks } from '../tasks/case-tasks.service.js';
import { areParallel, type Proceeding } from './proceeding.js';

/** A task that comes of a step in proceedings. */
interface NewTask {
  readonly key: string;
  readonly title: string;
  /** Working days in the calendar of the case's nation; left out where a day is given. */
  readonly workingDays?: number;
  readonly dueOn?: string;
}

/** Makes the tasks that come of proceedings. Runs inside the unit of work of its caller. */
@Injectable()
export class ProceedingTasks {
  constructor(
    private readonly tasks: CaseTasks,
    private readonly clock: Clock,
  ) {}

  /** What follows when proceedings are added. @param all those of the case, the new ones among them. */
  async followOpening(
    actor: Actor,
    found: Case,
    { added, all }: { added: Proceeding; all: readonly Proceeding[] },
  ): Promise<void> {
    const of = (key: string) => `proceeding:${added.id}:${key}`;
    if (added.representative === '') {
      const title = 'Find somebody to represent or accompany the doctor in the proceedings';
      await this.make(actor, found, { key: of('representative'), title, workingDays: 3 });
    }
    if (added.kind === 'claim') {
      const told = { key: of('claims-team'), title: 'Tell the claims team about the claim' };
      await this.make(actor, found, { ...told, workingDays: 1 });
      const title = 'Mark as privileged what is written for the claim';
      await this.make(actor, found, { key: of('privilege'), title, workingDays: 1 });
    }
    if (added.kind === 'employer') {
      const title = 'Ask the doctor to show us each statement before it is given to the employer';
      await this.make(actor, found, { key: of('statements'), title, workingDays: 1 });
    }
    if (areParallel(all)) {
      const title =
        'Agree one account with the doctor and the solicitor before more is said anywhere';
      await this.make(actor, found, { key: 'proceedings:one-account', title, workingDays: 1 });
    }
  }

  /** What follows when a hearing is listed, or moved to another day. */
  async followHearing(
    actor: Actor,
    found: Case,
    { id, title, day }: { id: Id; title: string; day: string },
  ): Promise<void> {
    const of = (key: string) => `hearing:${id}:${day}:${key}`;
    const told = { key: of('tell'), title: 'Speak with the doctor about the hearing, calmly' };
    await this.make(actor, found, { ...told, workingDays: 1 });
    await this.make(actor, found, { key: of('begins'), title: `${title} begins`, dueOn: day });
  }

  /** What follows from an account that was given before anybody held it against the others. */
  async followEarlierAccount(actor: Actor, found: Case, id: Id): Promise<void> {
    const title = 'Show the solicitor an account that was given and does not fit';
    await this.make(actor, found, { key: `account:${id}:solicitor`, title, workingDays: 1 });
  }

  private async make(actor: Actor, found: Case, task: NewTask): Promise<void> {
    await this.tasks.make(actor, found, {
      title: task.title,
      dueOn: task.dueOn ?? this.workingDay(found, task.workingDays ?? 0),
      assigneeId: null,
      origin: 'route',
      stepKey: task.key,
    });
  }

  private workingDay({ jurisdiction }: Case, days: number): string {
    const nation = isJurisdiction(jurisdiction) ? jurisdiction : 'england';
    return addWorkingDays(dayIn(this.clock.now(), nation), days, calendarOf(nation));
  }
}
