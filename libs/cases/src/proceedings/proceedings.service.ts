import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { dayIn } from '#deadlines';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import { CaseReadingService } from '../case-reading.service.js';
import {
  assertRunning,
  assertStage,
  type NewProceeding,
  type Proceeding,
  type ProceedingStage,
  type StageNote,
} from './proceeding.js';
import { ProceedingTasks } from './proceeding-tasks.js';
import { ProceedingsRepository } from './proceedings.repository.js';

/** One of the proceedings with the stages that it went through. */
export interface ProceedingFile {
  readonly found: Case;
  readonly proceeding: Proceeding;
  readonly stages: readonly ProceedingStage[];
}

/** The proceedings that run beside each other about the events of a case. */
@Injectable()
export class ProceedingsService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly proceedings: ProceedingsRepository,
    private readonly tasks: ProceedingTasks,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Those of a case. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<Proceeding[]> {
    return this.tx.run(scopeOfActor(actor), async () =>
      this.proceedings.list(await this.reading.get(actor, reference)),
    );
  }

  /** @throws NotFound `case-not-found`, `proceeding-not-found` */
  get(actor: Actor, reference: string, id: Id): Promise<ProceedingFile> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const proceeding = await this.require(found, id);
      return { found, proceeding, stages: await this.proceedings.listStages(found, id) };
    });
  }

  /**
   * Adds proceedings, with the tasks that come of them.
   *
   * @throws NotFound `case-not-found`; Conflict `case-closed`
   * @throws Invalid `stage-unknown`, `stage-day-ahead`
   */
  add(actor: Actor, reference: string, given: NewProceeding): Promise<Proceeding> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      const { stage, stageOn } = given;
      const start = { stage, day: stageOn, dayField: 'stageOn' };
      assertStage(given.kind, start, this.today(found));
      const id = newId();
      const recorded = { by: actor.personId, at: this.clock.now() };
      await this.proceedings.insert(found, { ...given, id }, recorded);
      const first = { id: newId(), proceedingId: id, stage, happenedOn: stageOn, note: '' };
      await this.proceedings.insertStage(found, first, recorded);
      await this.tell(actor, found, { action: 'proceeding.added', id, kind: given.kind, stage });
      const all = await this.proceedings.list(found);
      const added = await this.require(found, id);
      await this.tasks.followOpening(actor, found, { added, all });
      return added;
    });
  }

  /**
   * Records the stage to which proceedings came.
   *
   * @throws NotFound as {@link get}; Conflict `case-closed`, `proceeding-ended`, `proceeding-changed`
   * @throws Invalid `stage-unknown`, `stage-day-ahead`, `ending-without-words`
   */
  moveTo(
    actor: Actor,
    reference: string,
    { id, ...to }: StageNote & { id: Id },
  ): Promise<Proceeding> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.getOpen(actor, reference);
      const proceeding = await this.require(found, id);
      assertRunning(proceeding);
      const { kind } = proceeding;
      const { stage, happenedOn, note } = to;
      const next = { stage, day: happenedOn, dayField: 'happenedOn', note };
      assertStage(kind, next, this.today(found));
      await this.proceedings.move(found, proceeding, to);
      await this.proceedings.insertStage(
        found,
        { id: newId(), proceedingId: id, stage, happenedOn, note },
        { by: actor.personId, at: this.clock.now() },
      );
      await this.tell(actor, found, { action: 'proceeding.moved', id, kind, stage });
      return this.require(found, id);
    });
  }

  private tell(
    actor: Actor,
    found: Case,
    { action, id, kind, stage }: { action: string; id: Id; kind: string; stage: string },
  ): Promise<void> {
    const detail = { proceeding: id, kind, stage };
    return this.trail.record(actor, action, { type: 'case', id: found.id }, detail);
  }

  private today({ jurisdiction }: Case): string {
    return dayIn(this.clock.now(), jurisdiction);
  }

  private async require(found: Case, id: Id): Promise<Proceeding> {
    const proceeding = await this.proceedings.find(found, id);
    if (proceeding) return proceeding;
    throw new NotFound('proceeding-not-found', 'We could not find those proceedings.');
  }
}
