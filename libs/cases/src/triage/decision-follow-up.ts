import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { ClockToStart } from '#triage';
import type { Case } from '../case.js';
import { CaseTasks } from '../tasks/case-tasks.service.js';
import { CaseClocks } from './case-clocks.service.js';
import type { ToldStarts } from './running-clocks.js';

/** What a decision sets going: clocks, and what has to be found out before a route can be gone. */
@Injectable()
export class DecisionFollowUp {
  constructor(
    private readonly clocks: CaseClocks,
    private readonly tasks: CaseTasks,
  ) {}

  /** Starts and withdraws clocks; has the owner of an unknown site looked for, once. */
  async follow(
    actor: Actor,
    found: Case,
    plan: { clocks: readonly ClockToStart[]; jurisdiction: string; told: ToldStarts },
  ): Promise<void> {
    await this.clocks.follow(actor, found, plan);
    const routes = [found.primaryRoute, ...found.alsoRoutes];
    if (found.platform !== 'other' || !routes.includes('moderator_report')) return;
    await this.tasks.make(actor, found, {
      title: 'Find out who runs the site, where reports go and what its rules are',
      dueOn: null,
      assigneeId: null,
      origin: 'route',
      stepKey: 'platform-owner',
    });
  }
}
