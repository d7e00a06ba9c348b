import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Case, type CaseCipher, CaseKeys } from '#cases';
import type { Id, OrganisationId, PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { EvidenceItem, Sighting } from './evidence.js';

/** A new item on its way into the table. */
export interface NewItem extends Omit<
  EvidenceItem,
  'number' | 'keptByName' | 'isFromDoctor' | 'original' | 'destroyed'
> {
  readonly keptBy: PersonId;
}

/** A new look at an original. */
export interface NewSighting extends Omit<Sighting, 'recordedByName'> {
  readonly id: Id;
  readonly recordedBy: PersonId;
  readonly recordedAt: Date;
}

interface Row extends Omit<EvidenceItem, keyof Details> {
  readonly sealed: Buffer;
}

/** What may name a patient or somebody else: only ever sealed. */
const details = z.strictObject({
  address: z.string(),
  shows: z.string(),
  capturedBy: z.string(),
  fileName: z.string(),
});
type Details = z.output<typeof details>;

const SIGHTING = `jsonb_build_object('state', s.state, 'goneBy', s.gone_by, 'lookedAt', s.looked_at,
  'recordedByName', r.name)`;

const SELECT = `select e.id, e.number, e.kind, e.altered_from as "alteredFrom", e.seen_at as "seenAt",
    e.details_sealed as sealed, e.media_type as "mediaType", e.size, e.sha256, e.tells, k.name as "keptByName",
    e.kept_at as "keptAt",
    exists (select from sent_file f
             where f.organisation_id = e.organisation_id and f.evidence_id = e.id) as "isFromDoctor",
    (select ${SIGHTING} from evidence_sighting s
       join person r on r.organisation_id = s.organisation_id and r.id = s.recorded_by
      where s.organisation_id = e.organisation_id and s.case_id = e.case_id and s.evidence_id = e.id
      order by s.looked_at desc, s.id desc limit 1) as original,
    case when e.destroyed_at is not null then jsonb_build_object(
      'byName', d.name, 'at', e.destroyed_at, 'reason', e.destroyed_reason) end as destroyed
  from evidence_item e
  join person k on k.organisation_id = e.organisation_id and k.id = e.kept_by
  left join person d on d.organisation_id = e.organisation_id and d.id = e.destroyed_by
  where e.organisation_id = $1 and e.case_id = $2`;

/** Most items that a case shows at once. */
const MOST = 500;

/** Keeps items and what became of their originals. Callers have found the case for their person first. */
@Injectable()
export class EvidenceRepository {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: CaseKeys,
  ) {}

  /** The items of a case, in the order in which they were kept. @throws SealBroken */
  async list(found: Case): Promise<EvidenceItem[]> {
    return this.read(found, `${SELECT} order by e.number limit ${MOST}`, []);
  }

  /** One item; undefined where the case has none of that id. @throws SealBroken */
  async find(found: Case, id: Id): Promise<EvidenceItem | undefined> {
    return (await this.read(found, `${SELECT} and e.id = $3`, [id]))[0];
  }

  /** @returns the number that the item has within its case. */
  async insert(found: Case, item: NewItem): Promise<number> {
    const cipher = await this.keys.of(found.organisationId, found.id);
    const { address, shows, capturedBy, fileName } = item;
    const sealed = cipher.seal(
      JSON.stringify({ address, shows, capturedBy, fileName } satisfies Details),
      cell(item.id),
    );
    const number = await this.nextNumber(found);
    await this.tx.query(
      `insert into evidence_item (id, organisation_id, case_id, number, kind, altered_from, seen_at,
         details_sealed, media_type, size, sha256, kept_by, kept_at, tells)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        item.id,
        found.organisationId,
        found.id,
        number,
        item.kind,
        item.alteredFrom,
        item.seenAt,
        sealed,
        item.mediaType,
        item.size,
        item.sha256,
        item.keptBy,
        item.keptAt,
        item.tells,
      ],
    );
    return number;
  }

  /** The looks at the original of an item, newest first. */
  async listSightings(found: Case, id: Id): Promise<Sighting[]> {
    return this.tx.query<Sighting>(
      `select s.state, s.gone_by as "goneBy", s.looked_at as "lookedAt", r.name as "recordedByName"
         from evidence_sighting s
         join person r on r.organisation_id = s.organisation_id and r.id = s.recorded_by
        where s.organisation_id = $1 and s.case_id = $2 and s.evidence_id = $3
        order by s.looked_at desc, s.id desc limit ${MOST}`,
      [found.organisationId, found.id, id],
    );
  }

  async insertSighting(found: Case, evidenceId: Id, sighting: NewSighting): Promise<void> {
    const { id, lookedAt, state, goneBy, recordedBy, recordedAt } = sighting;
    await this.tx.query(
      `insert into evidence_sighting (id, organisation_id, case_id, evidence_id, looked_at, state, gone_by,
         recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        found.organisationId,
        found.id,
        evidenceId,
        lookedAt,
        state,
        goneBy,
        recordedBy,
        recordedAt,
      ],
    );
  }

  /** Marks the content of an item as destroyed. @returns false where it was before */
  async destroy(
    found: Case,
    id: Id,
    { by, at, reason }: { by: PersonId; at: Date; reason: string },
  ): Promise<boolean> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update evidence_item set destroyed_by = $4, destroyed_at = $5, destroyed_reason = $6
        where organisation_id = $1 and case_id = $2 and id = $3 and destroyed_at is null returning id`,
      [found.organisationId, found.id, id, by, at, reason],
    );
    return rows.length > 0;
  }

  /** What leads to content that was destroyed; undefined for any other. */
  async findDestroyed(
    organisationId: OrganisationId,
    id: Id,
  ): Promise<Pick<EvidenceItem, 'id' | 'sha256'> | undefined> {
    const rows = await this.tx.query<Pick<EvidenceItem, 'id' | 'sha256'>>(
      `select id, sha256 from evidence_item
        where organisation_id = $1 and id = $2 and destroyed_at is not null`,
      [organisationId, id],
    );
    return rows[0];
  }

  /** Has others wait who keep or destroy something of the case, before anything of it is looked at. */
  async lockCase({ organisationId, id }: Case): Promise<void> {
    await this.tx.query(
      `select from case_record where organisation_id = $1 and id = $2 for no key update`,
      [organisationId, id],
    );
  }

  /** No two items take the same number. */
  private async nextNumber(found: Case): Promise<number> {
    const { organisationId, id } = found;
    await this.lockCase(found);
    const rows = await this.tx.query<{ next: number }>(
      `select coalesce(max(number), 0) + 1 as next from evidence_item
        where organisation_id = $1 and case_id = $2`,
      [organisationId, id],
    );
    return rows[0]!.next;
  }

  private async read(found: Case, sql: string, values: unknown[]): Promise<EvidenceItem[]> {
    const rows = await this.tx.query<Row>(sql, [found.organisationId, found.id, ...values]);
    if (rows.length === 0) return [];
    const cipher = await this.keys.of(found.organisationId, found.id);
    return rows.map((row) => opened(row, cipher));
  }
}

function opened({ sealed, ...row }: Row, cipher: CaseCipher): EvidenceItem {
  const told = details.parse(JSON.parse(cipher.open(sealed, cell(row.id))));
  const { original, destroyed } = row;
  return {
    ...row,
    ...told,
    original: { ...original, lookedAt: new Date(original.lookedAt) },
    destroyed: destroyed && { ...destroyed, at: new Date(destroyed.at) },
  };
}

function cell(id: Id): string {
  return `evidence_item.details_sealed:${id}`;
}
