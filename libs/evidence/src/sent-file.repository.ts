import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Case, CaseKeys } from '#cases';
import { OrganisationKeys } from '#identity';
import type { Id, OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import type { SentFile } from './sent-file.js';

/** What may name a patient: only ever sealed, with the key of the case as soon as there is one. */
const details = z.strictObject({ fileName: z.string(), shows: z.string() });
type Details = z.output<typeof details>;

type Row = Omit<SentFile, keyof Details> & { readonly sealed: Buffer };

const SELECT = `select id, sent_by as "sentBy", sent_at as "sentAt", seen_at as "seenAt",
    details_sealed as sealed, media_type as "mediaType", size, sha256, tells, case_id as "caseId",
    evidence_id as "evidenceId"
  from sent_file where organisation_id = $1 and request_id = $2`;

/** Reads and writes what doctors send. Callers have found the request for their person first. */
@Injectable()
export class SentFileRepository {
  constructor(
    private readonly tx: Transactions,
    private readonly organisations: OrganisationKeys,
    private readonly cases: CaseKeys,
  ) {}

  /** The files of a request, the first first. @throws SealBroken */
  async list(organisationId: OrganisationId, requestId: Id): Promise<SentFile[]> {
    const rows = await this.tx.query<Row>(`${SELECT} order by sent_at, id`, [
      organisationId,
      requestId,
    ]);
    return Promise.all(rows.map((row) => this.opened(organisationId, row)));
  }

  /** Those that no case has yet, held until the unit of work ends. @throws SealBroken */
  async listUntaken(organisationId: OrganisationId, requestId: Id): Promise<SentFile[]> {
    const rows = await this.tx.query<Row>(
      `${SELECT} and evidence_id is null order by sent_at, id for update`,
      [organisationId, requestId],
    );
    return Promise.all(rows.map((row) => this.opened(organisationId, row)));
  }

  /** Whether a file waits for a case still. */
  async isUntaken(organisationId: OrganisationId, id: Id): Promise<boolean> {
    const rows = await this.tx.query(
      `select from sent_file where organisation_id = $1 and id = $2 and evidence_id is null`,
      [organisationId, id],
    );
    return rows.length > 0;
  }

  async insert(organisationId: OrganisationId, requestId: Id, file: SentFile): Promise<void> {
    const plain = JSON.stringify(detailsOf(file));
    await this.tx.query(
      `insert into sent_file (id, organisation_id, request_id, sent_by, sent_at, seen_at, details_sealed,
         media_type, size, sha256, tells) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        file.id,
        organisationId,
        requestId,
        file.sentBy,
        file.sentAt,
        file.seenAt,
        await this.organisations.seal(organisationId, plain, cell(file.id)),
        file.mediaType,
        file.size,
        file.sha256,
        file.tells,
      ],
    );
  }

  /** Notes that a file is evidence of a case now; what was said of it goes under the key of the case. */
  async take({ organisationId, id }: Case, file: SentFile, evidenceId: Id): Promise<void> {
    const cipher = await this.cases.of(organisationId, id);
    const sealed = cipher.seal(JSON.stringify(detailsOf(file)), cell(file.id));
    await this.tx.query(
      `update sent_file set case_id = $3, evidence_id = $4, details_sealed = $5
        where organisation_id = $1 and id = $2`,
      [organisationId, file.id, id, evidenceId, sealed],
    );
  }

  /** Takes away what no case has. @returns what leads to the contents */
  async discard(organisationId: OrganisationId, requestId: Id): Promise<Pick<SentFile, 'id'>[]> {
    const [rows] = await this.tx.manager.query<[Pick<SentFile, 'id'>[], number]>(
      `delete from sent_file where organisation_id = $1 and request_id = $2 and evidence_id is null
       returning id`,
      [organisationId, requestId],
    );
    return rows;
  }

  /** Takes away one file that no case has. @returns false where one has it by now, or it is gone */
  async remove(organisationId: OrganisationId, id: Id): Promise<boolean> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `delete from sent_file where organisation_id = $1 and id = $2 and evidence_id is null
       returning id`,
      [organisationId, id],
    );
    return rows.length > 0;
  }

  private async opened(organisationId: OrganisationId, { sealed, ...row }: Row): Promise<SentFile> {
    const plain = row.caseId
      ? (await this.cases.of(organisationId, row.caseId)).open(sealed, cell(row.id))
      : (await this.organisations.open(organisationId, sealed, cell(row.id))).toString('utf8');
    return { ...row, ...details.parse(JSON.parse(plain)) };
  }
}

function detailsOf({ fileName, shows }: SentFile): Details {
  return { fileName, shows };
}

function cell(id: Id): string {
  return `sent_file.details_sealed:${id}`;
}
