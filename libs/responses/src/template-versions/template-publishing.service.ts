import { Injectable } from '@nestjs/common';
import { type AuditDetail, AuditTrail } from '#audit';
import { type Actor, can, requirePermission, scopeOfActor } from '#identity';
import { Clock, type Id } from '#kernel';
import { propose, publish, supersede, withdraw } from '#knowledge';
import { Transactions } from '#platform';
import { newTemplateVersion } from './new-template-version.js';
import { requireWording, sourceOf, type TemplateWording, wordingOf } from './own-wording.js';
import { requireSafePreview } from './template-preview.js';
import type { SeenVersion, TemplateDocument, TemplateVersion } from './template-version.js';
import { templateVersionChanged } from './template-version.repository.js';
import { type OpenedVersion, TemplateVersionsAtWork } from './template-versions-at-work.js';

type Right = 'template:propose' | 'template:publish';

/** Proposes wordings of an organisation's own, and puts them in force by another person. */
@Injectable()
export class TemplatePublishingService {
  constructor(
    private readonly tx: Transactions,
    private readonly work: TemplateVersionsAtWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Proposes the version that was prepared.
   *
   * @throws NotFound `template-version-not-found`; Conflict `version-state`, `version-is-fixed`,
   *   `template-version-changed`
   * @throws Invalid `note-needed`, `template-invalid`, `preview-stopped`, `preview-blocked`, `preview-differs`
   */
  propose(actor: Actor, seen: SeenVersion, note: string): Promise<void> {
    return this.withVersion(actor, 'template:propose', seen, async ({ found, base }) => {
      const step = await this.step(actor, found.templateId);
      const proposed = { ...propose(found, note, step), note };
      this.requireSound(base, found);
      await this.work.versions.save(found, proposed);
      await this.record(actor, 'template.proposed', found, { basedOn: proposed.basedOn });
    });
  }

  /** Proposes a wording that comes whole. @returns its id. Throws as {@link propose}, and NotFound `template-not-found`. */
  proposeWording(
    actor: Actor,
    { templateId, wording }: { templateId: string; wording: TemplateWording },
    note: string,
  ): Promise<Id> {
    requirePermission(actor, 'template:propose');
    return this.tx.run(scopeOfActor(actor), () =>
      this.proposeSource(actor, templateId, {
        source: sourceOf(this.work.base(templateId), wording),
        note,
      }),
    );
  }

  /** Proposes the words of an earlier version once more, in a new version. @returns its id. Throws as {@link propose}. */
  proposeAgain(actor: Actor, id: Id, note: string): Promise<Id> {
    requirePermission(actor, 'template:propose');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found } = await this.work.open(actor.organisationId, id);
      return this.proposeSource(actor, found.templateId, { source: found.source, note });
    });
  }

  /** Proposes the words that come with the product, in a new version. @returns its id. Throws as {@link propose}. */
  proposeShipped(actor: Actor, templateId: string, note: string): Promise<Id> {
    requirePermission(actor, 'template:propose');
    return this.proposeWording(
      actor,
      { templateId, wording: wordingOf(this.work.base(templateId)) },
      note,
    );
  }

  /**
   * Takes back what is prepared or proposed; the second person may, too.
   *
   * @throws NotFound `template-version-not-found`; Conflict `version-state`, `template-version-changed`
   */
  withdraw(actor: Actor, seen: SeenVersion): Promise<void> {
    const right = can(actor, 'template:publish') ? 'template:publish' : 'template:propose';
    return this.withVersion(actor, right, seen, async ({ found }) => {
      const withdrawn = withdraw(found, actor.personId, this.clock.now());
      await this.work.versions.save(found, withdrawn);
      await this.record(actor, 'template.withdrawn', found);
    });
  }

  /**
   * Puts a proposal in force: new drafts are made from it. Drafts that there are keep the version they were made from.
   *
   * @throws NotFound `template-version-not-found`; SamePerson `publisher-is-proposer`
   * @throws Conflict `version-state`, `version-outdated`, `template-version-changed`
   * @throws Invalid as {@link propose}, where the guard or the product's template has changed since
   */
  publish(actor: Actor, seen: SeenVersion): Promise<void> {
    return this.withVersion(actor, 'template:publish', seen, async ({ found, base }) => {
      const published = publish(found, await this.step(actor, found.templateId));
      this.requireSound(base, found);
      const replaces = await this.endCurrent(actor, found.templateId);
      await this.work.versions.save(found, published);
      await this.record(actor, 'template.published', found, {
        replaces,
        proposedBy: found.proposedBy,
        contentHash: found.contentHash,
      });
    });
  }

  private async proposeSource(
    actor: Actor,
    templateId: string,
    { source, note }: { source: string; note: string },
  ): Promise<Id> {
    const { versions } = this.work;
    const { organisationId } = actor;
    const base = this.work.base(templateId);
    await versions.lock(organisationId, templateId);
    const step = await this.step(actor, templateId);
    const number = await versions.nextNumber(organisationId, templateId);
    const beginning = { templateId, number, source, basedOn: step.inForce, now: step.now };
    const proposed = { ...propose(newTemplateVersion(actor, beginning), note, step), note };
    this.requireSound(base, proposed);
    await versions.insert(proposed);
    await this.record(actor, 'template.proposed', proposed, { basedOn: proposed.basedOn });
    return proposed.id;
  }

  private requireSound(
    base: OpenedVersion['base'],
    { source, number }: Pick<TemplateDocument, 'source' | 'number'>,
  ): void {
    requireSafePreview(this.work.preview(requireWording(base, source, number)));
  }

  private async endCurrent(actor: Actor, templateId: string): Promise<number | null> {
    const { versions } = this.work;
    const current = await versions.findCurrent(actor.organisationId, templateId, 'published');
    if (!current) return null;
    await versions.save(current, supersede(current, actor.personId, this.clock.now()));
    return current.number;
  }

  /** One after the other for each template: what is in force does not change between the look and the write. */
  private withVersion(
    actor: Actor,
    right: Right,
    { id, version }: SeenVersion,
    work: (opened: OpenedVersion) => Promise<void>,
  ): Promise<void> {
    requirePermission(actor, right);
    const { organisationId } = actor;
    return this.tx.run(scopeOfActor(actor), async () => {
      const { templateId } = (await this.work.open(organisationId, id)).found;
      await this.work.versions.lock(organisationId, templateId);
      const opened = await this.work.open(organisationId, id);
      if (opened.found.version !== version) throw templateVersionChanged();
      await work(opened);
    });
  }

  private async step(actor: Actor, templateId: string) {
    const inForce = await this.work.nameInForce(actor.organisationId, templateId);
    return { by: actor.personId, now: this.clock.now(), inForce };
  }

  private record(
    actor: Actor,
    action: string,
    { id, templateId, number }: Pick<TemplateVersion, 'id' | 'templateId' | 'number'>,
    detail: AuditDetail = {},
  ): Promise<void> {
    const said = { template: templateId, number, ...detail };
    return this.trail.record(actor, action, { type: 'template', id }, said);
  }
}
