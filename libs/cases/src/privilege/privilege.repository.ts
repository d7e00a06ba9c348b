import { Injectable } from '@nestjs/common';
import { Conflict, type Id, NotFound, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import type { PrivilegedItem, PrivilegedKind, PrivilegeMark } from './privilege.js';

/** Where the things stand that can be marked. */
const TABLES: Record<PrivilegedKind, string> = {
  note: 'case_note',
  draft: 'draft',
  worksheet: 'worksheet',
};

/** Keeps the marks of privilege of a case. */
@Injectable()
export class PrivilegeRepository {
  constructor(private readonly tx: Transactions) {}

  /** Every mark of a case, those in force first, then those that were lifted; the latest first. */
  list(found: Case): Promise<PrivilegeMark[]> {
    return this.tx.query<PrivilegeMark>(
      `select m.id, m.kind, m.subject_id as "subjectId", m.reason, p.name as "markedByName",
              m.marked_at as "markedAt", m.lifted_at as "liftedAt", l.name as "liftedByName",
              m.lifted_reason as "liftedReason"
         from privilege_mark m
         join person p on p.organisation_id = m.organisation_id and p.id = m.marked_by
         left join person l on l.organisation_id = m.organisation_id and l.id = m.lifted_by
        where m.organisation_id = $1 and m.case_id = $2
        order by m.lifted_at is not null, m.marked_at desc, m.id limit 500`,
      [found.organisationId, found.id],
    );
  }

  /** @throws NotFound `privileged-item-not-found` where the case has no such thing; Conflict `privileged-already` */
  async insert(
    found: Case,
    { id, kind, subjectId, reason }: PrivilegedItem & { id: Id; reason: string },
    marked: { by: PersonId; at: Date },
  ): Promise<void> {
    const of = [found.organisationId, found.id, subjectId];
    const there = await this.tx.query(
      `select from ${TABLES[kind]} where organisation_id = $1 and case_id = $2 and id = $3`,
      of,
    );
    if (there.length === 0) {
      throw new NotFound('privileged-item-not-found', 'We could not find that on this case.');
    }
    const rows = await this.tx.query(
      `insert into privilege_mark (id, organisation_id, case_id, subject_id, kind, reason, marked_by, marked_at)
       values ($4, $1, $2, $3, $5, $6, $7, $8)
       on conflict (organisation_id, subject_id) where lifted_at is null do nothing returning id`,
      [...of, id, kind, reason, marked.by, marked.at],
    );
    if (rows.length > 0) return;
    throw new Conflict('privileged-already', 'It is marked as privileged already.');
  }

  /** Lifts a mark that is in force. @throws NotFound `privilege-mark-not-found` */
  async lift(
    found: Case,
    id: Id,
    { reason, by, at }: { reason: string; by: PersonId; at: Date },
  ): Promise<PrivilegedItem> {
    const [rows] = await this.tx.manager.query<[PrivilegedItem[], number]>(
      `update privilege_mark set lifted_by = $4, lifted_at = $5, lifted_reason = $6
        where organisation_id = $1 and case_id = $2 and id = $3 and lifted_at is null
        returning kind, subject_id as "subjectId"`,
      [found.organisationId, found.id, id, by, at, reason],
    );
    if (rows[0]) return rows[0];
    throw new NotFound('privilege-mark-not-found', 'We could not find that mark in force.');
  }
}
