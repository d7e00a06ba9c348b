import { DomainError } from '#kernel';
import { readTemplate } from './response-template.js';
import type { ResponseTemplate } from './response-template.js';
import type { TemplateJurisdiction, TemplateRoute } from './template-heading.js';
import type { TemplateAudience } from './template-labels.js';
import type { TemplateFault, TemplateSource } from './template-source.js';

/** What a template is looked for by. */
export interface TemplateSearch {
  readonly route: TemplateRoute;
  readonly jurisdiction: TemplateJurisdiction;
  readonly audience?: TemplateAudience;
  /** Key of the site, such as `nhs_uk`; without it, templates for one site only are left out. */
  readonly platform?: string;
}

/** Templates that did not load: every fault of every file, at `file:line`. */
export class TemplatesRefused extends DomainError {
  override readonly name = 'TemplatesRefused';

  constructor(readonly templateFaults: readonly TemplateFault[]) {
    super(
      'invalid',
      'templates-refused',
      `${templateFaults.length} fault(s) in the response templates.`,
      templateFaults.map(({ file, line, message }) => ({ field: `${file}:${line}`, message })),
    );
  }
}

/** The templates in force, each checked and compiled. */
export class TemplateCatalogue {
  private readonly byId: ReadonlyMap<string, ResponseTemplate>;

  constructor(readonly templates: readonly ResponseTemplate[]) {
    this.byId = new Map(templates.map((template) => [template.id, template]));
  }

  /** The template with this id, such as `T-PUB-ACK-UK`. */
  find(id: string): ResponseTemplate | undefined {
    return this.byId.get(id);
  }

  /** The templates that fit, those made for the site first, then by id. */
  forRoute(search: TemplateSearch): ResponseTemplate[] {
    return this.templates
      .filter((template) => fits(template, search))
      .toSorted((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1));
  }
}

/**
 * Checks and compiles templates. Reading the files is the caller's.
 *
 * @throws TemplatesRefused with all faults of all files; a catalogue is whole or is not there.
 */
export function loadCatalogue(sources: readonly TemplateSource[]): TemplateCatalogue {
  const read = sources.map(readTemplate);
  const templates = read.flatMap((result) => ('template' in result ? [result.template] : []));
  const faults = read.flatMap((result) => ('faults' in result ? result.faults : []));
  const all = [...faults, ...repeated(templates)];
  if (all.length > 0) throw new TemplatesRefused(all);
  return new TemplateCatalogue(templates);
}

function repeated(templates: readonly ResponseTemplate[]): TemplateFault[] {
  const first = new Map<string, string>();
  return templates.flatMap(({ id, file }) => {
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, file);
      return [];
    }
    return [{ file, line: 1, message: `The id “${id}” is taken by ${other}.` }];
  });
}

function fits(template: ResponseTemplate, search: TemplateSearch): boolean {
  return (
    template.route === search.route &&
    template.jurisdictions.includes(search.jurisdiction) &&
    (search.audience === undefined || template.audience === search.audience) &&
    (template.platforms === undefined ||
      (search.platform !== undefined && template.platforms.includes(search.platform)))
  );
}

function rank(template: ResponseTemplate): number {
  return template.platforms === undefined ? 1 : 0;
}
