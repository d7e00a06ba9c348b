import { Injectable } from '@nestjs/common';
import type { CaseContext } from '#confidentiality';
import { type Actor, PeopleService } from '#identity';
import type { Case } from './case.js';
import { makeGuardContext } from './guard-context.js';
import { PartiesRepository } from './parties.repository.js';
import { PatientFactsRepository } from './patient-facts.repository.js';

/** Gathers what the guard needs to know of a case; in the unit of work of its organisation. */
@Injectable()
export class GuardSources {
  constructor(
    private readonly facts: PatientFactsRepository,
    private readonly parties: PartiesRepository,
    private readonly people: PeopleService,
  ) {}

  /** @throws SealBroken when the case's key was destroyed. */
  async contextOf(actor: Actor, found: Case): Promise<CaseContext> {
    return makeGuardContext({
      found,
      facts: await this.facts.list(found),
      parties: await this.parties.list(found),
      organisation: await this.people.getOwnOrganisation(actor),
    });
  }
}
