import { Injectable } from '@nestjs/common';
import { type Actor, can, scopeOfActor } from '#identity';
import { Forbidden, type Id } from '#kernel';
import { Transactions } from '#platform';
import { type Move, MovedCaseRepository, type MovedCaseRow } from './moved-case.repository.js';

/** What proposed rules would do to the open cases. */
export interface MovedCases {
  /** From a route to the same one: the route stays, and what is added, barred or timed does not. */
  readonly moves: readonly Move[];
  /** The first two hundred of them; empty for whoever reads no cases. */
  readonly cases: readonly MovedCaseRow[];
}

/** Shows which open cases proposed rules would move. Cases behind a wall are there for those inside it only. */
@Injectable()
export class MovedCasesService {
  constructor(
    private readonly tx: Transactions,
    private readonly repository: MovedCaseRepository,
  ) {}

  /** Of a proposal that the person may see. @throws Forbidden `permission-missing` */
  of(actor: Actor, rulePackId: Id): Promise<MovedCases> {
    if (!can(actor, 'rule:propose') && !can(actor, 'rule:publish')) {
      throw new Forbidden('permission-missing');
    }
    const { organisationId } = actor;
    return this.tx.run(scopeOfActor(actor), async () => ({
      moves: await this.repository.count(organisationId, rulePackId),
      cases: can(actor, 'case:read') ? await this.repository.list(organisationId, rulePackId) : [],
    }));
  }
}
