import { Injectable } from '@nestjs/common';
import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Urgency } from '#triage';
import type { DangerAlert, OnDuty } from './danger-alert.js';

/** An alert as it lies in the table, with the names that go with it. */
export interface AlertRecord extends DangerAlert {
  readonly contactSealed: Buffer | null;
  readonly raisedByName: string | null;
  readonly acknowledgedByName: string | null;
  readonly caseReference: string | null;
  readonly caseUrgency: Urgency | null;
}

const ALERT = `a.id, a.organisation_id as "organisationId", a.raised_by as "raisedBy",
  a.raised_at as "raisedAt", a.on_duty as "onDuty", a.acknowledged_by as "acknowledgedBy",
  a.acknowledged_at as "acknowledgedAt", a.contact_sealed as "contactSealed",
  r.name as "raisedByName", k.name as "acknowledgedByName", a.case_id as "caseId",
  c.reference as "caseReference", c.urgency as "caseUrgency"`;

const FROM = `danger_alert a
  left join person r on r.organisation_id = a.organisation_id and r.id = a.raised_by
  left join person k on k.organisation_id = a.organisation_id and k.id = a.acknowledged_by
  left join case_record c on c.organisation_id = a.organisation_id and c.id = a.case_id`;

/** Reads and writes alerts, and who is on duty. Every method runs in an organisation's unit of work. */
@Injectable()
export class AlertRepository {
  constructor(private readonly tx: Transactions) {}

  async insert(
    alert: DangerAlert,
    { viewHash, contactSealed }: { viewHash: Buffer; contactSealed: Buffer | null },
  ): Promise<void> {
    await this.tx.query(
      `insert into danger_alert (id, organisation_id, view_hash, contact_sealed, raised_by, raised_at,
                                 on_duty)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        alert.id,
        alert.organisationId,
        viewHash,
        contactSealed,
        alert.raisedBy,
        alert.raisedAt,
        alert.onDuty,
      ],
    );
  }

  /** Alerts to a case; nothing happens where an alert to it still waits. @returns whether it is new. */
  async insertForCase(
    alert: Pick<DangerAlert, 'id' | 'organisationId' | 'raisedAt' | 'onDuty'> & { caseId: CaseId },
  ): Promise<boolean> {
    const rows = await this.tx.query<{ id: Id }>(
      `with written as (
         insert into danger_alert (id, organisation_id, case_id, raised_at, on_duty)
         select $1, $2, c.id, $4, $5 from case_record c
          where c.organisation_id = $2 and c.id = $3 and c.state = 'open'
         on conflict do nothing returning id)
       select id from written`,
      [alert.id, alert.organisationId, alert.caseId, alert.raisedAt, alert.onDuty],
    );
    return rows.length === 1;
  }

  async findByHash(
    organisationId: OrganisationId,
    viewHash: Buffer,
  ): Promise<AlertRecord | undefined> {
    const rows = await this.tx.query<AlertRecord>(
      `select ${ALERT} from ${FROM} where a.organisation_id = $1 and a.view_hash = $2`,
      [organisationId, viewHash],
    );
    return rows[0];
  }

  async find(organisationId: OrganisationId, id: Id): Promise<AlertRecord | undefined> {
    const rows = await this.tx.query<AlertRecord>(
      `select ${ALERT} from ${FROM} where a.organisation_id = $1 and a.id = $2`,
      [organisationId, id],
    );
    return rows[0];
  }

  /** Alerts that nobody has acknowledged, oldest first, 100 at most. */
  listOpen(organisationId: OrganisationId): Promise<AlertRecord[]> {
    return this.tx.query<AlertRecord>(
      `select ${ALERT} from ${FROM}
        where a.organisation_id = $1 and a.acknowledged_at is null
        order by a.raised_at limit 100`,
      [organisationId],
    );
  }

  /** Alerts acknowledged since an instant, newest first, 100 at most. */
  listAcknowledged(organisationId: OrganisationId, since: Date): Promise<AlertRecord[]> {
    return this.tx.query<AlertRecord>(
      `select ${ALERT} from ${FROM}
        where a.organisation_id = $1 and a.acknowledged_at >= $2
        order by a.acknowledged_at desc limit 100`,
      [organisationId, since],
    );
  }

  /** How many alerts wait, up to 100. */
  async countOpen(organisationId: OrganisationId): Promise<number> {
    const rows = await this.tx.query<{ count: number }>(
      `select count(*)::int as count from (
         select from danger_alert
          where organisation_id = $1 and acknowledged_at is null limit 100) as waiting`,
      [organisationId],
    );
    return rows[0]!.count;
  }

  /** @returns whether it was still open. */
  async acknowledge(
    organisationId: OrganisationId,
    id: Id,
    { personId, at }: { personId: PersonId; at: Date },
  ): Promise<boolean> {
    const [, changed] = await this.tx.manager.query<[unknown[], number]>(
      `update danger_alert set acknowledged_by = $3, acknowledged_at = $4
        where organisation_id = $1 and id = $2 and acknowledged_at is null`,
      [organisationId, id, personId, at],
    );
    return changed === 1;
  }

  /** Who is on duty at an instant. */
  listOnDuty(organisationId: OrganisationId, at: Date): Promise<OnDuty[]> {
    return this.tx.query<OnDuty>(
      `select d.person_id as "personId", p.name, d.until from duty d
         join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
        where d.organisation_id = $1 and d.until > $2 and p.is_active
        order by d.until, p.name limit 100`,
      [organisationId, at],
    );
  }

  async setDuty(organisationId: OrganisationId, personId: PersonId, until: Date): Promise<void> {
    await this.tx.query(
      `insert into duty (person_id, organisation_id, until) values ($1, $2, $3)
       on conflict (person_id) do update set until = excluded.until`,
      [personId, organisationId, until],
    );
  }

  /** @returns whether the person was on duty at all. */
  async removeDuty(organisationId: OrganisationId, personId: PersonId): Promise<boolean> {
    const [, changed] = await this.tx.manager.query<[unknown[], number]>(
      `delete from duty where organisation_id = $1 and person_id = $2`,
      [organisationId, personId],
    );
    return changed === 1;
  }
}
