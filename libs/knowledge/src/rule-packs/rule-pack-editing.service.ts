import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, Invalid, type Id } from '#kernel';
import { Transactions } from '#platform';
import { type Rule, SHIPPED_RULES } from '#triage';
import { changeContent } from '../two-person.js';
import { newRulePack } from './new-rule-pack.js';
import { contentOf, packOf, type RulePackContent, type RulePackDocument } from './rule-pack.js';
import { RulePackRepository, rulesChanged } from './rule-pack.repository.js';
import { RulePackInForce } from './rule-pack-in-force.js';
import { RulePackReadingService } from './rule-pack-reading.service.js';
import { readRulesFile } from './rules-file.js';

/** A version as the person saw it. */
export interface Seen {
  readonly id: Id;
  readonly version: number;
}

/** Prepares changes to the rules; nothing of it holds before it is proposed and another person has published it. */
@Injectable()
export class RulePackEditingService {
  constructor(
    private readonly tx: Transactions,
    private readonly packs: RulePackRepository,
    private readonly inForce: RulePackInForce,
    private readonly reading: RulePackReadingService,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The version that is being prepared; one that begins with the rules in force where there is none. */
  prepare(actor: Actor): Promise<RulePackDocument> {
    requirePermission(actor, 'rule:propose');
    const { organisationId } = actor;
    return this.tx.run(scopeOfActor(actor), async () => {
      await this.packs.lock(organisationId);
      const begun = (await this.packs.list(organisationId)).find(
        ({ state }) => state === 'preparing',
      );
      if (begun) return this.reading.document(organisationId, begun.id);
      const published = await this.packs.findPublished(organisationId);
      const inForce = published && (await this.packs.content(organisationId, published.id));
      const made = newRulePack(actor, {
        number: await this.packs.nextNumber(organisationId),
        content: inForce ?? contentOf(SHIPPED_RULES),
        basedOn: await this.inForce.nameOf(organisationId),
        now: this.clock.now(),
      });
      await this.packs.insert(made);
      await this.record(actor, made, { part: 'begun' });
      return made;
    });
  }

  /**
   * Puts a rule in the place of the one with `replaces`, or adds it.
   *
   * @throws NotFound `rule-pack-not-found`; Conflict `version-is-fixed`, `rules-changed`
   * @throws Invalid `rules-invalid` with the faults at the fields of the rule: `when`, `cites` …
   */
  saveRule(
    actor: Actor,
    seen: Seen,
    { rule, replaces }: { rule: Rule; replaces: string | undefined },
  ): Promise<RulePackDocument> {
    return this.change(actor, seen, rule.id, (content) => {
      const others = content.rules.filter(({ id }) => id !== replaces);
      if (replaces !== undefined && others.length === content.rules.length) throw noSuchRule();
      if (others.some(({ id }) => id === rule.id)) throw idTaken(rule.id);
      const at = content.rules.findIndex(({ id }) => id === replaces);
      const rules = at < 0 ? [...others, rule] : content.rules.with(at, rule);
      const off = content.off.map((id) => (id === replaces ? rule.id : id));
      return { ...content, rules, off };
    });
  }

  /** Switches a rule off, or on again. It stays in the table. Throws as {@link saveRule}. */
  switchRule(
    actor: Actor,
    seen: Seen,
    { rule, isOn }: { rule: string; isOn: boolean },
  ): Promise<RulePackDocument> {
    return this.change(actor, seen, rule, (content) => {
      if (!content.rules.some(({ id }) => id === rule)) throw noSuchRule();
      const others = content.off.filter((id) => id !== rule);
      return { ...content, off: isOn ? others : [...others, rule] };
    });
  }

  /** Takes all rules from a file in place of those that are there. @throws as {@link saveRule} */
  replaceAll(actor: Actor, seen: Seen, file: string): Promise<RulePackDocument> {
    return this.change(actor, seen, 'file', () => readRulesFile(file));
  }

  private change(
    actor: Actor,
    { id, version }: Seen,
    part: string,
    next: (content: RulePackContent) => RulePackContent,
  ): Promise<RulePackDocument> {
    requirePermission(actor, 'rule:propose');
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.reading.document(actor.organisationId, id);
      const changed = changeContent(found, actor.personId);
      if (found.version !== version) throw rulesChanged();
      const content = next(found.content);
      packOf(content, found.number);
      await this.packs.saveContent(found, { ...changed, content });
      await this.record(actor, found, { part });
      return { ...changed, content, version: version + 1 };
    });
  }

  private record(actor: Actor, { id, number }: RulePackDocument, detail: { part: string }) {
    return this.trail.record(actor, 'rules.changed', { type: 'rules', id }, { number, ...detail });
  }
}

function noSuchRule(): Conflict {
  return new Conflict('rule-gone', 'There is no such rule in this version any more.');
}

function idTaken(id: string): Invalid {
  const message = `There is a rule ${id} already`;
  return new Invalid('rules-invalid', message, [{ field: `rules.${id}.id`, message }]);
}
