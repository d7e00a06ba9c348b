import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { OutboxRepository } from '#platform';
import type { Case } from '../case.js';
import { caseChanged } from '../cases.jobs.js';
import { CaseClocks } from './case-clocks.service.js';
import type { CaseDeadline } from './case-deadline.js';
import { CaseDeadlineRepository } from './case-deadline.repository.js';

/** What somebody outside has stated: since when it runs and by when they want it. ISO instants. */
export interface StatedDue {
  readonly start: string;
  readonly stated: string;
}

/** How a stated clock ends when nothing is due by it any more. */
export type StatedEnd = { readonly state: 'met' } | { readonly state: 'withdrawn'; reason: string };

/**
 * Keeps a clock whose date others state, such as a journalist, in step with what they said last. Runs inside the unit
 * of work of its caller, who has found the case for the person and asked for their right.
 */
@Injectable()
export class StatedClocks {
  constructor(
    private readonly deadlines: CaseDeadlineRepository,
    private readonly clocks: CaseClocks,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /** Starts the clock, or sets it anew where another moment is stated. @throws Conflict `case-closed` */
  async set(actor: Actor, found: Case, deadline: string, due: StatedDue): Promise<void> {
    const running = await this.running(found, deadline);
    if (running?.stated === due.stated) return;
    const { jurisdiction } = found;
    const basis = { start: { at: due.start }, stated: due.stated };
    const wanted = {
      deadline,
      assumed: running?.assumed ?? [],
      origin: running?.origin ?? ('person' as const),
      ...basis,
    };
    if (running) await this.clocks.replace(actor, found, { running, wanted, jurisdiction });
    else await this.clocks.start(actor, found, { wanted, jurisdiction });
    await this.tell(found);
  }

  /** Ends the clock where it runs. @throws Conflict `case-closed` */
  async end(actor: Actor, found: Case, deadline: string, end: StatedEnd): Promise<void> {
    const running = await this.running(found, deadline);
    if (!running) return;
    if (end.state === 'withdrawn') await this.clocks.withdraw(actor, running, end.reason);
    else await this.meet(actor, running);
    await this.tell(found);
  }

  private async meet(actor: Actor, running: CaseDeadline): Promise<void> {
    await this.deadlines.settle(running, {
      state: 'met',
      settledAt: this.clock.now(),
      settledBy: actor.personId,
      settledReason: null,
    });
    await this.clocks.record(actor, 'deadline.met', running);
  }

  private async running(
    { organisationId, id }: Case,
    deadline: string,
  ): Promise<CaseDeadline | undefined> {
    const all = await this.deadlines.list(organisationId, id);
    return all.find((one) => one.state === 'open' && one.deadline === deadline);
  }

  private async tell({ organisationId, id }: Case): Promise<void> {
    await this.deadlines.refreshNextDue(organisationId, id);
    await this.outbox.add(organisationId, caseChanged, { caseId: id });
  }
}
