import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Case } from './case.js';
import { PostCopiesRepository } from './copies/post-copies.repository.js';
import { assertCopiesLookedFor, type CaseOutcome, type CopiesLookedFor } from './outcome.js';
import { CaseTasks } from './tasks/case-tasks.service.js';
import { CaseClocks } from './triage/case-clocks.service.js';

/** What is still open on a case when it is closed. Runs inside the unit of work of its caller. */
@Injectable()
export class LooseEnds {
  constructor(
    private readonly clocks: CaseClocks,
    private readonly tasks: CaseTasks,
    private readonly copies: PostCopiesRepository,
  ) {}

  /** @throws Invalid `copies-unknown`, `copies-open` at `copies`, where the post is gone and copies are not dealt with */
  async assertCopiesLookedFor(
    found: Case,
    outcome: CaseOutcome,
    copies: CopiesLookedFor | undefined,
  ): Promise<void> {
    assertCopiesLookedFor(outcome, copies, await this.copies.count(found));
  }

  /**
   * Withdraws the clocks that run and cancels the tasks that are open, where the person says so.
   *
   * @throws Conflict `case-closed`, `task-outstanding`
   * @throws Invalid `clocks-run` at `withdrawClocks`, `tasks-open` at `cancelTasks`
   */
  async endAll(
    actor: Actor,
    found: Case,
    agreed: { withdrawClocks: boolean; cancelTasks: boolean; reason: string },
  ): Promise<void> {
    const { withdrawClocks, cancelTasks, reason } = agreed;
    await this.clocks.endAll(actor, found, { isAgreed: withdrawClocks, reason });
    await this.tasks.endAll(actor, found, { isAgreed: cancelTasks, reason });
  }
}
