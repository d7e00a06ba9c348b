import { Injectable } from '@nestjs/common';
import type { Case } from '#cases';
import { type Actor, requirePermission } from '#identity';
import type { ResponseTemplate } from './response-template.js';
import { EMERGENCY_TEMPLATE, hasRiskWords } from './risk-words.js';
import { TemplatesInForce } from './template-versions/templates-in-force.js';

/** The templates for a case: those of its decided routes and site, then all others of its nation. */
export interface OfferedTemplates {
  /** What comes before all others: the words for an emergency, where the post may be about one. */
  readonly urgent: ResponseTemplate | undefined;
  readonly fitting: readonly ResponseTemplate[];
  readonly others: readonly ResponseTemplate[];
}

/** Finds the templates that a draft can be made from. */
@Injectable()
export class TemplateOffersService {
  constructor(private readonly templates: TemplatesInForce) {}

  /** All templates in force. */
  async listTemplates(actor: Actor): Promise<readonly ResponseTemplate[]> {
    requirePermission(actor, 'case:read');
    return (await this.templates.of(actor.organisationId)).templates;
  }

  /** The templates for a case, those that fit it apart. The law of another nation is not offered. */
  async offerTemplates(found: Case): Promise<OfferedTemplates> {
    const { postText, primaryRoute, alsoRoutes, jurisdiction, platform } = found;
    const catalogue = await this.templates.of(found.organisationId);
    const urgent = hasRiskWords(postText) ? catalogue.find(EMERGENCY_TEMPLATE) : undefined;
    const routes = [primaryRoute, ...alsoRoutes];
    const rank = (template: ResponseTemplate) => routes.indexOf(template.route);
    const fits = (template: ResponseTemplate) =>
      rank(template) >= 0 &&
      (template.platforms === undefined || template.platforms.includes(platform));
    const isForSite = (template: ResponseTemplate) => (template.platforms ? 0 : 1);
    const ofNation = catalogue.templates.filter(({ jurisdictions }) =>
      jurisdictions.some((nation) => nation === jurisdiction),
    );
    const sorted = ofNation.toSorted(
      (one, other) =>
        rank(one) - rank(other) ||
        isForSite(one) - isForSite(other) ||
        one.title.localeCompare(other.title),
    );
    return { urgent, fitting: sorted.filter(fits), others: sorted.filter((one) => !fits(one)) };
  }
}
