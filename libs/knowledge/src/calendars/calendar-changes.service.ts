import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, can, requirePermission, scopeOfActor } from '#identity';
import { Clock, Forbidden, type Id, newId } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import {
  type CalendarChange,
  type CalendarChangeEntry,
  type CalendarProposal,
  requireInForce,
  requireMayPublish,
  requireNotInForce,
  requireProposed,
  requireWorkingDay,
} from './calendar-change.js';
import { CalendarChangeRepository } from './calendar-change.repository.js';
import { calendarPublished } from './calendars.jobs.js';

/** Changes of the calendars: one person asks, another publishes, and the clocks follow. */
@Injectable()
export class CalendarChanges {
  constructor(
    private readonly tx: Transactions,
    private readonly changes: CalendarChangeRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /** All changes: what waits first, then what counts. */
  list(actor: Actor): Promise<CalendarChangeEntry[]> {
    requireEither(actor);
    return this.tx.run(scopeOfActor(actor), () => this.changes.list(actor.organisationId));
  }

  /** One change. @throws NotFound `calendar-change-not-found` */
  get(actor: Actor, id: Id): Promise<CalendarChangeEntry> {
    requireEither(actor);
    return this.tx.run(scopeOfActor(actor), () => this.changes.get(actor.organisationId, id));
  }

  /** Says whether a day may be asked for, and keeps nothing. @throws Invalid `day-is-off-already` */
  check(actor: Actor, proposal: CalendarProposal): Promise<void> {
    requirePermission(actor, 'calendar:edit');
    requireWorkingDay(proposal);
    return this.tx.run(scopeOfActor(actor), async () =>
      requireNotInForce(proposal, await this.changes.listInForce(actor.organisationId)),
    );
  }

  /**
   * Asks for a day to be added.
   *
   * @throws Invalid `day-is-off-already`; Conflict `calendar-change-waits`
   */
  propose(actor: Actor, proposal: CalendarProposal): Promise<CalendarChange> {
    return this.tx.run(scopeOfActor(actor), async () => {
      await this.check(actor, proposal);
      return this.insert(actor, { ...proposal, act: 'add', removes: null });
    });
  }

  /** Asks for an added day to be taken away again. @throws Conflict `calendar-day-not-in-force`, `calendar-change-waits` */
  proposeRemoval(actor: Actor, id: Id): Promise<CalendarChange> {
    requirePermission(actor, 'calendar:edit');
    return this.tx.run(scopeOfActor(actor), async () => {
      const added = await this.changes.get(actor.organisationId, id);
      requireInForce(added);
      return this.insert(actor, { ...added, act: 'remove', removes: id });
    });
  }

  /**
   * Publishes what another person asked for; the running clocks are worked out anew in the background.
   *
   * @throws Forbidden `publisher-is-proposer`; Conflict `calendar-change-settled`
   */
  publish(actor: Actor, id: Id): Promise<void> {
    requirePermission(actor, 'calendar:publish');
    return this.tx.run(scopeOfActor(actor), async () => {
      const change = await this.changes.get(actor.organisationId, id);
      requireMayPublish(change, actor.personId);
      await this.settle(actor, change, 'published');
      await this.outbox.add(actor.organisationId, calendarPublished, { changeId: id });
    });
  }

  /** Discards what was asked for. @throws Conflict `calendar-change-settled` */
  discard(actor: Actor, id: Id): Promise<void> {
    requireEither(actor);
    return this.tx.run(scopeOfActor(actor), async () => {
      const change = await this.changes.get(actor.organisationId, id);
      requireProposed(change);
      await this.settle(actor, change, 'discarded');
    });
  }

  private async insert(
    actor: Actor,
    asked: CalendarProposal & Pick<CalendarChange, 'act' | 'removes'>,
  ): Promise<CalendarChange> {
    const { calendar, on, name, source, act, removes } = asked;
    const change: CalendarChange = {
      calendar,
      on,
      name,
      source,
      act,
      removes,
      id: newId(),
      organisationId: actor.organisationId,
      state: 'proposed',
      inForce: false,
      proposedBy: actor.personId,
      proposedAt: this.clock.now(),
      settledBy: null,
      settledAt: null,
    };
    await this.changes.insert(change);
    await this.record(actor, 'calendar.proposed', change);
    return change;
  }

  private async settle(
    actor: Actor,
    change: CalendarChange,
    state: 'published' | 'discarded',
  ): Promise<void> {
    await this.changes.settle(change, state, { personId: actor.personId, at: this.clock.now() });
    await this.record(actor, `calendar.${state}`, change);
  }

  private async record(actor: Actor, action: string, change: CalendarChange): Promise<void> {
    const { id, calendar, on, act } = change;
    await this.trail.record(actor, action, { type: 'calendar', id }, { calendar, on, act });
  }
}

function requireEither(actor: Actor): void {
  if (can(actor, 'calendar:edit') || can(actor, 'calendar:publish')) return;
  throw new Forbidden('permission-missing');
}
