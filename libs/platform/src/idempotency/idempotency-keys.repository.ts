import { Injectable } from '@nestjs/common';
import type { OrganisationId } from '#kernel';
import { scopeOf } from '../database/scope.js';
import { Transactions } from '../database/transactions.js';

/** How long the answer of a call is kept for a second sending of it. */
const KEPT_HOURS = 24;

/** The answers that are kept so that a call sent twice takes effect once. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly tx: Transactions) {}

  /** Forgets an organisation's answers that are older than a day. */
  async sweep(organisationId: OrganisationId): Promise<void> {
    await this.tx.run(scopeOf(organisationId), () =>
      this.tx.query(
        `delete from idempotency_key
          where organisation_id = $1 and created_at < now() - make_interval(hours => $2)`,
        [organisationId, KEPT_HOURS],
      ),
    );
  }
}
