import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, type OrganisationId, type Page, type PageQuery } from '#kernel';
import { Transactions } from '#platform';
import { DraftEvents } from '../draft-events.js';
import { DraftRecords } from '../draft-records.js';
import type { FindingPlace } from '../suggestion.js';
import { findingToWaive, waitingFor, waiverToSecond } from './waiver.js';
import {
  type AwaitedAgreement,
  WaiverRepository,
  type WaitingWaiver,
} from './waiver.repository.js';

/** What an approver says who lets a finding pass. */
export interface SaidWaiver {
  /** SHA-256 of the words that were read. */
  readonly readHash: string;
  readonly place: FindingPlace;
  readonly reason: string;
}

/** Letting findings pass that block a text and name nobody: one approver with a reason, another one who agrees. */
@Injectable()
export class WaiversService {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly waivers: WaiverRepository,
    private readonly events: DraftEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets a finding pass, once another approver agrees. Those who may are told, once for all findings of the text that wait.
   *
   * @throws Forbidden `permission-missing`; NotFound `draft-not-found`; Conflict `case-closed`; and as
   *   `findingToWaive`
   */
  waive(actor: Actor, draftId: Id, { readHash, place, reason }: SaidWaiver): Promise<void> {
    requirePermission(actor, 'draft:approve-high');
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, draftId, 'to-change');
      const { draft } = opened;
      const report = await this.records.check(actor, opened);
      const said = { by: actor.personId, readHash, place, reason };
      const finding = findingToWaive(draft, report, said);
      const stamp = { by: actor.personId, at: this.clock.now(), reason };
      const waiverId = await this.waivers.insert(draft, finding, stamp);
      const [earliest] = waitingFor(draft);
      await this.events.waiverMoved(draft.organisationId, earliest?.id ?? waiverId);
      const { rule, category } = finding;
      await this.records.note(actor, 'draft.finding-waived', draft, { waiverId, rule, category });
    });
  }

  /**
   * Agrees, as the second approver, that a finding passes.
   *
   * @throws Forbidden `permission-missing`; NotFound `draft-not-found`; Conflict `case-closed`; and as
   *   `waiverToSecond`
   */
  second(
    actor: Actor,
    draftId: Id,
    { waiverId, readHash }: { waiverId: Id; readHash: string },
  ): Promise<void> {
    requirePermission(actor, 'draft:approve-high');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { draft } = await this.records.get(actor, draftId, 'to-change');
      const { id, rule } = waiverToSecond(draft, waiverId, { by: actor.personId, readHash });
      await this.waivers.second(draft, id, { by: actor.personId, at: this.clock.now() });
      const isLast = waitingFor(draft).every((one) => one.id === id);
      if (isLast) await this.events.waiverMoved(draft.organisationId, id);
      await this.records.note(actor, 'draft.waiver-seconded', draft, { waiverId: id, rule });
    });
  }

  /** For background work; runs inside the unit of work of its caller. */
  findAwaited(organisationId: OrganisationId, id: Id): Promise<AwaitedAgreement | undefined> {
    return this.waivers.findAwaited(organisationId, id);
  }

  /** What waits for the second approver, the oldest first. @throws Unreadable `cursor-wrong` */
  listWaiting(actor: Actor, query: PageQuery): Promise<Page<WaitingWaiver>> {
    requirePermission(actor, 'draft:approve-high');
    requirePermission(actor, 'case:read');
    return this.tx.run(scopeOfActor(actor), () =>
      this.waivers.listWaiting(actor.organisationId, query),
    );
  }
}
