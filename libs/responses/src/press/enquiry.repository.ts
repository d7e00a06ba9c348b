import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Case, CaseKeys } from '#cases';
import { Conflict, type Id, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Enquiry, EnquiryRow, EnquiryWords } from './enquiry.js';

const ROW = `e.id, e.outlet, e.received_at as "receivedAt", e.deadline_at as "deadlineAt", e.state,
  e.answered_at as "answeredAt", l.name as "loggedByName", e.version`;
const FROM = `press_enquiry e
  join person l on l.organisation_id = e.organisation_id and l.id = e.logged_by`;

/** Most enquiries of one case that a page shows. */
const LIST_LIMIT = 200;

const words = z.object({ journalist: z.string(), contact: z.string(), asked: z.string() });

/** A new enquiry. */
export type NewEnquiry = Pick<EnquiryRow, 'id' | 'outlet' | 'receivedAt' | 'deadlineAt'> &
  EnquiryWords & { readonly loggedBy: PersonId; readonly loggedAt: Date };

/** How an enquiry ended. */
export interface EnquiryEnding {
  readonly state: 'answered' | 'closed';
  readonly text: string;
  readonly answeredAt: Date | null;
  readonly endedBy: PersonId;
  readonly endedAt: Date;
}

/** Keeps the log of enquiries; who asked, what, and what was said only ever sealed. */
@Injectable()
export class EnquiryRepository {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: CaseKeys,
  ) {}

  async insert(found: Case, enquiry: NewEnquiry): Promise<void> {
    const { id, journalist, contact, asked } = enquiry;
    const cipher = await this.keys.of(found.organisationId, found.id);
    await this.tx.query(
      `insert into press_enquiry (id, organisation_id, case_id, outlet, asked_sealed, received_at,
                                  deadline_at, logged_by, logged_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        found.organisationId,
        found.id,
        enquiry.outlet,
        cipher.seal(JSON.stringify({ journalist, contact, asked }), cell('asked_sealed', id)),
        enquiry.receivedAt,
        enquiry.deadlineAt,
        enquiry.loggedBy,
        enquiry.loggedAt,
      ],
    );
  }

  /** The enquiries of a case, the newest first. */
  list({ organisationId, id }: Case): Promise<EnquiryRow[]> {
    return this.tx.query<EnquiryRow>(
      `select ${ROW} from ${FROM} where e.organisation_id = $1 and e.case_id = $2
        order by e.received_at desc, e.id desc limit ${LIST_LIMIT}`,
      [organisationId, id],
    );
  }

  /** One enquiry, opened; undefined when the case has none of this id. @throws SealBroken */
  async find(found: Case, id: Id): Promise<Enquiry | undefined> {
    const [row] = await this.tx.query<
      EnquiryRow & {
        asked: Buffer;
        ended: Buffer | null;
        endedByName: string | null;
        endedAt: Date | null;
      }
    >(
      `select ${ROW}, e.asked_sealed as asked, e.ending_sealed as ended, b.name as "endedByName",
              e.ended_at as "endedAt"
         from ${FROM} left join person b on b.organisation_id = e.organisation_id and b.id = e.ended_by
        where e.organisation_id = $1 and e.case_id = $2 and e.id = $3`,
      [found.organisationId, found.id, id],
    );
    if (!row) return undefined;
    const { asked, ended, ...rest } = row;
    const cipher = await this.keys.of(found.organisationId, found.id);
    return {
      ...rest,
      ...words.parse(JSON.parse(cipher.open(asked, cell('asked_sealed', id)))),
      ending: ended && cipher.open(ended, cell('ending_sealed', id)),
    };
  }

  /** Ends an open enquiry that is still as it was read. @throws Conflict `enquiry-changed` */
  async end(found: Case, { id, version }: EnquiryRow, ending: EnquiryEnding): Promise<void> {
    const cipher = await this.keys.of(found.organisationId, found.id);
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update press_enquiry set state = $4, ending_sealed = $5, answered_at = $6, ended_by = $7,
              ended_at = $8, version = version + 1
        where organisation_id = $1 and id = $2 and version = $3 and state = 'open' returning id`,
      [
        found.organisationId,
        id,
        version,
        ending.state,
        cipher.seal(ending.text, cell('ending_sealed', id)),
        ending.answeredAt,
        ending.endedBy,
        ending.endedAt,
      ],
    );
    if (rows.length === 0) {
      throw new Conflict('enquiry-changed', 'Somebody else changed this enquiry first.');
    }
  }
}

function cell(column: string, id: Id): string {
  return `press_enquiry.${column}:${id}`;
}
