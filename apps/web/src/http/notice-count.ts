import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, type PersonId } from '#kernel';
import { Notices } from '#notifications';

/** Milliseconds for which a count is believed: it stands on every page and must cost next to nothing. */
const FRESH = 5_000;
/** Beyond so many people the counts are forgotten and counted anew. */
const MOST = 5_000;

/** How many notices a person has not read, for the head of every page. */
@Injectable()
export class NoticeCount {
  private readonly known = new Map<PersonId, { count: number; at: number }>();

  constructor(
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** The count; 0 for nobody. */
  async of(actor: Actor | undefined): Promise<number> {
    if (!actor) return 0;
    const at = this.clock.now().getTime();
    const known = this.known.get(actor.personId);
    if (known && at - known.at < FRESH) return known.count;
    const count = await this.notices.countUnread(actor);
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(actor.personId, { count, at });
    return count;
  }

  /** Has the next page count anew. */
  forget({ personId }: Actor): void {
    this.known.delete(personId);
  }
}
