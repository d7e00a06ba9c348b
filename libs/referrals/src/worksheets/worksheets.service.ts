import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import type { Case } from '#cases';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import { type Answer, missingForSignOff, questionsAt, readAnswers } from './answers.js';
import { type Missing, questionsOf, type WorksheetKind } from './kind.js';
import {
  assertMayOpen,
  assertVersion,
  isInSight,
  kindOf,
  mayOpen,
  type Worksheet,
} from './worksheet.js';
import { WorksheetAccess } from './worksheet-access.service.js';
import { WorksheetRecords } from './worksheet-records.js';
import { WorksheetRepository } from './worksheet.repository.js';
import { answersRefused } from './worksheet-refusals.js';

/** A kind of worksheet on a case: the worksheet where it has been opened, else whether it may be. */
export interface WorksheetEntry {
  readonly kind: WorksheetKind;
  readonly worksheet: Worksheet | undefined;
  readonly mayOpen: boolean;
}

/** A worksheet as its page shows it. */
export interface WorksheetFile extends WorksheetEntry {
  readonly found: Case;
  /** What is missing before sign-off. */
  readonly missing: readonly Missing[];
  /** What of the case itself stands in the way of sign-off. */
  readonly stops: readonly Missing[];
}

/** Opens worksheets and fills them in. */
@Injectable()
export class WorksheetsService {
  constructor(
    private readonly tx: Transactions,
    private readonly access: WorksheetAccess,
    private readonly worksheets: WorksheetRepository,
    private readonly records: WorksheetRecords,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What was opened on a case and what may be, without answers. @throws NotFound `case-not-found` */
  list(
    actor: Actor,
    reference: string,
  ): Promise<{ found: Case; entries: readonly WorksheetEntry[] }> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found, kinds } = await this.access.findWithKinds(actor, reference);
      const opened = await this.worksheets.list(found);
      const hidden = new Set(
        opened.filter((one) => !isInSight(actor, one)).map(({ kind }) => kind),
      );
      const entries = kinds
        .map((kind) => ({
          kind,
          worksheet: opened.find((one) => one.kind === kind.id),
          mayOpen: mayOpen(kind, found) && found.state === 'open',
        }))
        .filter((entry) => entry.worksheet || entry.mayOpen)
        .filter(({ kind }) => !hidden.has(kind.id));
      return { found, entries };
    });
  }

  /**
   * One worksheet, opened, or the kind alone where there is none yet. That sealed answers were read is recorded.
   *
   * @throws NotFound `case-not-found`, `worksheet-kind-not-found`
   */
  read(actor: Actor, reference: string, kindId: string): Promise<WorksheetFile> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const kind = kindOf(kindId);
      const found = await this.access.find(actor, reference, kind);
      const worksheet = await this.worksheets.find(found, kind.id);
      if (worksheet && !isInSight(actor, worksheet)) throw new NotFound('worksheet-not-found');
      if (worksheet && hasSealed(kind, worksheet)) {
        const detail = { worksheet: worksheet.id, kind: kind.id };
        await this.trail.record(actor, 'worksheet.viewed', { type: 'case', id: found.id }, detail);
      }
      return {
        found,
        kind,
        worksheet,
        mayOpen: mayOpen(kind, found) && found.state === 'open',
        missing: missingForSignOff(kind, worksheet?.answers ?? {}),
        stops: await this.access.stopsOf(found, kind, worksheet?.answers ?? {}),
      };
    });
  }

  /** The same where it has been opened. @throws as {@link read}; NotFound `worksheet-not-found` */
  async get(
    actor: Actor,
    reference: string,
    kindId: string,
  ): Promise<WorksheetFile & { worksheet: Worksheet }> {
    const file = await this.read(actor, reference, kindId);
    if (!file.worksheet) throw new NotFound('worksheet-not-found');
    return { ...file, worksheet: file.worksheet };
  }

  /**
   * Opens a worksheet on a case.
   *
   * @throws NotFound `case-not-found`, `worksheet-kind-not-found`
   * @throws Invalid `route-not-decided`; Conflict `case-closed`, `worksheet-open-already`, `public-help-only`
   */
  open(actor: Actor, reference: string, kindId: string): Promise<Worksheet> {
    requirePermission(actor, 'worksheet:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const kind = kindOf(kindId);
      const found = await this.access.findToOpen(actor, reference, kind);
      assertMayOpen(kind, found);
      const opened = { id: newId(), by: actor.personId, at: this.clock.now() };
      await this.worksheets.insert(found, kind, opened);
      const detail = { worksheet: opened.id, kind: kind.id };
      await this.trail.record(actor, 'worksheet.opened', { type: 'case', id: found.id }, detail);
      await this.access.holdFor(actor, found, kind, opened.id);
      return this.require(actor, found, kind);
    });
  }

  /**
   * Keeps answers: those that are given, the others stay. An empty answer takes away what was there. Before
   * sign-off the questions before it are answered, from then on those after it.
   *
   * @throws NotFound as {@link open}, `worksheet-not-found`; Conflict `case-closed`, `worksheet-changed`
   * @throws Invalid `answers-wrong`, each fault at its question
   */
  save(
    actor: Actor,
    reference: string,
    kindId: string,
    { version, answers: given }: { version: number; answers: Readonly<Record<string, Answer>> },
  ): Promise<Worksheet> {
    requirePermission(actor, 'worksheet:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const kind = kindOf(kindId);
      const found = await this.access.findOpen(actor, reference, kind);
      const worksheet = await this.require(actor, found, kind);
      assertVersion(worksheet, version);
      const isOpen = worksheet.state === 'open';
      const questions = questionsAt(kind, isOpen ? 'before' : 'after');
      const read = readAnswers(questions, given, await this.access.readingOf(actor, found));
      if (read.faults.length > 0) throw answersRefused(read.faults);
      const answers = without({ ...worksheet.answers, ...read.answers }, read.cleared);
      const isWaiting = isOpen && missingForSignOff(kind, answers).length === 0;
      await this.records.keep(actor, found, {
        worksheet,
        change: { answers, isWritten: isOpen, isWaiting },
        action: 'worksheet.saved',
      });
      return this.require(actor, found, kind);
    });
  }

  private async require(actor: Actor, found: Case, kind: WorksheetKind): Promise<Worksheet> {
    const worksheet = await this.worksheets.find(found, kind.id);
    if (!worksheet || !isInSight(actor, worksheet)) throw new NotFound('worksheet-not-found');
    return worksheet;
  }
}

function hasSealed(kind: WorksheetKind, { answers }: Worksheet): boolean {
  return questionsOf(kind).some(({ id, isSensitive }) => isSensitive && answers[id] !== undefined);
}

function without(
  answers: Readonly<Record<string, Answer>>,
  cleared: readonly string[],
): Readonly<Record<string, Answer>> {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !cleared.includes(id)));
}
