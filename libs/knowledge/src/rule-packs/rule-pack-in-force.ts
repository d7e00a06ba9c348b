import { Injectable } from '@nestjs/common';
import { DomainError, type Id, type OrganisationId } from '#kernel';
import { Logger, scopeOf, Transactions } from '#platform';
import { type LoadedPack, RULE_PACK } from '#triage';
import { packOf, packVersionOf } from './rule-pack.js';
import { RulePackRepository } from './rule-pack.repository.js';

/** Compiled packs that are kept, each about as large as the shipped one. */
const KEPT = 100;

/**
 * The rules that hold for an organisation: the version it has published, or what ships.
 *
 * Which version is in force is read in each transaction, so that no process goes on with an old one; the rules of a
 * version never change once it was published, so they are compiled once and kept.
 */
@Injectable()
export class RulePackInForce {
  private readonly compiled = new Map<Id, LoadedPack>();

  constructor(
    private readonly tx: Transactions,
    private readonly packs: RulePackRepository,
    private readonly log: Logger,
  ) {}

  /**
   * The rules in force, within the running transaction where there is one.
   *
   * @throws DomainError `rules-unreadable` where the published rules do not fit this release of the product: nothing
   *   is assessed by other rules than those that two people have agreed on.
   */
  of(organisationId: OrganisationId): Promise<LoadedPack> {
    return this.tx.run(scopeOf(organisationId), async () =>
      this.ofPublished(organisationId, await this.packs.findPublished(organisationId)),
    );
  }

  /**
   * The same for a caller who has read in the running transaction which version is published. Throws as {@link of}.
   *
   * @param published undefined where it is what ships.
   */
  async ofPublished(
    organisationId: OrganisationId,
    published: { id: Id; number: number } | undefined,
  ): Promise<LoadedPack> {
    if (!published) return RULE_PACK;
    return this.compiled.get(published.id) ?? this.compile(organisationId, published);
  }

  /** The rules in force; what ships where those do not fit this release, so that others can be proposed. */
  async orShipped(organisationId: OrganisationId): Promise<LoadedPack> {
    try {
      return await this.of(organisationId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'rules-unreadable') return RULE_PACK;
      throw error;
    }
  }

  /** Name of the pack in force, whether it can be read or not. */
  nameOf(organisationId: OrganisationId): Promise<string> {
    return this.tx.run(scopeOf(organisationId), async () => {
      const published = await this.packs.findPublished(organisationId);
      return published ? packVersionOf(published.number) : RULE_PACK.version;
    });
  }

  private async compile(
    organisationId: OrganisationId,
    { id, number }: { id: Id; number: number },
  ): Promise<LoadedPack> {
    const content = await this.packs.content(organisationId, id);
    try {
      const pack = packOf(content!, number);
      this.keep(id, pack);
      return pack;
    } catch (error) {
      this.log.warn('rules.unreadable', { rulePackId: id, error });
      throw new DomainError(
        'unavailable',
        'rules-unreadable',
        'The rules of your organisation do not fit this release of Parapet. An administrator has to propose a version that does.',
      );
    }
  }

  private keep(id: Id, pack: LoadedPack): void {
    const [oldest] = this.compiled.keys();
    if (this.compiled.size >= KEPT && oldest !== undefined) this.compiled.delete(oldest);
    this.compiled.set(id, pack);
  }
}
