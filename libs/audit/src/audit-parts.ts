import { Injectable } from '@nestjs/common';
import type { Id, OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import { type AuditEntry, ENTRY } from './audit-trail.js';

/** Something within a subject that its events name in their detail: `{ evidence: id }`. */
export interface AuditPart {
  readonly name: string;
  readonly id: Id;
}

/** Reads the trail of one part of a subject. */
@Injectable()
export class AuditParts {
  constructor(private readonly tx: Transactions) {}

  /** What happened to a part, oldest first: its first 500 events. */
  listOf(organisationId: OrganisationId, subjectId: Id, part: AuditPart): Promise<AuditEntry[]> {
    return this.tx.query<AuditEntry>(
      `select ${ENTRY} from audit_event e left join person p on p.id = e.actor_id
        where e.organisation_id = $1 and e.subject_id = $2 and e.detail ->> $3 = $4
        order by e.sequence limit 500`,
      [organisationId, subjectId, part.name, part.id],
    );
  }
}
