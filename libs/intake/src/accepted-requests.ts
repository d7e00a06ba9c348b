import { Injectable } from '@nestjs/common';
import type { CaseId, Id, OrganisationId } from '#kernel';
import { RequestRepository } from './request.repository.js';

/** Which case a request became, for background work. Runs inside the unit of work of its caller. */
@Injectable()
export class AcceptedRequests {
  constructor(private readonly requests: RequestRepository) {}

  /** Undefined while it is none. */
  async caseOf(organisationId: OrganisationId, id: Id): Promise<CaseId | undefined> {
    return (await this.requests.findById(organisationId, id))?.caseId ?? undefined;
  }
}
