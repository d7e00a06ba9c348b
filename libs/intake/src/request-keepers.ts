import { Injectable } from '@nestjs/common';
import { type CaseId, Clock, type Id, type OrganisationId, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import { AlertRepository } from './alert.repository.js';

/** A request that was sent, with those who look after it. */
export interface KeptRequest {
  /** Of its case; of the request itself while it is none. */
  readonly reference: string;
  readonly caseId: CaseId | null;
  /** Owner of its case. */
  readonly ownerId: PersonId | null;
  /** Those who may know of its case at all; null where every caseworker may. */
  readonly wallMembers: readonly PersonId[] | null;
  /** Those on duty now. */
  readonly onDuty: readonly PersonId[];
}

/** Who looks after a request, for background work. Runs inside the unit of work of its caller. */
@Injectable()
export class RequestKeepers {
  constructor(
    private readonly tx: Transactions,
    private readonly alerts: AlertRepository,
    private readonly clock: Clock,
  ) {}

  /** Undefined for a request that waits for no adviser: not sent yet, or declined. */
  async find(organisationId: OrganisationId, id: Id): Promise<KeptRequest | undefined> {
    const [found] = await this.tx.query<Omit<KeptRequest, 'onDuty'>>(
      `select coalesce(c.reference, r.reference) as reference, r.case_id as "caseId", c.owner_id as "ownerId",
              case when c.is_walled then array(
                select m.person_id from wall_member m
                 where m.organisation_id = c.organisation_id and m.case_id = c.id) end as "wallMembers"
         from request r
         left join case_record c on c.organisation_id = r.organisation_id and c.id = r.case_id
        where r.organisation_id = $1 and r.id = $2 and r.state in ('sent', 'accepted')`,
      [organisationId, id],
    );
    if (!found) return undefined;
    const onDuty = await this.alerts.listOnDuty(organisationId, this.clock.now());
    return { ...found, onDuty: onDuty.map(({ personId }) => personId) };
  }
}
