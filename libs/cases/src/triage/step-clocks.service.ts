import { Injectable } from '@nestjs/common';
import { findDeadlineRule, isJurisdiction } from '#deadlines';
import type { Actor } from '#identity';
import type { Case } from '../case.js';
import { CaseClocks } from './case-clocks.service.js';
import type { CaseDeadline } from './case-deadline.js';
import { CaseDeadlineRepository } from './case-deadline.repository.js';
import { startKnownTo } from './clock-starts.js';
import { basisOf, type ClockBasis, type WantedClock } from './running-clocks.js';
import { readMoment } from './told-starts.js';

/** A clock that a step calls for. */
export interface StepClock {
  /** Id of a deadline rule. */
  readonly deadline: string;
  /** Civil date, instant, or `YYYY-MM-DDTHH:MM` by the clock on the wall; left out where it is not known. */
  readonly start?: { readonly at: string; readonly noticedBy?: string | undefined } | undefined;
  /** The date itself, for clocks whose rule has no number. */
  readonly stated?: string | undefined;
}

/**
 * Starts clocks as part of something else, such as a step of a route. Runs inside the unit of work of its caller,
 * who has found the case for the actor.
 */
@Injectable()
export class StepClocks {
  constructor(
    private readonly deadlines: CaseDeadlineRepository,
    private readonly clocks: CaseClocks,
  ) {}

  /**
   * Has a clock run from what the step tells. One that runs already on the same basis is let be, on another it is
   * counted anew; a clock that the nation of the case does not know is not started.
   *
   * @returns whether anything was started.
   * @throws Conflict `case-closed`
   */
  async run(actor: Actor, found: Case, step: StepClock): Promise<boolean> {
    const { organisationId, id, jurisdiction } = found;
    if (!isKnownIn(step.deadline, jurisdiction)) return false;
    await this.deadlines.holdOpenCase(organisationId, id);
    const all = await this.deadlines.list(organisationId, id);
    const running = all.find((one) => one.state === 'open' && one.deadline === step.deadline);
    const basis = basisFor(found, step, running);
    if (running && isSame(basisOf(running), basis)) return false;
    const wanted: WantedClock = {
      deadline: step.deadline,
      assumed: [],
      origin: 'person',
      ...basis,
    };
    if (running) await this.clocks.replace(actor, found, { running, wanted, jurisdiction });
    else await this.clocks.start(actor, found, { wanted, jurisdiction });
    await this.deadlines.refreshNextDue(organisationId, id);
    return true;
  }
}

function isKnownIn(deadline: string, jurisdiction: string): boolean {
  const rule = findDeadlineRule(deadline);
  return !!rule && isJurisdiction(jurisdiction) && rule.jurisdictions.includes(jurisdiction);
}

function basisFor(found: Case, step: StepClock, running: CaseDeadline | undefined): ClockBasis {
  const before: ClockBasis = running ? basisOf(running) : { start: null, stated: null };
  const at = step.start && readMoment(step.start.at, found.jurisdiction);
  const told = at === undefined ? undefined : { at, noticedBy: step.start?.noticedBy };
  const stated = step.stated && readMoment(step.stated, found.jurisdiction);
  return {
    start: told ?? before.start ?? startKnownTo(found, step.deadline) ?? null,
    stated: stated ?? before.stated,
  };
}

function isSame(one: ClockBasis, other: ClockBasis): boolean {
  return (
    one.stated === other.stated &&
    one.start?.at === other.start?.at &&
    one.start?.noticedBy === other.start?.noticedBy
  );
}
