import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock } from '#kernel';
import { changeContent } from '#knowledge';
import { Transactions } from '#platform';
import { newTemplateVersion } from './new-template-version.js';
import { requireWording, sourceOf, type TemplateWording, wordingOf } from './own-wording.js';
import type { SeenVersion, TemplateVersion } from './template-version.js';
import { templateVersionChanged } from './template-version.repository.js';
import { TemplateVersionsAtWork } from './template-versions-at-work.js';

/** Prepares an organisation's own wording; nothing of it holds before another person has published it. */
@Injectable()
export class TemplateEditingService {
  constructor(
    private readonly tx: Transactions,
    private readonly work: TemplateVersionsAtWork,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The version of a template that is being prepared; one that begins with the words in force where there is none.
   *
   * @throws NotFound `template-not-found`
   */
  prepare(actor: Actor, templateId: string): Promise<SeenVersion> {
    requirePermission(actor, 'template:propose');
    const { organisationId } = actor;
    return this.tx.run(scopeOfActor(actor), async () => {
      const base = this.work.base(templateId);
      const { versions } = this.work;
      await versions.lock(organisationId, templateId);
      const begun = await versions.findCurrent(organisationId, templateId, 'preparing');
      if (begun) return begun;
      const made = newTemplateVersion(actor, {
        templateId,
        number: await versions.nextNumber(organisationId, templateId),
        source: sourceOf(base, wordingOf(await this.work.current(organisationId, templateId))),
        basedOn: await this.work.nameInForce(organisationId, templateId),
        now: this.clock.now(),
      });
      await versions.insert(made);
      await this.record(actor, made, 'begun');
      return made;
    });
  }

  /**
   * Keeps other words in a version that is being prepared.
   *
   * @throws NotFound `template-version-not-found`; Conflict `version-is-fixed`, `template-version-changed`
   * @throws Invalid `template-invalid` with every fault by field: `body`, `title`, `inputs.note.label` …
   */
  save(actor: Actor, { id, version }: SeenVersion, wording: TemplateWording): Promise<void> {
    requirePermission(actor, 'template:propose');
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found, base } = await this.work.open(actor.organisationId, id);
      const changed = changeContent(found, actor.personId);
      if (found.version !== version) throw templateVersionChanged();
      const source = sourceOf(base, wording);
      requireWording(base, source, found.number);
      await this.work.versions.saveSource(found, { ...changed, source });
      await this.record(actor, found, 'words');
    });
  }

  private record(
    actor: Actor,
    { id, templateId, number }: Pick<TemplateVersion, 'id' | 'templateId' | 'number'>,
    part: string,
  ): Promise<void> {
    const detail = { template: templateId, number, part };
    return this.trail.record(actor, 'template.changed', { type: 'template', id }, detail);
  }
}
