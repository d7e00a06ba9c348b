import { Injectable } from '@nestjs/common';
import { type Case, CaseTasks } from '#cases';
import { addWorkingDays, calendarOf, dayIn, isJurisdiction } from '#deadlines';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, newId } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import { DraftRecords, type OpenedDraft } from '../draft-records.js';
import type { Draft } from '../draft.js';
import { type Release, ReleaseRepository } from '../release.repository.js';
import { glassBroken, letterReleased } from '../responses.jobs.js';
import { type BrokenGlass, breakGlass, type Emergency } from './break-glass.js';
import { BreakGlassRepository } from './break-glass.repository.js';

const REVIEW = 'Review the text that was released by one person alone, and sign that you did';

/** Keeps such a release: the text as it went out, and who let it out. Joins the running unit of work. */
@Injectable()
export class BreakGlassKeeping {
  constructor(
    private readonly releases: ReleaseRepository,
    private readonly glass: BreakGlassRepository,
  ) {}

  async keepRelease(
    draft: Draft,
    broken: Parameters<BreakGlassRepository['insert']>[1],
  ): Promise<Release> {
    const { organisationId, caseId, id: draftId, text, textHash } = draft;
    const stamp = { releasedBy: broken.brokenBy, releasedAt: broken.brokenAt };
    const release = { id: newId(), organisationId, caseId, draftId, text, textHash, ...stamp };
    await this.releases.insert(release);
    await this.glass.insert(draft, broken);
    return release;
  }
}

/** Lets a text out without the second person, only where a life is in danger. */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly keeping: BreakGlassKeeping,
    private readonly tasks: CaseTasks,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Releases a text at once. The lead advisers and the data protection officer are told, and by the next working day
   * somebody else reviews it: all of it is kept together or not at all.
   *
   * @throws NotFound `draft-not-found`; Conflict `case-closed`, `draft-privileged`; and as `breakGlass`
   */
  release(actor: Actor, id: Id, said: Emergency): Promise<Release> {
    requirePermission(actor, 'release:break-glass');
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, id, 'to-change');
      await this.records.assertMayGoOut(opened);
      const report = await this.records.check(actor, opened);
      const now = this.clock.now();
      const after = breakGlass(opened.draft, report, { by: actor.personId, now, said });
      const broken = this.brokenBy(actor, opened.found, { after, reason: said.reason, now });
      await this.keep(actor, opened, { after, broken });
      const release = await this.keeping.keepRelease(after, broken);
      await this.tellAndAsk(actor, opened, { broken, release });
      return release;
    });
  }

  private brokenBy(
    actor: Actor,
    { jurisdiction }: Case,
    { after, reason, now }: { after: Draft; reason: string; now: Date },
  ) {
    const nation = isJurisdiction(jurisdiction) ? jurisdiction : 'england';
    const blocking = after.findings.filter(({ severity }) => severity >= 2);
    return {
      id: newId(),
      reason,
      brokenBy: actor.personId,
      brokenAt: now,
      waivedRules: [...new Set(blocking.map(({ rule }) => rule))],
      reviewDueOn: addWorkingDays(dayIn(now, nation), 1, calendarOf(nation)),
    };
  }

  private async keep(
    actor: Actor,
    opened: OpenedDraft,
    { after, broken }: { after: Draft; broken: ReturnType<BreakGlassService['brokenBy']> },
  ): Promise<void> {
    const { waivedRules, reviewDueOn } = broken;
    const detail = { waivedRules, reviewDueOn };
    await this.records.keep(actor, opened, { after, action: 'draft.glass-broken', detail });
  }

  private async tellAndAsk(
    actor: Actor,
    { draft, found }: OpenedDraft,
    { broken, release }: { broken: Pick<BrokenGlass, 'id' | 'reviewDueOn'>; release: Release },
  ): Promise<void> {
    await this.tasks.make(actor, found, {
      title: REVIEW,
      dueOn: broken.reviewDueOn,
      assigneeId: null,
      origin: 'route',
      stepKey: stepOf(broken),
      endsWithStep: true,
    });
    await this.outbox.add(draft.organisationId, glassBroken, { brokenGlassId: broken.id });
    if (draft.audience === 'doctor') {
      await this.outbox.add(draft.organisationId, letterReleased, { releaseId: release.id });
    }
  }
}

/** The step of the case that asks for the review. */
export function stepOf({ id }: Pick<BrokenGlass, 'id'>): string {
  return `break-glass:${id}`;
}
