import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import { CaseReadingService } from './case-reading.service.js';
import { ConflictChecks } from './membership/conflict-checks.service.js';
import { PartiesRepository } from './parties.repository.js';
import type { Party, PartyDetails, PartyRole } from './party.js';

/** The people who have a part in a case. Reading them is recorded, like reading patient facts. */
@Injectable()
export class PartiesService {
  constructor(
    private readonly tx: Transactions,
    private readonly reading: CaseReadingService,
    private readonly parties: PartiesRepository,
    private readonly checks: ConflictChecks,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Opens the parties of a case and records the reading. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<Party[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const parties = await this.parties.list(found);
      const subject = { type: 'case', id: found.id };
      await this.trail.record(actor, 'parties.viewed', subject, { count: parties.length });
      return parties;
    });
  }

  /**
   * Adds somebody. Where the name is that of a person here, or of a doctor with a case of their own, a check for a
   * conflict of interest is raised.
   *
   * @throws NotFound `case-not-found`
   */
  add(
    actor: Actor,
    reference: string,
    given: PartyDetails & { role: PartyRole },
  ): Promise<{ id: Id; role: PartyRole; needsConflictCheck: boolean }> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const namesakes = await this.checks.namesakes(actor, found, given.name);
      const party = { ...given, id: newId(), addedAt: this.clock.now() };
      await this.parties.insert(found, party, actor.personId);
      const subject = { type: 'case', id: found.id };
      await this.trail.record(actor, 'party.added', subject, { role: given.role, party: party.id });
      const needsConflictCheck = await this.checks.raise(actor, found, party.id, namesakes);
      return { id: party.id, role: party.role, needsConflictCheck };
    });
  }

  /** Takes somebody away. @throws NotFound `party-not-found` */
  remove(actor: Actor, reference: string, id: Id): Promise<void> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.get(actor, reference);
      const role = await this.parties.remove(found, id);
      if (!role) throw new NotFound('party-not-found');
      await this.trail.record(
        actor,
        'party.removed',
        { type: 'case', id: found.id },
        { role, party: id },
      );
    });
  }
}
