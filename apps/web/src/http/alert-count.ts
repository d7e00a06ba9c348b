import { Injectable } from '@nestjs/common';
import { type Actor, can } from '#identity';
import { AlertAnsweringService } from '#intake';
import { Clock, type PersonId } from '#kernel';

/** Milliseconds for which a count is believed: it stands on every page and must cost next to nothing. */
const FRESH = 5_000;

/** How many alerts wait for a person (a wall may hide some), for the navigation of those who answer them. */
@Injectable()
export class AlertCount {
  private readonly known = new Map<PersonId, { count: number; at: number }>();

  constructor(
    private readonly answering: AlertAnsweringService,
    private readonly clock: Clock,
  ) {}

  /** The count; 0 for those who do not answer alerts. */
  async of(actor: Actor | undefined): Promise<number> {
    if (!actor || !can(actor, 'alert:acknowledge')) return 0;
    const at = this.clock.now().getTime();
    const known = this.known.get(actor.personId);
    if (known && at - known.at < FRESH) return known.count;
    const count = await this.answering.countOpen(actor);
    this.known.set(actor.personId, { count, at });
    return count;
  }

  /** Has the next page count anew. */
  forget({ personId }: Actor): void {
    this.known.delete(personId);
  }
}
