import { Injectable } from '@nestjs/common';
import type { Case } from '#cases';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Conflict, NotFound } from '#kernel';
import { Transactions } from '#platform';
import { missingForSignOff } from './answers.js';
import { type Consequences, questionsOf, stepsFrom, type WorksheetKind } from './kind.js';
import {
  assertSignable,
  assertVersion,
  isInSight,
  kindOf,
  type SignOffWords,
  type Worksheet,
} from './worksheet.js';
import { WorksheetAccess } from './worksheet-access.service.js';
import { WorksheetConsequences } from './worksheet-consequences.service.js';
import { type Kept, WorksheetRecords } from './worksheet-records.js';
import { incomplete } from './worksheet-refusals.js';
import { WorksheetRepository } from './worksheet.repository.js';

/** Which worksheet of which case. */
interface Place {
  readonly reference: string;
  readonly kindId: string;
}

/** Signs worksheets off, and takes the steps that come after. Each is a person's, and their name stands on it. */
@Injectable()
export class WorksheetSigningService {
  constructor(
    private readonly tx: Transactions,
    private readonly access: WorksheetAccess,
    private readonly worksheets: WorksheetRepository,
    private readonly consequences: WorksheetConsequences,
    private readonly records: WorksheetRecords,
  ) {}

  /**
   * Signs a worksheet off: what the kind names follows in the same unit of work.
   *
   * @throws Forbidden `permission-missing`, `signer-is-author`
   * @throws NotFound `case-not-found`, `worksheet-not-found`; Conflict `worksheet-signed`, `worksheet-changed`
   * @throws Invalid `worksheet-incomplete`, each missing item named; `sign-off-wrong`, `decision-barred`
   */
  signOff(
    actor: Actor,
    reference: string,
    kindId: string,
    words: SignOffWords,
  ): Promise<Worksheet> {
    const kind = kindOf(kindId);
    return this.change(actor, { reference, kindId }, async (found, worksheet) => {
      requirePermission(actor, kind.signOff.right);
      const stops = await this.access.stopsOf(found, kind, worksheet.answers);
      const missing = [...missingForSignOff(kind, worksheet.answers), ...stops];
      assertSignable(worksheet, kind, { words, by: actor.personId, missing });
      const { decision, reason, dissent } = words;
      await this.move(actor, found, {
        worksheet: { ...worksheet, decision, decisionReason: reason },
        action: 'worksheet.signed',
        change: { state: 'signed', signed: { decision, reason, dissent } },
        brings: kind.signOff.brings,
      });
    });
  }

  /**
   * Takes a step after sign-off.
   *
   * @throws NotFound as {@link signOff}, `worksheet-step-not-found`; Conflict `worksheet-step-wrong`, `worksheet-changed`
   * @throws Invalid `worksheet-incomplete`
   */
  step(
    actor: Actor,
    reference: string,
    kindId: string,
    { step: stepId, version }: { step: string; version: number },
  ): Promise<Worksheet> {
    requirePermission(actor, 'worksheet:write');
    const kind = kindOf(kindId);
    const step = kind.steps?.find(({ id }) => id === stepId);
    return this.change(actor, { reference, kindId }, async (found, worksheet) => {
      if (!step) throw new NotFound('worksheet-step-not-found');
      assertVersion(worksheet, version);
      if (!stepsFrom(kind, worksheet.state).includes(step)) throw stepWrong(worksheet);
      const missing = (step.needs ?? []).filter((id) => worksheet.answers[id] === undefined);
      if (missing.length > 0) throw incomplete(missing.map((id) => asMissing(kind, id)));
      await this.move(actor, found, {
        worksheet,
        action: 'worksheet.moved',
        change: { state: step.to },
        brings: step.brings,
      });
    });
  }

  /** Withdraws a worksheet; another of its kind can then be opened. @param how reason 1 to 5,000. @throws as {@link step} */
  withdraw(
    actor: Actor,
    reference: string,
    kindId: string,
    { reason, version }: { reason: string; version: number },
  ): Promise<void> {
    requirePermission(actor, 'worksheet:write');
    const kind = kindOf(kindId);
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.access.findOpen(actor, reference, kind);
      const worksheet = await this.require(actor, found, kind);
      assertVersion(worksheet, version);
      // What somebody with the right signed is taken back by somebody with the right.
      if (worksheet.signedAt) requirePermission(actor, kind.signOff.right);
      await this.move(actor, found, {
        worksheet,
        action: 'worksheet.withdrawn',
        change: { state: 'withdrawn', withdrawnReason: reason },
        brings: undefined,
      });
    });
  }

  private change(
    actor: Actor,
    { reference, kindId }: Place,
    work: (found: Case, worksheet: Worksheet) => Promise<void>,
  ): Promise<Worksheet> {
    const kind = kindOf(kindId);
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.access.findOpen(actor, reference, kind);
      await work(found, await this.require(actor, found, kind));
      return this.require(actor, found, kind);
    });
  }

  private async move(
    actor: Actor,
    found: Case,
    { brings, ...kept }: Kept & { brings: Consequences | undefined },
  ): Promise<void> {
    await this.records.keep(actor, found, kept);
    const { worksheet } = kept;
    const kind = kindOf(worksheet.kind);
    if (brings) await this.consequences.follow(actor, found, { worksheet, kind, brings });
  }

  private async require(actor: Actor, found: Case, kind: WorksheetKind): Promise<Worksheet> {
    const worksheet = await this.worksheets.find(found, kind.id);
    if (!worksheet || !isInSight(actor, worksheet)) throw new NotFound('worksheet-not-found');
    return worksheet;
  }
}

function stepWrong({ state }: Worksheet): Conflict {
  return new Conflict('worksheet-step-wrong', 'This step cannot follow now.', { state });
}

function asMissing(kind: WorksheetKind, id: string) {
  return { question: id, text: questionsOf(kind).find((one) => one.id === id)?.label ?? id };
}
