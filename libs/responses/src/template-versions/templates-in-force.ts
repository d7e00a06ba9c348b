import { Injectable } from '@nestjs/common';
import { DomainError, type Id, type OrganisationId } from '#kernel';
import { Logger, scopeOf, Transactions } from '#platform';
import { approvedSentences } from '../approved-sentences.js';
import type { ResponseTemplate } from '../response-template.js';
import { TemplateCatalogue } from '../template-catalogue.js';
import { readWording } from './own-wording.js';
import { type PublishedVersion, TemplateVersionRepository } from './template-version.repository.js';

/** Compiled wordings that are kept, each of a few kilobytes. */
const KEPT = 2000;

/**
 * The templates that hold for an organisation: its own wordings where it has published some, and those of the product.
 *
 * Which version is in force is read in each transaction, so that no process goes on with an old one; the words of a
 * version never change once it was published, so they are compiled once and kept.
 */
@Injectable()
export class TemplatesInForce {
  private readonly compiled = new Map<Id, ResponseTemplate>();

  constructor(
    private readonly tx: Transactions,
    private readonly versions: TemplateVersionRepository,
    private readonly shipped: TemplateCatalogue,
    private readonly log: Logger,
  ) {}

  /**
   * The templates in force, within the running transaction where there is one. A published wording that does not fit
   * this release of the product is left out: no text is made in words that two people have not agreed on.
   */
  of(organisationId: OrganisationId): Promise<TemplateCatalogue> {
    return this.tx.run(scopeOf(organisationId), async () => {
      const published = await this.versions.listPublished(organisationId);
      if (published.length === 0) return this.shipped;
      const own = new Map<string, ResponseTemplate | undefined>();
      for (const one of published) own.set(one.templateId, await this.read(organisationId, one));
      const inForce = this.shipped.templates.flatMap((base) => {
        const template = own.has(base.id) ? own.get(base.id) : base;
        return template ? [template] : [];
      });
      return new TemplateCatalogue(inForce);
    });
  }

  /**
   * One template as it is in force; undefined where there is none of this id.
   *
   * @throws DomainError `template-unreadable` where the published wording does not fit this release
   */
  async find(organisationId: OrganisationId, id: string): Promise<ResponseTemplate | undefined> {
    const found = (await this.of(organisationId)).find(id);
    if (!found && this.shipped.find(id)) throw unreadable();
    return found;
  }

  /**
   * The hashes of the sentences that are known for texts from one template, as it is in force. Empty where there is none.
   *
   * @throws as {@link find}
   */
  async approvedSentences(organisationId: OrganisationId, id: string): Promise<Set<string>> {
    const found = await this.find(organisationId, id);
    return found ? approvedSentences(found) : new Set();
  }

  private async read(
    organisationId: OrganisationId,
    { id, templateId, number }: PublishedVersion,
  ): Promise<ResponseTemplate | undefined> {
    const kept = this.compiled.get(id);
    if (kept) return kept;
    const base = this.shipped.find(templateId);
    const found = base && (await this.versions.find(organisationId, id));
    if (!base || !found) return undefined;
    const read = readWording(base, found.source, number);
    if ('faults' in read) {
      this.log.warn('template.unreadable', { templateVersionId: id, faults: read.faults.length });
      return undefined;
    }
    this.keep(id, read.template);
    return read.template;
  }

  private keep(id: Id, template: ResponseTemplate): void {
    const [oldest] = this.compiled.keys();
    if (this.compiled.size >= KEPT && oldest !== undefined) this.compiled.delete(oldest);
    this.compiled.set(id, template);
  }
}

function unreadable(): DomainError {
  return new DomainError(
    'unavailable',
    'template-unreadable',
    'Your organisation’s own wording of this template does not fit this release of Parapet. An administrator has to propose one that does.',
  );
}
