import { Injectable } from '@nestjs/common';
import { type Actor, can, requirePermission, scopeOfActor } from '#identity';
import { Forbidden, type Id, isId, NotFound, type OrganisationId } from '#kernel';
import { Transactions } from '#platform';
import {
  compareRules,
  type GoldenResult,
  type LoadedPack,
  type RuleChanges,
  tryGoldenCases,
} from '#triage';
import {
  packOf,
  type RulePackContent,
  type RulePackDocument,
  type RulePackVersion,
} from './rule-pack.js';
import { RulePackInForce } from './rule-pack-in-force.js';
import { RulePackRepository } from './rule-pack.repository.js';

/** A version beside the rules in force, with all that has to be looked at before it is published. */
export interface RulePackReview {
  readonly found: RulePackDocument;
  readonly pack: LoadedPack;
  readonly inForce: LoadedPack;
  /** From the rules in force to these. */
  readonly changes: RuleChanges;
  readonly golden: readonly GoldenResult[];
}

/** The rules in force, and which version they are. */
export interface RulesInForce {
  readonly pack: LoadedPack;
  /** Undefined where it is what ships. */
  readonly version: RulePackVersion | undefined;
}

/** Reads the rules of an organisation and their versions. */
@Injectable()
export class RulePackReadingService {
  constructor(
    private readonly tx: Transactions,
    private readonly packs: RulePackRepository,
    private readonly inForce: RulePackInForce,
  ) {}

  /** The rules in force, for everybody who works on cases. */
  current(actor: Actor): Promise<RulesInForce> {
    requirePermission(actor, 'rule:read');
    const { organisationId } = actor;
    return this.tx.run(scopeOfActor(actor), async () => {
      const pack = await this.inForce.of(organisationId);
      const versions = await this.packs.list(organisationId);
      return { pack, version: versions.find(({ state }) => state === 'published') };
    });
  }

  /** All versions, the newest first. */
  list(actor: Actor): Promise<RulePackVersion[]> {
    requireEitherPerson(actor);
    return this.tx.run(scopeOfActor(actor), () => this.packs.list(actor.organisationId));
  }

  /** One version, held against the rules in force. @throws NotFound `rule-pack-not-found` */
  review(actor: Actor, id: Id): Promise<RulePackReview> {
    requireEitherPerson(actor);
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.document(actor.organisationId, id);
      return reviewOf(found, await this.inForce.orShipped(actor.organisationId));
    });
  }

  /** Checks rules and holds them against those in force; keeps nothing. @throws Invalid `rules-invalid` */
  tryRules(actor: Actor, content: RulePackContent): Promise<Omit<RulePackReview, 'found'>> {
    requirePermission(actor, 'rule:propose');
    const pack = packOf(content, 0);
    return this.tx.run(scopeOfActor(actor), async () =>
      heldAgainst(pack, await this.inForce.orShipped(actor.organisationId)),
    );
  }

  /** In the running transaction. @throws NotFound `rule-pack-not-found` */
  async document(organisationId: OrganisationId, id: Id): Promise<RulePackDocument> {
    const found = isId(id) ? await this.packs.find(organisationId, id) : undefined;
    if (!found) throw new NotFound('rule-pack-not-found', 'We could not find that version.');
    return found;
  }
}

/** Holds a version against the rules in force. @throws Invalid `rules-invalid` */
export function reviewOf(found: RulePackDocument, inForce: LoadedPack): RulePackReview {
  return { found, ...heldAgainst(packOf(found.content, found.number), inForce) };
}

function heldAgainst(pack: LoadedPack, inForce: LoadedPack): Omit<RulePackReview, 'found'> {
  const changes = compareRules(inForce, pack);
  return { pack, inForce, changes, golden: tryGoldenCases(pack, inForce) };
}

/** @throws Forbidden `permission-missing` for whoever is neither the first nor the second person. */
function requireEitherPerson(actor: Actor): void {
  if (!can(actor, 'rule:propose') && !can(actor, 'rule:publish')) {
    throw new Forbidden('permission-missing');
  }
}
