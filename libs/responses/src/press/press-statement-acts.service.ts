import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import type { Id } from '#kernel';
import { DraftApprovalService, type GivenBack } from '../draft-approval.service.js';
import { DraftCheckService } from '../draft-check.service.js';
import { DraftCompositionService, type NewDraft } from '../draft-composition.service.js';
import { UnsafeText } from '../draft-refusals.js';
import { ReturnComments } from '../comments/return-comments.service.js';
import { DraftReleaseService, type PostingNote } from '../draft-release.service.js';
import { type PressStatement } from './press-statement.js';
import { PressStatementsService } from './press-statements.service.js';

/**
 * What the press office does with a statement. The rules are those of every draft; what comes back, refusals
 * included, tells nothing that rests on the case.
 */
@Injectable()
export class PressStatementActs {
  constructor(
    private readonly statements: PressStatementsService,
    private readonly composition: DraftCompositionService,
    private readonly checks: DraftCheckService,
    private readonly approvals: DraftApprovalService,
    private readonly releases: DraftReleaseService,
    private readonly comments: ReturnComments,
  ) {}

  /** @throws as `DraftCompositionService.createFromTemplate`; NotFound `template-not-found` for other readers' */
  async create(actor: Actor, reference: string, wanted: NewDraft): Promise<PressStatement> {
    const { id } = await this.composition.createFromTemplate(actor, reference, wanted);
    return this.statements.get(actor, id);
  }

  /** @throws as `DraftCompositionService.edit` */
  edit(actor: Actor, id: Id, change: { text: string; version: number }): Promise<PressStatement> {
    return this.act(actor, id, () => this.composition.edit(actor, id, change));
  }

  /** @throws as `DraftCheckService.recheck` */
  recheck(actor: Actor, id: Id): Promise<PressStatement> {
    return this.act(actor, id, () => this.checks.recheck(actor, id));
  }

  /** @throws as `DraftCheckService.submit` */
  submit(actor: Actor, id: Id, warningsReason: string): Promise<PressStatement> {
    return this.act(actor, id, () => this.checks.submit(actor, id, warningsReason));
  }

  /** @throws as `DraftApprovalService.approve` */
  approve(
    actor: Actor,
    id: Id,
    readHash: string,
    confirmed: readonly string[] = [],
  ): Promise<PressStatement> {
    return this.act(actor, id, () => this.approvals.approve(actor, id, readHash, confirmed));
  }

  /** @throws as `DraftApprovalService.giveBack` */
  giveBack(actor: Actor, id: Id, told: GivenBack): Promise<PressStatement> {
    return this.act(actor, id, () => this.approvals.giveBack(actor, id, told));
  }

  /** @throws as `ReturnComments.markDone` */
  markDone(actor: Actor, id: Id, commentId: Id): Promise<PressStatement> {
    return this.act(actor, id, () => this.comments.markDone(actor, id, commentId));
  }

  /** @throws as `DraftReleaseService.release` */
  release(actor: Actor, id: Id): Promise<PressStatement> {
    return this.act(actor, id, () => this.releases.release(actor, id));
  }

  /** @throws as `DraftReleaseService.record` */
  record(actor: Actor, id: Id, note: PostingNote): Promise<PressStatement> {
    return this.act(actor, id, () => this.releases.record(actor, id, note));
  }

  private async act(actor: Actor, id: Id, work: () => Promise<unknown>): Promise<PressStatement> {
    await this.statements.get(actor, id);
    try {
      await work();
    } catch (error) {
      // The names of the rules tell what the case holds.
      throw error instanceof UnsafeText ? new UnsafeText([]) : error;
    }
    return this.statements.get(actor, id);
  }
}
