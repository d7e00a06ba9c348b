import { Injectable } from '@nestjs/common';
import { dayIn, instantAtWallClock, isJurisdiction, zoneOf } from '#deadlines';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import {
  type CaseId,
  Clock,
  type Id,
  Invalid,
  newId,
  NotFound,
  type OrganisationId,
} from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import { requireOpen } from '../triage/open-case.js';
import {
  assertMayChange,
  assertNotice,
  type Hearing,
  type HearingEntry,
  type HearingForDoctor,
  type NewHearing,
} from './hearing.js';
import { HearingRecords } from './hearing-records.js';
import { HearingsRepository } from './hearings.repository.js';
import { assertRunning, type ProceedingKind } from './proceeding.js';
import { ProceedingsService } from './proceedings.service.js';

/** Which hearing of which proceedings, as it was read. */
interface Place {
  readonly proceedingId: Id;
  readonly id: Id;
  readonly version: number;
}

/** How a hearing is put off. */
export interface Adjourning extends Place {
  /** Day and time on the clock on the wall of the case's nation; null where no new day was set. */
  readonly to: string | null;
  readonly reason: string;
}

/** How a hearing ended: held, or it does not take place. */
export interface HearingEnding extends Place {
  readonly how: 'held' | 'vacated';
  readonly outcome: string;
}

/** Hearings of tribunals, courts and panels: listed from their notice, put off with a reason, held. */
@Injectable()
export class HearingsService {
  constructor(
    private readonly tx: Transactions,
    private readonly proceedings: ProceedingsService,
    private readonly hearings: HearingsRepository,
    private readonly records: HearingRecords,
    private readonly clock: Clock,
  ) {}

