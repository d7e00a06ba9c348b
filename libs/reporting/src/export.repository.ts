import { Injectable } from '@nestjs/common';
import {
  type Id,
  Keyset,
  type OrganisationId,
  type Page,
  type PageQuery,
  type PersonId,
  type Placed,
} from '#kernel';
import { Transactions } from '#platform';
import type { CaseFigure } from './case-figure.js';
import type { Export, ExportKind } from './export.js';
import { daysOf, type Period } from './period.js';

const EXPORT = `id, requested_by as "requestedBy", kind,
  json_build_object('from', to_char(from_month, 'YYYY-MM'), 'until', to_char(until_month, 'YYYY-MM')) as period,
  state, rows_done as "rowsDone", rows_total as "rowsTotal", created_at as "createdAt",
  ready_at as "readyAt", expires_at as "expiresAt"`;

const FIGURE = `case_id as "caseId", reference, opened_on::text as "openedOn", jurisdiction, kind, platform,
  route, decided_on::text as "decidedOn", released_on::text as "releasedOn", closed_on::text as "closedOn",
  outcome, is_walled as "isWalled"`;

const NEWEST_FIRST = new Keyset('descending', 'instant', 'id');

const FIRST = '00000000-0000-0000-0000-000000000000';

/** The file of one attempt at an export. */
export interface ExportFile {
  readonly fileId: Id;
  /** The file's own key, sealed with the organisation's. */
  readonly keySealed: Buffer;
}

/** An attempt that has begun. */
export interface Begun {
  readonly period: Period;
  readonly kind: ExportKind;
  readonly earlierFileId: Id | null;
}

/** Exports and the rows that go into them; in the unit of work of an organisation. */
@Injectable()
export class ExportRepository {
  constructor(private readonly tx: Transactions) {}

