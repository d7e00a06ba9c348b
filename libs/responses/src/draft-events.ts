import { Injectable } from '@nestjs/common';
import { caseChanged } from '#cases';
import type { CaseId, Id, OrganisationId } from '#kernel';
import { OutboxRepository } from '#platform';
import { AcceptanceRepository } from './acceptance/acceptance.repository.js';
import type { Draft } from './draft.js';
import { acceptanceAsked, waiverMoved } from './responses.jobs.js';

/** What follows in the background from a change of a draft. Every method joins the running unit of work. */
@Injectable()
export class DraftEvents {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly acceptances: AcceptanceRepository,
  ) {}

  /** Has the figures of a case read anew. */
  async caseChanged(organisationId: OrganisationId, caseId: CaseId): Promise<void> {
    await this.outbox.add(organisationId, caseChanged, { caseId });
  }

  /** Has those told who may agree that findings of a text pass, or that nothing waits for them any more. */
  async waiverMoved(organisationId: OrganisationId, waiverId: Id): Promise<void> {
    await this.outbox.add(organisationId, waiverMoved, { waiverId });
  }

  /** Asks the doctor about the words of an approved draft, once about the same words. */
  async askDoctor(draft: Draft): Promise<void> {
    const acceptanceId = await this.acceptances.ask(draft, draft.updatedAt);
    if (!acceptanceId) return;
    await this.outbox.add(draft.organisationId, acceptanceAsked, { acceptanceId });
  }
}
