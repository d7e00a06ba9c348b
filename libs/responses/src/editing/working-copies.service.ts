import { Injectable } from '@nestjs/common';
import { type Actor, requireAnyPermission, scopeOfActor } from '#identity';
import type { Id } from '#kernel';
import { Transactions } from '#platform';
import { requireWriter, WRITERS } from '../draft-access.js';
import { assertOpen, DraftRecords } from '../draft-records.js';
import { type Draft, IllegalTransition } from '../draft.js';
import type { EditingDesk } from './editing.js';
import { EditingDesks } from './editing-desks.js';

/** A desk, with the version of the draft that is saved by now. */
export interface DeskNow extends EditingDesk {
  readonly version: number;
}

/**
 * Keeps typed words between two savings, and who is at work. Nothing of it is a version of the text: it is checked,
 * approved and recorded in the trail only once it is saved.
 */
@Injectable()
export class WorkingCopiesService {
  constructor(
    private readonly tx: Transactions,
    private readonly records: DraftRecords,
    private readonly desks: EditingDesks,
  ) {}

  /**
   * Keeps what a person has typed, in the place of what they typed before. It is kept beside a newer version too: words
   * that cannot be saved as they are must not be lost.
   *
   * @param typed `version` is that of the draft whose words were being changed.
   * @throws NotFound `draft-not-found`; Conflict `case-closed`; IllegalTransition `draft-is-released`
   */
  keep(actor: Actor, id: Id, typed: { text: string; version: number }): Promise<DeskNow> {
    return this.at(actor, id, async (draft) => {
      await this.desks.keep(actor, draft, { text: typed.text, draftVersion: typed.version });
      await this.desks.beat(actor, draft);
    });
  }

  /** Notes that a person is at work on a draft. @throws as {@link keep} */
  beat(actor: Actor, id: Id): Promise<DeskNow> {
    return this.at(actor, id, (draft) => this.desks.beat(actor, draft));
  }

  /** Notes that a person has left a draft; what they typed stays. @throws NotFound `draft-not-found` */
  async leave(actor: Actor, id: Id): Promise<void> {
    await this.anyways(actor, id, (draft) => this.desks.leave(actor, draft));
  }

  /** Gives up what a person has typed, also where the draft was released meanwhile. @throws NotFound `draft-not-found` */
  async discard(actor: Actor, id: Id): Promise<void> {
    await this.anyways(actor, id, (draft) => this.desks.clear(actor, draft));
  }

  private at(actor: Actor, id: Id, act: (draft: Draft) => Promise<void>): Promise<DeskNow> {
    requireAnyPermission(actor, WRITERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const { draft, found } = await this.records.get(actor, id, 'to-read');
      requireWriter(actor, draft);
      assertOpen(found);
      if (draft.state === 'released') {
        throw new IllegalTransition('draft-is-released', 'This text is out and stays as it was.');
      }
      await act(draft);
      return { ...(await this.desks.of(actor, draft)), version: draft.version };
    });
  }

  private anyways(actor: Actor, id: Id, act: (draft: Draft) => Promise<void>): Promise<void> {
    requireAnyPermission(actor, WRITERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const { draft } = await this.records.get(actor, id, 'to-read');
      requireWriter(actor, draft);
      await act(draft);
    });
  }
}