  /** The hearings in one of the proceedings. @throws NotFound `case-not-found`, `proceeding-not-found` */
  list(actor: Actor, reference: string, proceedingId: Id): Promise<HearingEntry[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found } = await this.proceedings.get(actor, reference, proceedingId);
      const all = await this.hearings.list(found);
      return all.filter((hearing) => hearing.proceedingId === proceedingId);
    });
  }

  /** One of them. @throws NotFound as {@link list}, `hearing-not-found` */
  async get(
    actor: Actor,
    reference: string,
    { proceedingId, id }: Pick<Adjourning, 'proceedingId' | 'id'>,
  ): Promise<HearingEntry> {
    const hearings = await this.list(actor, reference, proceedingId);
    const hearing = hearings.find((one) => one.id === id);
    if (hearing) return hearing;
    throw new NotFound('hearing-not-found', 'We could not find that hearing.');
  }

  /** What a doctor may know of the hearings of their own case, behind a wall too. */
  listForDoctor(actor: Actor, caseId: CaseId): Promise<HearingForDoctor[]> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), () =>
      this.hearings.listForDoctor(actor.organisationId, caseId, actor.personId),
    );
  }

  /** The case of a hearing, for background work, in the unit of work of its organisation. */
  caseOf(organisationId: OrganisationId, id: Id): Promise<CaseId | undefined> {
    return this.hearings.findCase(organisationId, id);
  }

  /**
   * Lists a hearing from its notice. Its day becomes a deadline, and somebody speaks with the doctor.
   *
   * @throws NotFound `case-not-found`, `proceeding-not-found`; Conflict `case-closed`, `proceeding-ended`
   * @throws Invalid `hearing-of-other-proceedings`, `hearing-ends-before`
   */
  add(
    actor: Actor,
    reference: string,
    { proceedingId, ...notice }: NewHearing & { proceedingId: Id },
  ): Promise<HearingEntry> {
    return this.change(actor, reference, proceedingId, async (found, kind) => {
      assertNotice(notice, kind);
      const { begins, ...told } = notice;
      const id = newId();
      const hearing = { ...told, id, proceedingId, beginsAt: this.instant(found, begins) };
      await this.hearings.insert(found, hearing, this.doneBy(actor));
      await this.records.tell(actor, found, 'hearing.listed', hearing);
      await this.records.raise(actor, found, hearing);
      await this.records.tellDoctor(found, hearing, id);
      await this.records.followDay(actor, found, { ...hearing, day: begins.slice(0, 10) });
      return id;
    });
  }

  /**
   * Puts a hearing off, to another day or without one.
   *
   * @throws NotFound as {@link add}, `hearing-not-found`; Conflict `hearing-ended`, `hearing-changed`, `case-closed`
   */
  adjourn(actor: Actor, reference: string, { proceedingId, ...to }: Adjourning) {
    return this.change(actor, reference, proceedingId, async (found) => {
      const hearing = await this.require(found, proceedingId, to.id);
      assertMayChange(hearing, to.version);
      const beginsAt = to.to === null ? null : this.instant(found, to.to);
      const state = beginsAt ? ('listed' as const) : ('adjourned' as const);
      await this.hearings.update(found, hearing, { state, beginsAt, outcome: '' });
      const put = { fromAt: hearing.beginsAt, toAt: beginsAt, reason: to.reason };
      const adjournment = { ...put, id: newId(), hearingId: hearing.id };
      await this.hearings.insertAdjournment(found, adjournment, this.doneBy(actor));
      await this.records.tell(actor, found, 'hearing.adjourned', hearing);
      await this.records.tellDoctor(found, hearing, adjournment.id);
      if (to.to !== null) {
        await this.records.followDay(actor, found, { ...hearing, day: to.to.slice(0, 10) });
      }
      return hearing.id;
    });
  }

  /**
   * Records that a hearing was held, with what was decided, or that it does not take place.
   *
   * @throws as {@link adjourn}; Invalid `hearing-still-ahead` for one that has not begun
   */
  end(actor: Actor, reference: string, { proceedingId, ...ending }: HearingEnding) {
    return this.change(actor, reference, proceedingId, async (found) => {
      const hearing = await this.require(found, proceedingId, ending.id);
      assertMayChange(hearing, ending.version);
      const { beginsAt } = hearing;
      if (ending.how === 'held') this.assertBegun(found, beginsAt);
      const { how: state, outcome } = ending;
      await this.hearings.update(found, hearing, { state, beginsAt, outcome });
      await this.records.tell(actor, found, `hearing.${state}`, hearing);
      return hearing.id;
    });
  }

  /** Makes one change, then lets the clock of the next hearing follow. */
  private change(
    actor: Actor,
    reference: string,
    proceedingId: Id,
    work: (found: Case, kind: ProceedingKind) => Promise<Id>,
  ): Promise<HearingEntry> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found, proceeding } = await this.proceedings.get(actor, reference, proceedingId);
      requireOpen(found);
      assertRunning(proceeding);
      const id = await work(found, proceeding.kind);
      const all = await this.hearings.list(found);
      const changed = all.find((hearing) => hearing.id === id)!;
      await this.records.followClock(actor, found, { changed, all });
      return changed;
    });
  }

  private async require(found: Case, proceedingId: Id, id: Id): Promise<Hearing> {
    const all = await this.hearings.list(found);
    const hearing = all.find((one) => one.id === id && one.proceedingId === proceedingId);
    if (hearing) return hearing;
    throw new NotFound('hearing-not-found', 'We could not find that hearing.');
  }

  private assertBegun({ jurisdiction }: Case, beginsAt: Date | null): void {
    const now = this.clock.now();
    if (beginsAt && dayIn(beginsAt, jurisdiction) <= dayIn(now, jurisdiction)) return;
    const message = 'It has not begun yet. Put it off, or say that it does not take place';
    throw new Invalid('hearing-still-ahead', message, [{ field: 'how', message }]);
  }

  private instant({ jurisdiction }: Case, wallClock: string): Date {
    const zone = zoneOf(isJurisdiction(jurisdiction) ? jurisdiction : 'england');
    const [day, time] = wallClock.split('T') as [string, string];
    return instantAtWallClock(day, time, zone);
  }

  private doneBy(actor: Actor) {
    return { by: actor.personId, at: this.clock.now() };
  }
}
