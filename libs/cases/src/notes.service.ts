import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, Keyset, newId, type Page, type PageQuery, type Placed } from '#kernel';
import { Transactions } from '#platform';
import { CaseReadingService } from './case-reading.service.js';
import { isPrivilegedSql } from './privilege/privilege.js';

/** A note of the staff; never shown to doctors or to anybody outside. */
export interface CaseNote {
  readonly id: Id;
  readonly text: string;
  readonly writtenAt: Date;
  readonly writtenByName: string;
  readonly isOwn: boolean;
  /** Whether it is marked as legally privileged. */
  readonly isPrivileged: boolean;
}

/** Longest note, in UTF-16 code units. */
export const NOTE_LENGTH = 50_000;

const NEWEST_FIRST = new Keyset('descending', 'instant', 'id');

/** The staff's notes on a case: added, never changed or taken away. */
@Injectable()
export class NotesService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Notes of a case, newest first. @throws NotFound `case-not-found`; Unreadable `cursor-wrong` */
  list(actor: Actor, reference: string, query: PageQuery): Promise<Page<CaseNote>> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const rows = await this.tx.query<CaseNote & Placed>(
        `select n.id, n.text, n.written_at as "writtenAt",
                (select name from person p
                  where p.organisation_id = n.organisation_id and p.id = n.written_by) as "writtenByName",
                n.written_by = $6 as "isOwn", ${isPrivilegedSql('n')} as "isPrivileged", array[n.written_at::text, n.id::text] as key
           from case_note n
          where n.organisation_id = $1 and n.case_id = $2 and (n.written_at, n.id) < ($3::timestamptz, $4::uuid)
          order by n.written_at desc, n.id desc limit $5`,
        [
          actor.organisationId,
          found.id,
          ...NEWEST_FIRST.after(query.cursor),
          query.limit + 1,
          actor.personId,
        ],
      );
      return NEWEST_FIRST.page<CaseNote>(rows, query.limit);
    });
  }

  /** Adds a note. @param text 1 to {@link NOTE_LENGTH}. @throws NotFound `case-not-found` */
  add(actor: Actor, reference: string, text: string): Promise<{ id: Id; writtenAt: Date }> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const [id, writtenAt] = [newId(), this.clock.now()];
      await this.tx.query(
        `insert into case_note (id, organisation_id, case_id, text, written_by, written_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, actor.organisationId, found.id, text, actor.personId, writtenAt],
      );
      await this.trail.record(actor, 'note.added', { type: 'case', id: found.id }, { note: id });
      return { id, writtenAt };
    });
  }
}
