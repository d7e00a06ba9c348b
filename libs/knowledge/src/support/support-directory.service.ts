import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { civilDateIn } from '#deadlines';
import { isSupportKey, type ListedContact, type SupportChange, supportDirectory } from '#guidance';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, NotFound } from '#kernel';
import { Transactions } from '#platform';

/** What an organisation puts in place of an entry that is shipped. */
export type SupportGiven = Omit<SupportChange, 'key' | 'checkedOn'>;

/** Whom to call, by nation, as an organisation shows it. */
@Injectable()
export class SupportDirectory {
  constructor(
    private readonly tx: Transactions,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** All entries, those that the organisation hides among them. */
  list(actor: Actor): Promise<readonly ListedContact[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const changes = await this.tx.query<SupportChange>(
        `select contact_key as key, number, hours, is_shown as "isShown",
                to_char(checked_on, 'YYYY-MM-DD') as "checkedOn"
           from support_change where organisation_id = $1`,
        [actor.organisationId],
      );
      return supportDirectory(changes, this.today());
    });
  }

  /** @throws NotFound `contact-not-found` */
  async get(actor: Actor, key: string): Promise<ListedContact> {
    const found = (await this.list(actor)).find((contact) => contact.key === key);
    if (!found) throw new NotFound('contact-not-found', 'There is no such entry.');
    return found;
  }

  /**
   * Records the number as somebody called it today, and whether it is shown.
   *
   * @throws Forbidden `permission-missing`; NotFound `contact-not-found`
   */
  change(actor: Actor, key: string, given: SupportGiven): Promise<void> {
    requirePermission(actor, 'organisation:manage');
    if (!isSupportKey(key)) throw new NotFound('contact-not-found', 'There is no such entry.');
    return this.tx.run(scopeOfActor(actor), async () => {
      await this.tx.query(
        `insert into support_change (organisation_id, contact_key, number, hours, is_shown, checked_on)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (organisation_id, contact_key) do update set number = excluded.number,
           hours = excluded.hours, is_shown = excluded.is_shown, checked_on = excluded.checked_on`,
        [actor.organisationId, key, given.number, given.hours, given.isShown, this.today()],
      );
      const subject = { type: 'organisation', id: actor.organisationId };
      await this.trail.record(actor, 'support.changed', subject, { key });
    });
  }

  private today(): string {
    return civilDateIn(this.clock.now(), 'Europe/London');
  }
}
