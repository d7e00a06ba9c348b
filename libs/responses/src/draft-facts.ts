import type { Case } from '#cases';
import { PLATFORM_NAMES } from '#guidance';
import type { FieldFault } from '#kernel';
import type { DraftInputs } from './draft.js';
import { organisationFacts, type PublishedBody } from './published-body.js';
import { isReport, reportAsked, reportRendering } from './report-draft.js';
import type { ResponseTemplate } from './response-template.js';
import { AUDIENCES } from './template-labels.js';
import { render, type Rendering, sketch } from './template-rendering.js';
import {
  TEMPLATE_VARIABLES,
  type TemplateFacts,
  type TemplateVariable,
} from './template-variables.js';

/** What a draft is written from. */
export interface DraftSources {
  readonly found: Case;
  readonly body: PublishedBody;
  readonly adviserName: string;
}

/** A fact that nobody has given yet and the author fills in. */
export interface AskedFact {
  /** Such as `complaint.receivedOn`. */
  readonly name: string;
  readonly kind: TemplateVariable['kind'];
  readonly words: string;
  /** What can be chosen; absent where something is typed. */
  readonly choices?: readonly { readonly value: string; readonly text: string }[];
}

type Groups = Record<string, Record<string, unknown>>;

const VARIABLES: Readonly<Record<string, TemplateVariable>> = TEMPLATE_VARIABLES;

/** What is known without asking: of the body, and of the case. */
export function knownFacts({ found, body, adviserName }: DraftSources): TemplateFacts {
  return {
    organisation: organisationFacts(body),
    doctor: { name: found.doctorName },
    adviser: { name: adviserName },
    case: { reference: found.reference },
    platform: { name: PLATFORM_NAMES[found.platform] ?? found.platform },
    post: { url: found.url, handle: found.handle, date: found.postedOn ?? '' },
  };
}

/**
 * The facts that a template can use and that neither body nor case holds. For a text that everybody
 * reads there are none: what such a text says of a body stands in the body's published details.
 */
export function askedFacts(template: ResponseTemplate, sources: DraftSources): AskedFact[] {
  if (AUDIENCES[template.audience].isPublished) return [];
  if (isReport(template)) return reportAsked(sources.found);
  const known = knownFacts(sources) as Groups;
  return template.variables
    .filter((name) => !name.startsWith('inputs.') && isEmpty(valueOf(known, name)))
    .map((name) => ({ name, kind: VARIABLES[name]!.kind, words: VARIABLES[name]!.words }));
}

/** How a draft reads, and what stands in its way. A report to a site is written from less than all else. */
export function renderDraft(
  template: ResponseTemplate,
  sources: DraftSources,
  given: DraftInputs,
): { rendering: Rendering; sketch: string } {
  if (isReport(template)) return reportRendering(template, sources.found, given);
  const { facts, faults } = factsFor(template, sources, given);
  const rendering: Rendering =
    faults.length > 0 ? { state: 'stopped', faults } : render(template, facts);
  return { rendering, sketch: sketch(template, facts) };
}

/**
 * All facts for a rendering: what is known, and what the author gave for that which is not. A known fact
 * is never overwritten, and what the template does not ask for is refused.
 */
function factsFor(
  template: ResponseTemplate,
  sources: DraftSources,
  given: DraftInputs,
): { facts: TemplateFacts; faults: FieldFault[] } {
  const asked = askedFacts(template, sources);
  const facts = structuredClone(knownFacts(sources)) as Groups;
  const faults: FieldFault[] = [];
  for (const [name, value] of Object.entries(given.facts)) {
    const fact = asked.find((one) => one.name === name);
    if (!fact) {
      const message = 'This fact is known, or the template does not ask for it.';
      faults.push({ field: `facts.${name}`, message });
      continue;
    }
    const [group, leaf] = name.split('.') as [string, string];
    facts[group] ??= {};
    facts[group][leaf] = fact.kind === 'list' ? value.split('\n') : value;
  }
  return { facts: { ...facts, inputs: given.inputs } as TemplateFacts, faults };
}

function valueOf(facts: Groups, name: string): unknown {
  const [group, leaf] = name.split('.') as [string, string];
  return facts[group]?.[leaf];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
