import { Injectable } from '@nestjs/common';
import { CaseReadingService } from '#cases';
import type { EarlierText, GuardReport } from '#confidentiality';
import { type Actor, requireAnyPermission, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id } from '#kernel';
import { Transactions } from '#platform';
import { ConfidentialityGuard, type TextToCheck } from './confidentiality-guard.js';
import { requireWriter } from './draft-access.js';
import { DraftRecords } from './draft-records.js';
import { recheckDraft, submitDraft } from './draft-rules.js';
import type { Draft } from './draft.js';
import { PublishedBodiesService } from './published-bodies.service.js';

/** Checks texts, and sends checked drafts for approval. */
@Injectable()
export class DraftCheckService {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly cases: CaseReadingService,
    private readonly guard: ConfidentialityGuard,
    private readonly bodies: PublishedBodiesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Says what the guard finds in any text; the text is not kept.
   *
   * @param reference case whose facts it is held against; without one, nothing is known of a patient.
   *   The answer tells what stands in sealed facts to whoever guesses well, so asking takes the right to
   *   read them and is recorded on the case.
   * @param text with `earlier`, what is public besides what the case has released.
   * @throws Forbidden `permission-missing`; NotFound `case-not-found`
   */
  checkText(
    actor: Actor,
    { earlier = [], ...text }: TextToCheck & { readonly earlier?: readonly EarlierText[] },
    reference?: string,
  ): Promise<GuardReport> {
    requirePermission(actor, 'draft:write');
    if (reference !== undefined) requirePermission(actor, 'patient-fact:read');
    return this.tx.run(scopeOfActor(actor), async () => {
      const bodies = [await this.bodies.get(actor, null)];
      if (reference === undefined) return this.guard.checkAlone(text, bodies, { earlier });
      const found = await this.cases.get(actor, reference);
      const released = await this.records.publicBefore(found);
      const known = { found, bodies, earlier: [...released, ...earlier] };
      const report = await this.guard.check(actor, text, known);
      await this.records.noteCheck(actor, found, { ...text, ...report });
      return report;
    });
  }

  /**
   * Checks the words of a draft again, since the facts of a case grow. Other findings than before void
   * its approval.
   *
   * @throws NotFound `draft-not-found`; IllegalTransition `draft-is-released`; Conflict `case-closed`
   */
  recheck(actor: Actor, id: Id): Promise<Draft> {
    requireAnyPermission(actor, ['draft:write', 'press:write']);
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, id, 'to-change');
      const { draft } = opened;
      requireWriter(actor, draft);
      const after = recheckDraft(draft, await this.records.check(actor, opened), this.clock.now());
      if (after === draft) return draft;
      return this.records.keep(actor, opened, { after, action: 'draft.checked' });
    });
  }

  /**
   * Sends a draft for approval by another person.
   *
   * @param warningsReason why warnings may stand; empty where there are none.
   * @throws NotFound `draft-not-found`; and as `submitDraft`
   */
  submit(actor: Actor, id: Id, warningsReason: string): Promise<Draft> {
    requireAnyPermission(actor, ['draft:write', 'press:write']);
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, id, 'to-change');
      requireWriter(actor, opened.draft);
      const after = submitDraft(opened.draft, await this.records.check(actor, opened), {
        warningsReason,
        now: this.clock.now(),
      });
      return this.records.keep(actor, opened, { after, action: 'draft.submitted' });
    });
  }
}
