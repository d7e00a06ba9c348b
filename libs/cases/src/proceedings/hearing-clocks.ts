import { Injectable } from '@nestjs/common';
import { writeInstant } from '#deadlines';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import type { Case } from '../case.js';
import { CaseClocks } from '../triage/case-clocks.service.js';
import { CaseDeadlineRepository } from '../triage/case-deadline.repository.js';
import { StepClocks } from '../triage/step-clocks.service.js';
import { clockOf, type Hearing } from './hearing.js';

const NO_DAY = 'No hearing has a day any more.';

/** Keeps the clock of the next hearing in step with what is listed. Runs inside the unit of work of its caller. */
@Injectable()
export class HearingClocks {
  constructor(
    private readonly steps: StepClocks,
    private readonly clocks: CaseClocks,
    private readonly deadlines: CaseDeadlineRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Has the clock of a kind of hearing run to the next one that is listed. Without one it is met where the last was
   * held, and withdrawn where it was not.
   */
  async follow(
    actor: Actor,
    found: Case,
    { changed, all }: { changed: Hearing; all: readonly Hearing[] },
  ): Promise<void> {
    const deadline = clockOf(changed.kind);
    const next = all.find(
      ({ kind, state, beginsAt }) => clockOf(kind) === deadline && state === 'listed' && beginsAt,
    );
    if (next?.beginsAt) {
      await this.steps.run(actor, found, { deadline, stated: writeInstant(next.beginsAt) });
      return;
    }
    await this.end(actor, found, deadline, changed.state === 'held');
  }

  private async end(actor: Actor, found: Case, deadline: string, isMet: boolean): Promise<void> {
    const all = await this.deadlines.list(found.organisationId, found.id);
    const running = all.find((one) => one.state === 'open' && one.deadline === deadline);
    if (!running) return;
    if (isMet) {
      const by = { settledAt: this.clock.now(), settledBy: actor.personId, settledReason: null };
      await this.deadlines.settle(running, { state: 'met', ...by });
      await this.clocks.record(actor, 'deadline.met', running);
    } else {
      await this.clocks.withdraw(actor, running, NO_DAY);
    }
    await this.deadlines.refreshNextDue(found.organisationId, found.id);
  }
}
