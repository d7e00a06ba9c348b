import { Injectable } from '@nestjs/common';
import { addWorkingDays, calendarOf, isJurisdiction } from '#deadlines';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import type { ClockToStart } from '#triage';
import type { Case } from '../case.js';
import { CaseTasks } from '../tasks/case-tasks.service.js';
import { CaseClocks } from './case-clocks.service.js';
import { dayOf } from './known-facts.js';
import type { ToldStarts } from './running-clocks.js';

/** A task that comes of a route before anything else can. */
interface Step {
  readonly title: string;
  readonly stepKey: string;
  /** Null where no day is set. */
  readonly workingDays: number | null;
}

/**
 * Watching is no waiting: what is not public is looked at from outside, and somebody looks again on a day that is said.
 *
 * @source S.mdu, as rule R101 of the table cites it
 */
const WATCH_PLAN: Step = {
  title: 'Say what is watched from outside, and on which day somebody looks again',
  stepKey: 'watch-plan',
  workingDays: 1,
};

const PLATFORM_OWNER: Step = {
  title: 'Find out who runs the site, where reports go and what its rules are',
  stepKey: 'platform-owner',
  workingDays: null,
};

/** What a decision sets going: clocks, and what has to be found out before a route can be gone. */
@Injectable()
export class DecisionFollowUp {
  constructor(
    private readonly clocks: CaseClocks,
    private readonly tasks: CaseTasks,
    private readonly clock: Clock,
  ) {}

  /** Starts and withdraws clocks; has a watch planned, and the owner of an unknown site looked for, each once. */
  async follow(
    actor: Actor,
    found: Case,
    plan: { clocks: readonly ClockToStart[]; jurisdiction: string; told: ToldStarts },
  ): Promise<void> {
    await this.clocks.follow(actor, found, plan);
    const routes = [found.primaryRoute, ...found.alsoRoutes];
    if (found.primaryRoute === 'monitor') await this.make(actor, found, WATCH_PLAN);
    if (found.platform !== 'other' || !routes.includes('moderator_report')) return;
    await this.make(actor, found, PLATFORM_OWNER);
  }

  private async make(actor: Actor, found: Case, step: Step): Promise<void> {
    const { title, stepKey, workingDays } = step;
    const dueOn = workingDays === null ? null : this.inWorkingDays(found, workingDays);
    await this.tasks.make(actor, found, {
      title,
      stepKey,
      dueOn,
      assigneeId: null,
      origin: 'route',
    });
  }

  private inWorkingDays(found: Case, count: number): string {
    const nation = isJurisdiction(found.jurisdiction) ? found.jurisdiction : 'england';
    return addWorkingDays(dayOf(found, this.clock.now()), count, calendarOf(nation));
  }
}
