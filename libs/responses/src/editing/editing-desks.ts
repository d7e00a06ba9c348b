import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import type { Draft } from '../draft.js';
import { type EditingDesk, isSaved, type WorkingCopy } from './editing.js';
import { PresenceRepository } from './presence.repository.js';
import { WorkingCopyRepository } from './working-copy.repository.js';

/** What stands at drafts while they are edited. Every method joins the running unit of work. */
@Injectable()
export class EditingDesks {
  constructor(
    private readonly copies: WorkingCopyRepository,
    private readonly presence: PresenceRepository,
    private readonly clock: Clock,
  ) {}

  /** The desk of one person; the words of others that are not saved are theirs alone. */
  async of({ personId }: Actor, draft: Draft): Promise<EditingDesk> {
    const now = this.clock.now();
    const copy = await this.copies.find(draft, personId);
    return {
      workingCopy: copy && !isSaved(copy.text, draft) ? copy : undefined,
      otherEditors: await this.presence.listOthers(draft, { personId, now }),
    };
  }

  /** Keeps typed words; those that are saved already need no copy. @returns the copy. */
  async keep(
    { personId }: Actor,
    draft: Draft,
    { text, draftVersion }: Pick<WorkingCopy, 'text' | 'draftVersion'>,
  ): Promise<WorkingCopy | undefined> {
    if (isSaved(text, draft)) {
      await this.copies.remove(draft, personId);
      return undefined;
    }
    const copy = { text, draftVersion, typedAt: this.clock.now() };
    await this.copies.keep(draft, personId, copy);
    return copy;
  }

  /** What one person typed is saved, or given up. */
  clear({ personId }: Actor, draft: Draft): Promise<void> {
    return this.copies.remove(draft, personId);
  }

  beat({ personId }: Actor, draft: Draft): Promise<void> {
    return this.presence.beat(draft, { personId, now: this.clock.now() });
  }

  leave({ personId }: Actor, draft: Draft): Promise<void> {
    return this.presence.leave(draft, personId);
  }
}
