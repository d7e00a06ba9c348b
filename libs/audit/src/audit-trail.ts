import { Injectable } from '@nestjs/common';
import { Clock, type Id, newId, type OrganisationId, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import { type AuditDetail, type AuditEvent, eventHash } from './event-hash.js';

/** On whom or what something was done. */
export interface AuditSubject {
  readonly type: string;
  readonly id: Id;
}

/** Who did it; a person id of null is background work. */
export interface AuditActor {
  readonly organisationId: OrganisationId;
  readonly personId: PersonId | null;
}

/** An event as it is shown: who, what, when. */
export interface AuditEntry {
  id: Id;
  subjectType: string;
  subjectId: Id;
  action: string;
  actorId: PersonId | null;
  actorName: string | null;
  at: Date;
  detail: AuditDetail;
}

/** Which events a list shows; everything unless said. */
export interface AuditFilter {
  /** Start of the action: `case.` */
  prefix?: string | undefined;
  from?: Date | undefined;
  /** The first instant that is not shown any more. */
  until?: Date | undefined;
}

const ENTRY = `e.id, e.subject_type as "subjectType", e.subject_id as "subjectId", e.action,
  e.actor_id as "actorId", p.name as "actorName", e.at, e.detail`;

/** Writes and reads the trail. Writing joins the running transaction: no event, no change. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly tx: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Appends one event to the subject's chain. @throws OutsideTransaction */
  async record(
    actor: AuditActor,
    action: string,
    subject: AuditSubject,
    detail: AuditDetail = {},
  ): Promise<void> {
    const last = await this.lastOf(actor.organisationId, subject.id);
    const event: AuditEvent = {
      id: newId(),
      organisationId: actor.organisationId,
      subjectType: subject.type,
      subjectId: subject.id,
      sequence: (last?.sequence ?? 0) + 1,
      action,
      actorId: actor.personId,
      at: this.clock.now(),
      detail,
      previousHash: last?.hash ?? null,
    };
    await this.insert(event);
  }

  /**
   * Begins the chains of many new subjects in one statement, for mass imports.
   *
   * @param subjects that have no event yet; one that has makes the unit of work fail.
   */
  async recordFirst(
    actor: AuditActor,
    action: string,
    subjects: readonly (AuditSubject & { readonly detail: AuditDetail })[],
  ): Promise<void> {
    const at = this.clock.now();
    const events = subjects.map(({ type, id, detail }): AuditEvent => {
      const { organisationId, personId: actorId } = actor;
      const first = { sequence: 1, previousHash: null };
      const event = { organisationId, actorId, action, at, detail, ...first };
      return { ...event, id: newId(), subjectType: type, subjectId: id };
    });
    await this.tx.query(
      `with event as (
         insert into audit_event (id, organisation_id, subject_type, subject_id, sequence, action,
                                  actor_id, at, detail, hash)
         select e.id, $1, e.subject_type, e.subject_id, 1, $2, $3, $4, e.detail, e.hash
           from unnest($5::uuid[], $6::text[], $7::uuid[], $8::jsonb[], $9::bytea[])
                  e (id, subject_type, subject_id, detail, hash)
         returning id, organisation_id)
       insert into audit_unsealed (event_id, organisation_id) select id, organisation_id from event`,
      [
        actor.organisationId,
        action,
        actor.personId,
        at,
        events.map(({ id }) => id),
        events.map(({ subjectType }) => subjectType),
        events.map(({ subjectId }) => subjectId),
        events.map(({ detail }) => JSON.stringify(detail)),
        events.map(eventHash),
      ],
    );
  }

  /** What happened to one subject, oldest first. */
  listOf(organisationId: OrganisationId, subjectId: Id): Promise<AuditEntry[]> {
    return this.tx.query<AuditEntry>(
      `select ${ENTRY} from audit_event e left join person p on p.id = e.actor_id
        where e.organisation_id = $1 and e.subject_id = $2 order by e.sequence`,
      [organisationId, subjectId],
    );
  }

  /** The last changes to one subject, oldest of them first; readings are left out. @param count at most. */
  listLatestOf(
    organisationId: OrganisationId,
    subjectId: Id,
    count: number,
  ): Promise<AuditEntry[]> {
    return this.tx.query<AuditEntry>(
      `select * from (
         select ${ENTRY}, e.sequence from audit_event e left join person p on p.id = e.actor_id
          where e.organisation_id = $1 and e.subject_id = $2 and e.action not like '%.viewed'
          order by e.sequence desc limit $3) latest
        order by sequence`,
      [organisationId, subjectId, count],
    );
  }

  /** The newest events of the organisation. @param before cursor: instant and id of the last row seen. */
  listRecent(
    organisationId: OrganisationId,
    limit: number,
    before?: { at: Date; id: Id },
    { prefix, from, until }: AuditFilter = {},
  ): Promise<AuditEntry[]> {
    return this.tx.query<AuditEntry>(
      `select ${ENTRY} from audit_event e left join person p on p.id = e.actor_id
        where e.organisation_id = $1 and (e.at, e.id) < ($2, $3)
          and starts_with(e.action, $5) and e.at >= $6 and e.at < $7
        order by e.at desc, e.id desc limit $4`,
      [
        organisationId,
        before?.at ?? 'infinity',
        before?.id ?? LAST_ID,
        limit,
        prefix ?? '',
        from ?? '-infinity',
        until ?? 'infinity',
      ],
    );
  }

  /** Waits for others who write to the same chain, so that no two events take the same place. */
  private async lastOf(organisationId: OrganisationId, subjectId: Id) {
    await this.tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [subjectId]);
    const rows = await this.tx.query<{ sequence: number; hash: Buffer }>(
      `select sequence, hash from audit_event
        where organisation_id = $1 and subject_id = $2 order by sequence desc limit 1`,
      [organisationId, subjectId],
    );
    return rows[0];
  }

  private async insert(event: AuditEvent): Promise<void> {
    await this.tx.query(
      `with event as (
         insert into audit_event (id, organisation_id, subject_type, subject_id, sequence, action,
                                  actor_id, at, detail, previous_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id, organisation_id)
       insert into audit_unsealed (event_id, organisation_id) select id, organisation_id from event`,
      [
        event.id,
        event.organisationId,
        event.subjectType,
        event.subjectId,
        event.sequence,
        event.action,
        event.actorId,
        event.at,
        JSON.stringify(event.detail),
        event.previousHash,
        eventHash(event),
      ],
    );
  }
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
