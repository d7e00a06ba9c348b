import { Injectable } from '@nestjs/common';
import type { Case } from '#cases';
import type { GuardReport } from '#confidentiality';
import { newId, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { SafeSummary } from './safe-summary.js';

const VERSION = `s.version, s.text, s.written_at as "writtenAt", p.name as "writtenByName"`;

/** Keeps safe summaries; a version never changes. */
@Injectable()
export class PressSummaryRepository {
  constructor(private readonly tx: Transactions) {}

  async insert(
    { organisationId, id }: Case,
    made: Omit<SafeSummary, 'writtenByName'> & { writtenBy: PersonId; report: GuardReport },
  ): Promise<void> {
    const { version, text, writtenBy, writtenAt, report } = made;
    await this.tx.query(
      `insert into press_summary (id, organisation_id, case_id, version, text, verdict, guard_version,
                                  written_by, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        organisationId,
        id,
        version,
        text,
        report.verdict,
        report.guardVersion,
        writtenBy,
        writtenAt,
      ],
    );
  }

  /** Every version, the newest first. */
  list({ organisationId, id }: Case): Promise<SafeSummary[]> {
    return this.tx.query<SafeSummary>(
      `select ${VERSION} from press_summary s
         join person p on p.organisation_id = s.organisation_id and p.id = s.written_by
        where s.organisation_id = $1 and s.case_id = $2 order by s.version desc limit 200`,
      [organisationId, id],
    );
  }

  async latest(found: Case): Promise<SafeSummary | undefined> {
    return (await this.list(found))[0];
  }

  /** The newest version; nobody else writes one until the unit of work ends. */
  async latestForUpdate(found: Case): Promise<SafeSummary | undefined> {
    await this.tx.query(
      `select id from case_record where organisation_id = $1 and id = $2 for update`,
      [found.organisationId, found.id],
    );
    return this.latest(found);
  }
}
