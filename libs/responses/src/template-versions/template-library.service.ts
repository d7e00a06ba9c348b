import { Injectable } from '@nestjs/common';
import { type Actor, requireAnyPermission, scopeOfActor } from '#identity';
import { type FieldFault, type Id, NotFound } from '#kernel';
import { Transactions } from '#platform';
import type { ResponseTemplate } from '../response-template.js';
import { readWording, sourceOf, type TemplateWording } from './own-wording.js';
import type { TemplatePreview } from './template-preview.js';
import type { TemplateDocument, TemplateVersion } from './template-version.js';
import { TemplateVersionsAtWork } from './template-versions-at-work.js';

const EITHER_PERSON = ['template:propose', 'template:publish'] as const;

/** A template of the library, and what an organisation has of its own. */
export interface LibraryRow {
  readonly base: ResponseTemplate;
  /** Those prepared, proposed or in force, the newest first. */
  readonly current: readonly TemplateVersion[];
  /** Whether the published wording does not fit this release. */
  readonly isUnreadable: boolean;
}

/** A template with the words in force and the history of the organisation's own. */
export interface LibraryTemplate {
  readonly base: ResponseTemplate;
  /** Undefined where the published wording does not fit this release. */
  readonly inForce: ResponseTemplate | undefined;
  /** The newest first. */
  readonly versions: readonly TemplateVersion[];
}

/** A version beside the words in force, with all that has to be looked at before it is published. */
export interface TemplateReview {
  readonly found: TemplateDocument;
  readonly base: ResponseTemplate;
  /** The words in force; the product's where those of the organisation do not fit this release. */
  readonly inForce: ResponseTemplate;
  /** Name of what is in force. */
  readonly inForceName: string;
  /** Undefined where it does not fit this release; then `faults` say why. */
  readonly template: ResponseTemplate | undefined;
  readonly faults: readonly FieldFault[];
  readonly preview: TemplatePreview | undefined;
}

/** Reads the library of templates and the wordings of an organisation. */
@Injectable()
export class TemplateLibraryService {
  constructor(
    private readonly tx: Transactions,
    private readonly work: TemplateVersionsAtWork,
  ) {}

  /** Every template, by title. */
  list(actor: Actor): Promise<LibraryRow[]> {
    requireAnyPermission(actor, EITHER_PERSON);
    return this.tx.run(scopeOfActor(actor), async () => {
      const all = await this.work.versions.listCurrent(actor.organisationId);
      const inForce = await this.work.inForce.of(actor.organisationId);
      return this.work.shipped.templates
        .toSorted((one, other) => one.title.localeCompare(other.title))
        .map((base) => ({
          base,
          current: all.filter(({ templateId }) => templateId === base.id),
          isUnreadable: !inForce.find(base.id),
        }));
    });
  }

  /** One template with its history. @throws NotFound `template-not-found` */
  open(actor: Actor, templateId: string): Promise<LibraryTemplate> {
    requireAnyPermission(actor, EITHER_PERSON);
    return this.tx.run(scopeOfActor(actor), async () => ({
      base: this.work.base(templateId),
      inForce: (await this.work.inForce.of(actor.organisationId)).find(templateId),
      versions: await this.work.versions.list(actor.organisationId, templateId),
    }));
  }

  /**
   * The words in force with the hashes of the sentences that are known by them, for everybody who writes from them.
   *
   * @throws NotFound `template-not-found`; DomainError `template-unreadable`
   */
  inForce(
    actor: Actor,
    templateId: string,
  ): Promise<{ template: ResponseTemplate; sentences: string[] }> {
    requireAnyPermission(actor, [...EITHER_PERSON, 'case:read']);
    const { organisationId } = actor;
    return this.tx.run(scopeOfActor(actor), async () => {
      const template = await this.work.inForce.find(organisationId, templateId);
      if (!template) throw new NotFound('template-not-found', 'We could not find that template.');
      const sentences = await this.work.inForce.approvedSentences(organisationId, templateId);
      return { template, sentences: [...sentences] };
    });
  }

  /** One version, held against the words in force and tried on the sample cases. @throws NotFound `template-version-not-found` */
  review(actor: Actor, id: Id): Promise<TemplateReview> {
    requireAnyPermission(actor, EITHER_PERSON);
    const { organisationId } = actor;
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found, base } = await this.work.open(organisationId, id);
      return {
        found,
        inForce: await this.work.current(organisationId, base.id),
        inForceName: await this.work.nameInForce(organisationId, base.id),
        ...this.tried(base, found.source, found.number),
      };
    });
  }

  /**
   * Checks a wording, holds it against the words in force and tries it; keeps nothing.
   *
   * @throws NotFound `template-not-found`; Invalid `template-invalid` for an input that the template has not
   */
  tryWording(
    actor: Actor,
    templateId: string,
    wording: TemplateWording,
  ): Promise<Omit<TemplateReview, 'found' | 'inForceName'>> {
    requireAnyPermission(actor, ['template:propose']);
    return this.tx.run(scopeOfActor(actor), async () => {
      const base = this.work.base(templateId);
      const inForce = await this.work.current(actor.organisationId, templateId);
      return { inForce, ...this.tried(base, sourceOf(base, wording), 1) };
    });
  }

  private tried(base: ResponseTemplate, source: string, number: number) {
    const read = readWording(base, source, number);
    if ('faults' in read) {
      return { base, template: undefined, faults: read.faults, preview: undefined };
    }
    const { template } = read;
    return { base, template, faults: [], preview: this.work.preview(template) };
  }
}
