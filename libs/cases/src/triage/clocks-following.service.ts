import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '#kernel';
import { OutboxRepository } from '#platform';
import { CaseRepository } from '../case.repository.js';
import { caseChanged } from '../cases.jobs.js';
import { CaseClocks } from './case-clocks.service.js';
import { CaseDeadlineRepository } from './case-deadline.repository.js';
import type { ClockOnCase } from './clocks-over-day.repository.js';
import { basisOf } from './running-clocks.js';
import { MOVED_ON } from './settling-reasons.js';

/** Has running clocks follow the calendar, in the name of nobody. Runs inside the unit of work of its caller. */
@Injectable()
export class ClocksFollowing {
  constructor(
    private readonly clocks: CaseClocks,
    private readonly cases: CaseRepository,
    private readonly deadlines: CaseDeadlineRepository,
    private readonly outbox: OutboxRepository,
  ) {}

  /** Puts a clock that follows the calendar in the place of one that does not. */
  async follow(organisationId: OrganisationId, clock: ClockOnCase): Promise<void> {
    const found = await this.cases.findById(organisationId, clock.caseId);
    if (found?.state !== 'open') return;
    await this.deadlines.holdOpenCase(organisationId, found.id);
    const running = await this.deadlines.get(organisationId, found.id, clock.id);
    // Whoever changed it meanwhile had the new calendar before them.
    if (running.state !== 'open' || running.version !== clock.version) return;
    await this.clocks.replace({ organisationId, personId: null }, found, {
      running,
      wanted: { ...running, ...basisOf(running) },
      jurisdiction: found.jurisdiction,
      because: MOVED_ON.calendarChanged,
    });
    await this.deadlines.refreshNextDue(organisationId, found.id);
    await this.outbox.add(organisationId, caseChanged, { caseId: found.id });
  }
}
