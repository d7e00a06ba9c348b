import { Injectable } from '@nestjs/common';
import {
  Clock,
  type Id,
  Keyset,
  newId,
  type OrganisationId,
  type Page,
  type PageQuery,
  type PersonId,
  type Placed,
} from '#kernel';
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

/** All that was done on a new subject, first things first. */
export interface AuditChain extends AuditSubject {
  readonly events: readonly { readonly action: string; readonly detail: AuditDetail }[];
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

/** The columns of an entry: `e` is the event, `p` whoever did it. */
export const ENTRY = `e.id, e.subject_type as "subjectType", e.subject_id as "subjectId", e.action,
  e.actor_id as "actorId", p.name as "actorName", e.at, e.detail`;

const NEWEST_FIRST = new Keyset('descending', 'instant', 'id');
const LAST_IN_CHAIN_FIRST = new Keyset('descending', 'number');

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
   * Writes the chains of many new subjects in one statement, for mass imports.
   *
   * @param chains of subjects that have no event yet; one that has makes the unit of work fail.
   */
  async recordChains(actor: AuditActor, chains: readonly AuditChain[]): Promise<void> {
    const at = this.clock.now();
    const links = chains.flatMap((chain) => chainedEvents(actor, chain, at));
    const events = links.map(({ event }) => event);
    await this.tx.query(
      `with event as (
         insert into audit_event (id, organisation_id, subject_type, subject_id, sequence, action,
                                  actor_id, at, detail, previous_hash, hash)
         select e.id, $1, e.subject_type, e.subject_id, e.sequence, e.action, $2, $3, e.detail,
                e.previous_hash, e.hash
           from unnest($4::uuid[], $5::text[], $6::uuid[], $7::int[], $8::text[], $9::jsonb[],
                       $10::bytea[], $11::bytea[])
                  e (id, subject_type, subject_id, sequence, action, detail, previous_hash, hash)
         returning id, organisation_id)
       insert into audit_unsealed (event_id, organisation_id) select id, organisation_id from event`,
      [
        actor.organisationId,
        actor.personId,
        at,
        events.map(({ id }) => id),
        events.map(({ subjectType }) => subjectType),
        events.map(({ subjectId }) => subjectId),
        events.map(({ sequence }) => sequence),
        events.map(({ action }) => action),
        events.map(({ detail }) => JSON.stringify(detail)),
        events.map(({ previousHash }) => previousHash),
        links.map(({ hash }) => hash),
      ],
    );
  }

  /** What happened to one subject, newest first. @throws Unreadable `cursor-wrong` */
  async listOf(
    organisationId: OrganisationId,
    subjectId: Id,
    { limit, cursor }: PageQuery,
  ): Promise<Page<AuditEntry>> {
    const rows = await this.tx.query<AuditEntry & Placed>(
      `select ${ENTRY}, array[e.sequence::text] as key
         from audit_event e left join person p on p.id = e.actor_id
        where e.organisation_id = $1 and e.subject_id = $2 and e.sequence < $3
        order by e.sequence desc limit $4`,
      [organisationId, subjectId, ...LAST_IN_CHAIN_FIRST.after(cursor), limit + 1],
    );
    return LAST_IN_CHAIN_FIRST.page<AuditEntry>(rows, limit);
  }

  /** The last changes to one subject, newest first; readings are left out. @param count at most. */
  listLatestOf(
    organisationId: OrganisationId,
    subjectId: Id,
    count: number,
  ): Promise<AuditEntry[]> {
    return this.tx.query<AuditEntry>(
      `select ${ENTRY} from audit_event e left join person p on p.id = e.actor_id
        where e.organisation_id = $1 and e.subject_id = $2 and e.action not like '%.viewed'
        order by e.sequence desc limit $3`,
      [organisationId, subjectId, count],
    );
  }

  /** The events of the organisation, newest first. @throws Unreadable `cursor-wrong` */
  async listRecent(
    organisationId: OrganisationId,
    { limit, cursor }: PageQuery,
    { prefix, from, until }: AuditFilter = {},
  ): Promise<Page<AuditEntry>> {
    const rows = await this.tx.query<AuditEntry & Placed>(
      `select ${ENTRY}, array[e.at::text, e.id::text] as key
         from audit_event e left join person p on p.id = e.actor_id
        where e.organisation_id = $1 and (e.at, e.id) < ($2::timestamptz, $3::uuid)
          and ($8::text is null or e.area = $8) and starts_with(e.action, $5) and e.at >= $6 and e.at < $7
        order by e.at desc, e.id desc limit $4`,
      [
        organisationId,
        ...NEWEST_FIRST.after(cursor),
        limit + 1,
        prefix ?? '',
        from ?? '-infinity',
        until ?? 'infinity',
        areaOf(prefix),
      ],
    );
    return NEWEST_FIRST.page<AuditEntry>(rows, limit);
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

function chainedEvents(actor: AuditActor, chain: AuditChain, at: Date) {
  let previousHash: Buffer | null = null;
  return chain.events.map(({ action, detail }, index) => {
    const event: AuditEvent = {
      id: newId(),
      organisationId: actor.organisationId,
      subjectType: chain.type,
      subjectId: chain.id,
      sequence: index + 1,
      action,
      actorId: actor.personId,
      at,
      detail,
      previousHash,
    };
    const hash = eventHash(event);
    previousHash = hash;
    return { event, hash };
  });
}

/** What the actions are about whose start is told; null where the start does not say it in full. */
function areaOf(prefix = ''): string | null {
  return prefix.includes('.') ? prefix.slice(0, prefix.indexOf('.')) : null;
}
