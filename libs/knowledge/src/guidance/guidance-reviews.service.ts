import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { civilDateIn } from '#deadlines';
import { listSources, needsReview, type Recheck, reviewState, type ReviewState } from '#guidance';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Invalid, newId, NotFound, type OrganisationId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import { GuidanceRepository, type GuidanceTask } from './guidance.repository.js';
import { LinkCheckRepository } from './link-check.repository.js';
import { RecheckIndex } from './recheck-index.js';

/** What somebody writes down after a look at a source. Dates are civil dates (ISO). */
export type RecheckGiven = Omit<Recheck, 'checkedBy'>;

/** Where the organisations work: their days begin there. */
const ZONE = 'Europe/London';

/** Keeps watch over how current the sources are, and who looked at them. */
@Injectable()
export class GuidanceReviews {
  constructor(
    private readonly tx: Transactions,
    private readonly guidance: GuidanceRepository,
    private readonly links: LinkCheckRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The newest looks of the actor's organisation; labels made with them warn of what holds today. */
  rechecks(actor: Actor): Promise<RecheckIndex> {
    const { organisationId } = actor;
    return this.tx.run(
      scopeOfActor(actor),
      async () => new RecheckIndex(await this.guidance.listRechecks(organisationId), this.today()),
    );
  }

  /** The same with what asking for the links of the sources found, for the library. */
  rechecksWithLinks(actor: Actor): Promise<RecheckIndex> {
    return this.tx.run(scopeOfActor(actor), () => this.index(actor.organisationId));
  }

  /** The sources that wait for a look. @throws Forbidden `permission-missing` */
  listTasks(actor: Actor): Promise<GuidanceTask[]> {
    requirePermission(actor, 'guidance:review');
    return this.tx.run(scopeOfActor(actor), () => this.guidance.listTasks(actor.organisationId));
  }

  /** How many sources wait. */
  countTasks(actor: Actor): Promise<number> {
    requirePermission(actor, 'guidance:review');
    return this.tx.run(scopeOfActor(actor), () => this.guidance.countTasks(actor.organisationId));
  }

  /**
   * Records that a source was looked at again. Its warnings end for this organisation at once.
   *
   * @throws Forbidden `permission-missing`; NotFound `source-not-found`;
   *   Invalid `recheck-invalid` for a look in the future, or a next look that does not come after it.
   */
  record(actor: Actor, given: RecheckGiven): Promise<void> {
    requirePermission(actor, 'guidance:review');
    requireSource(given);
    requireSensibleDates(given, this.today());
    return this.tx.run(scopeOfActor(actor), async () => {
      const id = newId();
      const row = { ...given, id, checkedBy: actor.personId, recordedAt: this.clock.now() };
      await this.guidance.addRecheck(actor.organisationId, row);
      const { key, edition, reviewBy } = given;
      const subject = { type: 'guidance', id };
      await this.trail.record(actor, 'guidance.rechecked', subject, { key, edition, reviewBy });
      await this.renew(actor.organisationId);
    });
  }

  /** Raises what needs a look on this day and takes away what does not any more; for the worker. */
  watch(organisationId: OrganisationId): Promise<number> {
    return this.tx.run(scopeOf(organisationId), async () => {
      const raised = await this.renew(organisationId);
      if (raised > 0) {
        const subject = { type: 'guidance', id: organisationId };
        const actor = { organisationId, personId: null };
        await this.trail.record(actor, 'guidance.checks-due', subject, { raised });
      }
      return raised;
    });
  }

  private async renew(organisationId: OrganisationId): Promise<number> {
    const due = tasksDue(await this.index(organisationId));
    await this.guidance.keepOnly(organisationId, due);
    return this.guidance.raise(organisationId, due, this.clock.now());
  }

  private async index(organisationId: OrganisationId): Promise<RecheckIndex> {
    const rechecks = await this.guidance.listRechecks(organisationId);
    return new RecheckIndex(rechecks, this.today(), await this.links.list(organisationId));
  }

  private today(): string {
    return civilDateIn(this.clock.now(), ZONE);
  }
}

function tasksDue(index: RecheckIndex): Omit<GuidanceTask, 'raisedAt'>[] {
  return listSources().flatMap(({ key, editions }) =>
    editions.flatMap((one) => {
      const state = reviewState(one, index.today, index.find({ key, edition: one.edition }));
      const reason = reasonOf(state, index.hasBrokenLink(state));
      return reason ? [{ key, edition: one.edition, reason }] : [];
    }),
  );
}

function reasonOf(state: ReviewState, hasBrokenLink: boolean): GuidanceTask['reason'] | undefined {
  if (needsReview(state)) return state.currency === 'overdue' ? 'overdue' : 'unverified';
  return hasBrokenLink ? 'link_broken' : undefined;
}

function requireSource({ key, edition }: RecheckGiven): void {
  const source = listSources().find((one) => one.key === key);
  if (!source?.editions.some((one) => one.edition === edition)) {
    throw new NotFound('source-not-found', 'We know no such source.');
  }
}

function requireSensibleDates({ checkedOn, reviewBy }: RecheckGiven, today: string): void {
  const faults = [
    ...(checkedOn > today
      ? [{ field: 'checkedOn', message: 'The day of the look cannot be in the future' }]
      : []),
    ...(reviewBy <= today
      ? [{ field: 'reviewBy', message: 'The next look has to be after today' }]
      : []),
  ];
  if (faults.length > 0) throw new Invalid('recheck-invalid', faults[0]!.message, faults);
}