  async insert(organisationId: OrganisationId, made: Export): Promise<void> {
    await this.tx.query(
      `insert into export (id, organisation_id, requested_by, from_month, until_month, created_at, kind)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        made.id,
        organisationId,
        made.requestedBy,
        `${made.period.from}-01`,
        `${made.period.until}-01`,
        made.createdAt,
        made.kind,
      ],
    );
  }

  async find(organisationId: OrganisationId, id: Id): Promise<Export | undefined> {
    const rows = await this.tx.query<Export>(
      `select ${EXPORT} from export where organisation_id = $1 and id = $2`,
      [organisationId, id],
    );
    return rows[0];
  }

  /** A person's exports, newest first. @throws Unreadable `cursor-wrong` */
  async list(
    organisationId: OrganisationId,
    personId: PersonId,
    { limit, cursor }: PageQuery,
  ): Promise<Page<Export>> {
    const rows = await this.tx.query<Export & Placed>(
      `select ${EXPORT}, array[created_at::text, id::text] as key from export
        where organisation_id = $1 and requested_by = $2
          and (created_at, id) < ($3::timestamptz, $4::uuid)
        order by created_at desc, id desc limit $5`,
      [organisationId, personId, ...NEWEST_FIRST.after(cursor), limit + 1],
    );
    return NEWEST_FIRST.page<Export>(rows, limit);
  }

  async countUnfinished(organisationId: OrganisationId, personId: PersonId): Promise<number> {
    const rows = await this.tx.query<{ count: number }>(
      `select count(*)::int as count from export
        where organisation_id = $1 and requested_by = $2 and state in ('waiting', 'running')`,
      [organisationId, personId],
    );
    return rows[0]!.count;
  }

  /** Begins an attempt, unless the export is finished. @returns the file of the attempt before it, to be removed. */
  async begin(
    organisationId: OrganisationId,
    id: Id,
    { fileId, keySealed }: ExportFile,
  ): Promise<Begun | undefined> {
    const rows = await this.tx.query<Begun>(
      `with found as (
         select e.* from export e
          where e.organisation_id = $1 and e.id = $2 and e.state in ('waiting', 'running') for update of e),
       begun as (
         update export e set state = 'running', rows_done = 0, file_id = $3,
                key_sealed = $4 from found where e.id = found.id)
       select json_build_object('from', to_char(from_month, 'YYYY-MM'),
                                'until', to_char(until_month, 'YYYY-MM')) as period,
              file_id as "earlierFileId", kind from found`,
      [organisationId, id, fileId, keySealed],
    );
    return rows[0];
  }

  /** Notes how many rows an attempt is to write. */
  async noteTotal(organisationId: OrganisationId, fileId: Id, total: number): Promise<void> {
    await this.tx.query(
      `update export set rows_total = $3 where organisation_id = $1 and file_id = $2`,
      [organisationId, fileId, total],
    );
  }

  /** How many figures a period has; walled cases are left out. */
  async countFigures(organisationId: OrganisationId, period: Period): Promise<number> {
    const { first, after } = daysOf(period);
    const rows = await this.tx.query<{ count: number }>(
      `select count(*)::int as count from case_figure
        where organisation_id = $1 and not is_walled and opened_on >= $2::date and opened_on < $3::date`,
      [organisationId, first, after],
    );
    return rows[0]!.count;
  }

  /** The next figures of a period after the last that was seen; walled cases are left out. */
  listFigures(
    organisationId: OrganisationId,
    period: Period,
    { limit, last }: { limit: number; last?: CaseFigure | undefined },
  ): Promise<CaseFigure[]> {
    const { first, after } = daysOf(period);
    return this.tx.query<CaseFigure>(
      `select ${FIGURE} from case_figure
        where organisation_id = $1 and (opened_on, case_id) > ($2::date, $3::uuid)
          and opened_on >= $4::date and opened_on < $5::date and not is_walled
        order by opened_on, case_id limit $6`,
      [organisationId, last?.openedOn ?? first, last?.caseId ?? FIRST, first, after, limit],
    );
  }

  /** Notes how far an attempt is. @returns false when another attempt has taken its place. */
  async noteProgress(organisationId: OrganisationId, fileId: Id, rows: number): Promise<boolean> {
    return this.changes(
      `update export set rows_done = $3
        where organisation_id = $1 and file_id = $2 and state = 'running' returning id`,
      [organisationId, fileId, rows],
    );
  }

  /** @returns false when another attempt has taken its place. */
  async finish(
    organisationId: OrganisationId,
    fileId: Id,
    { readyAt, expiresAt }: { readyAt: Date; expiresAt: Date },
  ): Promise<boolean> {
    return this.changes(
      `update export set state = 'ready', rows_total = rows_done, ready_at = $3, expires_at = $4
        where organisation_id = $1 and file_id = $2 and state = 'running' returning id`,
      [organisationId, fileId, readyAt, expiresAt],
    );
  }

  /** Marks what did not become ready as failed. */
  async fail(organisationId: OrganisationId, begunBefore: Date): Promise<void> {
    await this.tx.query(
      `update export set state = 'failed'
        where organisation_id = $1 and state in ('waiting', 'running') and created_at < $2`,
      [organisationId, begunBefore],
    );
  }

  async findFile(organisationId: OrganisationId, id: Id): Promise<ExportFile | undefined> {
    const rows = await this.tx.query<ExportFile>(
      `select file_id as "fileId", key_sealed as "keySealed" from export
        where organisation_id = $1 and id = $2 and state = 'ready' and key_sealed is not null`,
      [organisationId, id],
    );
    return rows[0];
  }

  /** Marks what has had its time as expired, and destroys the keys. @returns the files to be removed. */
  async expire(organisationId: OrganisationId, now: Date): Promise<Id[]> {
    const [rows] = await this.tx.manager.query<[{ fileId: Id }[], number]>(
      `update export set state = 'expired', key_sealed = null
        where organisation_id = $1 and state = 'ready' and expires_at <= $2
        returning file_id as "fileId"`,
      [organisationId, now],
    );
    return rows.map(({ fileId }) => fileId);
  }

  private async changes(sql: string, parameters: unknown[]): Promise<boolean> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(sql, parameters);
    return rows.length > 0;
  }
}
