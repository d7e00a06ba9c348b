import { Injectable } from '@nestjs/common';
import { type AuditDetail, AuditTrail } from '#audit';
import { type Actor, can, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, type Id } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import { SHIPPED_RULES } from '#triage';
import { compareOnOpenCases } from '../knowledge.jobs.js';
import { propose, publish, supersede, withdraw } from '../two-person.js';
import { acknowledge } from './acknowledging.js';
import { newRulePack } from './new-rule-pack.js';
import {
  type Acknowledgement,
  contentOf,
  packOf,
  type RulePackContent,
  type RulePackDocument,
} from './rule-pack.js';
import type { Seen } from './rule-pack-editing.service.js';
import { RulePackReadingService, reviewOf } from './rule-pack-reading.service.js';
import { RulePacksAtWork } from './rule-packs-at-work.js';
import { rulesChanged } from './rule-pack.repository.js';

/** Proposes versions of the rules, and puts them in force by another person. */
@Injectable()
export class RulePackPublishingService {
  constructor(
    private readonly tx: Transactions,
    private readonly work: RulePacksAtWork,
    private readonly reading: RulePackReadingService,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Proposes the version that was prepared.
   *
   * @throws NotFound `rule-pack-not-found`; Conflict `version-state`, `version-is-fixed`, `rules-changed`
   * @throws Invalid `note-needed`, `rules-invalid`
   */
  propose(actor: Actor, seen: Seen, note: string): Promise<RulePackDocument> {
    return this.alone(actor, 'rule:propose', async () => {
      const found = await this.asSeen(actor, seen);
      const step = await this.step(actor);
      const proposed = { ...propose(found, note, step), note };
      packOf(proposed.content, proposed.number);
      await this.work.packs.save(found, proposed);
      return this.afterProposing(actor, { ...proposed, version: found.version + 1 });
    });
  }

  /** Proposes rules that come whole. @throws Invalid `note-needed`, `rules-invalid` */
  proposeRules(actor: Actor, content: RulePackContent, note: string): Promise<RulePackDocument> {
    return this.alone(actor, 'rule:propose', async () => {
      const { packs } = this.work;
      const step = await this.step(actor);
      const number = await packs.nextNumber(actor.organisationId);
      packOf(content, number);
      const begun = newRulePack(actor, { number, content, basedOn: step.inForce, now: step.now });
      const proposed = { ...propose(begun, note, step), note };
      await packs.insert(proposed);
      return this.afterProposing(actor, proposed);
    });
  }

  /** Proposes the rules of an earlier version, or those that ship, once more. @param id null is what ships. */
  proposeAgain(actor: Actor, id: Id | null, note: string): Promise<RulePackDocument> {
    return this.alone(actor, 'rule:propose', async () => {
      if (id === null) return this.proposeRules(actor, contentOf(SHIPPED_RULES), note);
      const { content } = await this.reading.document(actor.organisationId, id);
      return this.proposeRules(actor, content, note);
    });
  }

  /**
   * Takes back what is prepared or proposed; the second person may, too.
   *
   * @throws NotFound `rule-pack-not-found`; Conflict `version-state`, `rules-changed`
   */
  withdraw(actor: Actor, seen: Seen): Promise<void> {
    const right = can(actor, 'rule:publish') ? 'rule:publish' : 'rule:propose';
    return this.alone(actor, right, async () => {
      const found = await this.asSeen(actor, seen);
      await this.work.packs.save(found, withdraw(found, actor.personId, this.clock.now()));
      await this.record(actor, 'rules.withdrawn', found);
    });
  }

  /**
   * Puts a proposal in force. Cases keep the advice that they have.
   *
   * @throws NotFound `rule-pack-not-found`; SamePerson `publisher-is-proposer`
   * @throws Conflict `version-state`, `version-outdated`, `comparison-runs`, `rules-changed`
   * @throws Invalid `golden-cases-fail` at `reason-…` of each that fails without a reason
   */
  publish(actor: Actor, seen: Seen, reasons: readonly Acknowledgement[]): Promise<void> {
    return this.alone(actor, 'rule:publish', async () => {
      const { packs, inForce } = this.work;
      const found = await this.asSeen(actor, seen);
      const published = publish(found, await this.step(actor));
      if (found.comparedAt === null) throw comparisonRuns();
      const { golden } = reviewOf(found, await inForce.orShipped(actor.organisationId));
      const acknowledged = acknowledge(golden, reasons);
      const replaced = await this.endCurrent(actor);
      await packs.save(found, { ...published, acknowledged });
      await this.record(actor, 'rules.published', found, {
        replaces: replaced,
        proposedBy: found.proposedBy,
        acknowledged: acknowledged.map(({ golden: id }) => id),
      });
    });
  }

  private async endCurrent(actor: Actor): Promise<number | null> {
    const { packs } = this.work;
    const current = await packs.findPublished(actor.organisationId);
    if (!current) return null;
    const found = await this.reading.document(actor.organisationId, current.id);
    await packs.save(found, supersede(found, actor.personId, this.clock.now()));
    return found.number;
  }

  private async afterProposing(actor: Actor, made: RulePackDocument): Promise<RulePackDocument> {
    await this.outbox.add(actor.organisationId, compareOnOpenCases, { rulePackId: made.id });
    await this.record(actor, 'rules.proposed', made, { basedOn: made.basedOn });
    return made;
  }

  /** One after the other: what is in force does not change between the look and the write. */
  private alone<T>(
    actor: Actor,
    permission: 'rule:propose' | 'rule:publish',
    work: () => Promise<T>,
  ): Promise<T> {
    requirePermission(actor, permission);
    return this.tx.run(scopeOfActor(actor), async () => {
      await this.work.packs.lock(actor.organisationId);
      return work();
    });
  }

  private async asSeen(actor: Actor, { id, version }: Seen): Promise<RulePackDocument> {
    const found = await this.reading.document(actor.organisationId, id);
    if (found.version !== version) throw rulesChanged();
    return found;
  }

  private async step(actor: Actor) {
    const inForce = await this.work.inForce.nameOf(actor.organisationId);
    return { by: actor.personId, now: this.clock.now(), inForce };
  }

  private record(
    actor: Actor,
    action: string,
    { id, number }: RulePackDocument,
    detail: AuditDetail = {},
  ): Promise<void> {
    return this.trail.record(actor, action, { type: 'rules', id }, { number, ...detail });
  }
}

function comparisonRuns(): Conflict {
  return new Conflict(
    'comparison-runs',
    'The open cases are still being looked at. Wait until the page says how many would move.',
  );
}
