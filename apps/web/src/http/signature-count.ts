import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, type PersonId } from '#kernel';
import { WaitingWorksheets } from '#referrals';

/** Milliseconds for which a count is believed: a worksheet waits for hours, and the count stands on every page. */
const FRESH = 30_000;
/** Beyond so many people the counts are forgotten and counted anew. */
const MOST = 5_000;

/** How many worksheets wait for a person's signature, for the navigation. */
@Injectable()
export class SignatureCount {
  private readonly known = new Map<PersonId, { count: number; at: number }>();

  constructor(
    private readonly waiting: WaitingWorksheets,
    private readonly clock: Clock,
  ) {}

  /** The count; 0 for those who sign none. */
  async of(actor: Actor): Promise<number> {
    const at = this.clock.now().getTime();
    const known = this.known.get(actor.personId);
    if (known && at - known.at < FRESH) return known.count;
    const count = await this.waiting.countToSign(actor);
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(actor.personId, { count, at });
    return count;
  }

  /** Has the next page count anew. */
  forget({ personId }: Actor): void {
    this.known.delete(personId);
  }
}
