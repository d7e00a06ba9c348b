import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import type { CaseId, Id, OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import { type LetterToDoctor, ReleaseRepository } from './release.repository.js';

/** What a doctor may read of the drafts of their case: released letters to themselves, and nothing else. */
@Injectable()
export class LettersToDoctor {
  constructor(
    private readonly tx: Transactions,
    private readonly releases: ReleaseRepository,
  ) {}

  /** The case of a letter to its doctor, for background work; undefined for any other text that was released. */
  caseOf(organisationId: OrganisationId, releaseId: Id): Promise<CaseId | undefined> {
    return this.releases.findCaseOfLetter(organisationId, releaseId);
  }

  /** Newest first; none of a case that is about another doctor, and none while it is walled off. */
  list(actor: Actor, caseId: CaseId): Promise<LetterToDoctor[]> {
    requirePermission(actor, 'request:send');
    return this.tx.run(scopeOfActor(actor), () =>
      this.releases.listToDoctor(actor.organisationId, { caseId, doctorId: actor.personId }),
    );
  }
}
