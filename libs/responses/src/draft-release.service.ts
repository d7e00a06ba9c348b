import { Injectable } from '@nestjs/common';
import type { AuditDetail } from '#audit';
import { dayIn } from '#deadlines';
import { type Actor, requireAnyPermission, scopeOfActor } from '#identity';
import { Clock, Conflict, Forbidden, type Id, Invalid, newId } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import { mayRelease } from './draft-sides.js';
import { DraftRecords } from './draft-records.js';
import { type Draft, IllegalTransition } from './draft.js';
import { releaseDraft } from './draft-rules.js';
import { type Posting, type Release, ReleaseRepository } from './release.repository.js';
import { letterReleased } from './responses.jobs.js';

const RELEASERS = ['release:make', 'release:make-press'] as const;

/** What is recorded of a text that went out. */
export type PostingNote = Pick<Posting, 'way' | 'happenedOn' | 'place'>;

/** Lets approved texts out, and records where they went. */
@Injectable()
export class DraftReleaseService {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly releases: ReleaseRepository,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Releases the approved text: a copy of it that never changes. A press statement is released by an approver or by
   * the press office.
   *
   * @throws NotFound `draft-not-found`; Conflict `case-closed`; IllegalTransition `draft-not-approved`;
   *   UnsafeText, StaleFindings when the check finds other things than at the approval
   */
  release(actor: Actor, id: Id): Promise<Release> {
    requireAnyPermission(actor, RELEASERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const opened = await this.records.get(actor, id, 'to-change');
      const { draft } = opened;
      if (!mayRelease(actor, draft)) throw new Forbidden('permission-missing');
      await this.records.assertMayGoOut(opened);
      const now = this.clock.now();
      const after = releaseDraft(draft, await this.records.check(actor, opened), now);
      const release = {
        id: newId(),
        organisationId: draft.organisationId,
        caseId: draft.caseId,
        draftId: draft.id,
        text: draft.text,
        textHash: draft.textHash,
        releasedBy: actor.personId,
        releasedAt: now,
      };
      await this.releases.insert(release);
      const detail = letPass(draft);
      await this.records.keep(actor, opened, { after, action: 'draft.released', detail });
      if (draft.audience === 'doctor') {
        await this.outbox.add(draft.organisationId, letterReleased, { releaseId: release.id });
      }
      return release;
    });
  }

  /**
   * Records once when and where a released text was posted or sent, on a closed case too: texts are
   * often posted after everything else is done.
   *
   * @throws NotFound `draft-not-found`; IllegalTransition `draft-not-released`; Invalid
   *   `posting-date-wrong`; Conflict `already-recorded`
   */
  record(actor: Actor, id: Id, note: PostingNote): Promise<Posting> {
    requireAnyPermission(actor, RELEASERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const { draft, found } = await this.records.get(actor, id, 'to-note');
      const release = await this.releases.findOfDraft(draft.organisationId, draft.id);
      if (!release) throw notReleased();
      const now = this.clock.now();
      const released = dayIn(release.releasedAt, found.jurisdiction);
      assertDay(note.happenedOn, released, dayIn(now, found.jurisdiction));
      const posting = { ...note, recordedBy: actor.personId, recordedAt: now };
      if (!(await this.releases.insertPosting(release, { ...posting, id: newId() }))) {
        throw new Conflict('already-recorded', 'It is recorded already where this text went.');
      }
      await this.records.note(actor, 'draft.posted', draft, { way: note.way });
      await this.records.moveOn(actor, found);
      return posting;
    });
  }
}

/** Which findings of the text approvers let pass, for the record of the release. */
function letPass({ waivers }: Draft): AuditDetail {
  return waivers.length > 0 ? { waiverIds: waivers.map(({ id }) => id) } : {};
}

function notReleased(): IllegalTransition {
  return new IllegalTransition('draft-not-released', 'This text has not been released yet.');
}

/** Not before the release, and not tomorrow. */
function assertDay(happenedOn: string, releasedOn: string, today: string): void {
  if (happenedOn >= releasedOn && happenedOn <= today) return;
  const message =
    happenedOn < releasedOn
      ? 'The text was released later than that day'
      : 'That day has not come yet';
  throw new Invalid('posting-date-wrong', message, [{ field: 'happenedOn', message }]);
}
