import { Injectable } from '@nestjs/common';
import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import { RequestRepository } from './request.repository.js';

/** A doctor and the reference by which they know their request. */
export interface DoctorToTell {
  readonly doctorId: PersonId;
  readonly reference: string;
}

/** Who sent a request, for background work. Runs inside the unit of work of its caller. */
@Injectable()
export class DoctorsToTell {
  constructor(private readonly requests: RequestRepository) {}

  ofRequest(organisationId: OrganisationId, id: Id): Promise<DoctorToTell | undefined> {
    return this.requests.findById(organisationId, id);
  }

  /** Undefined for a case that came from no request. */
  ofCase(organisationId: OrganisationId, caseId: CaseId): Promise<DoctorToTell | undefined> {
    return this.requests.findByCase(organisationId, caseId);
  }
}
