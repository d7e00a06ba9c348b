import { Injectable } from '@nestjs/common';
import { type Id, isId, NotFound, type OrganisationId } from '#kernel';
import { approvedSentences } from '../approved-sentences.js';
import { Inspector } from '../confidentiality-guard.js';
import type { ResponseTemplate } from '../response-template.js';
import { TemplateCatalogue } from '../template-catalogue.js';
import { previewTemplate, type TemplatePreview } from './template-preview.js';
import { type TemplateDocument, templateVersionName } from './template-version.js';
import { TemplateVersionRepository } from './template-version.repository.js';
import { TemplatesInForce } from './templates-in-force.js';

/** A version with the product's template that it words in its own way. */
export interface OpenedVersion {
  readonly found: TemplateDocument;
  readonly base: ResponseTemplate;
}

/**
 * The wordings, the product's templates and the guard: what everybody needs who reads or changes a wording. Every
 * method joins the running unit of work.
 */
@Injectable()
export class TemplateVersionsAtWork {
  constructor(
    readonly versions: TemplateVersionRepository,
    readonly inForce: TemplatesInForce,
    readonly shipped: TemplateCatalogue,
    private readonly inspector: Inspector,
  ) {}

  /** The product's template. @throws NotFound `template-not-found` */
  base(templateId: string): ResponseTemplate {
    const found = this.shipped.find(templateId);
    if (!found) throw new NotFound('template-not-found', 'We could not find that template.');
    return found;
  }

  /** @throws NotFound `template-version-not-found` */
  async open(organisationId: OrganisationId, id: Id): Promise<OpenedVersion> {
    const found = isId(id) ? await this.versions.find(organisationId, id) : undefined;
    const base = found && this.shipped.find(found.templateId);
    if (!found || !base) {
      throw new NotFound('template-version-not-found', 'We could not find that version.');
    }
    return { found, base };
  }

  /** The template as it is in force; the product's where the published wording does not fit this release. */
  async current(organisationId: OrganisationId, templateId: string): Promise<ResponseTemplate> {
    const base = this.base(templateId);
    return (await this.inForce.of(organisationId)).find(templateId) ?? base;
  }

  /** Name of what is in force, whether it can be read or not. */
  async nameInForce(organisationId: OrganisationId, templateId: string): Promise<string> {
    const { version } = this.base(templateId);
    const published = await this.versions.listPublished(organisationId);
    const own = published.find((one) => one.templateId === templateId);
    return templateVersionName({ version, ownNumber: own?.number ?? null });
  }

  /**
   * The texts that a wording makes of the sample cases, and what the guard says of them. Sentences of the product's
   * template are known; a wording that nobody has published vouches for none of its own.
   */
  preview(template: ResponseTemplate): TemplatePreview {
    const approved = approvedSentences(this.base(template.id));
    return previewTemplate(template, (request) => this.inspector.inspect(request), approved);
  }
}
