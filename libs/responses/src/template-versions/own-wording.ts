import { stringify } from 'yaml';
import { type FieldFault, Invalid } from '#kernel';
import { readTemplate, type ResponseTemplate } from '../response-template.js';
import type { TemplateInput } from '../template-heading.js';
import type { TemplateFault } from '../template-source.js';
import { loosenedParts } from './loosened-parts.js';

/**
 * How one input is worded: what it asks, how long an answer may be in UTF-16 units, what can be chosen. What is left
 * out is as in the product's template.
 */
export interface InputWording {
  readonly label: string;
  readonly limit?: number | undefined;
  readonly choices?: readonly string[] | undefined;
}

/** What an organisation may word in its own way. All else of a template is the product's. */
export interface TemplateWording {
  readonly title: string;
  readonly summary: string;
  readonly approval: 'low' | 'high';
  /** By name; those that the body does not name are not asked. */
  readonly inputs: Readonly<Record<string, InputWording>>;
  readonly body: string;
}

/** A template of an organisation's own, or all that is wrong with it, by field: `body`, `inputs.note.label` … */
export type ReadWording =
  { readonly template: ResponseTemplate } | { readonly faults: readonly FieldFault[] };

/** The words of a template, to change them. */
export function wordingOf(template: ResponseTemplate): TemplateWording {
  const { title, summary, approval, inputs, body } = template;
  const worded = Object.entries(inputs).map(([name, { label, limit, choices }]) => [
    name,
    { label, limit, ...(choices && { choices }) },
  ]);
  const asked = Object.fromEntries(worded) as Record<string, InputWording>;
  return { title, summary, approval, inputs: asked, body: body.trim() };
}

/**
 * Writes a wording in the form of a template file: the heading of the product's template with the organisation's
 * words in it.
 *
 * @throws Invalid `template-invalid` for an input that the product's template has not
 */
export function sourceOf(base: ResponseTemplate, wording: TemplateWording): string {
  const strange = Object.keys(wording.inputs).filter((name) => !Object.hasOwn(base.inputs, name));
  if (strange.length > 0) {
    throw templateInvalid(
      strange.map((name) => ({
        field: `inputs.${name}`,
        message: `The template of the product asks for nothing called “${name}”.`,
      })),
    );
  }
  const { id, version, route, channel, audience, jurisdictions, platforms } = base;
  const { inTheNameOf, alsoApprovedBy } = base;
  const { title, summary, approval } = wording;
  const heading = {
    id,
    version,
    title,
    summary,
    route,
    channel,
    audience,
    jurisdictions,
    ...(platforms && { platforms }),
    approval,
    inTheNameOf,
    ...(alsoApprovedBy && { alsoApprovedBy }),
    sources: base.sources,
    reviewBy: base.reviewBy,
    inputs: askedBy(base, wording),
  };
  const yaml = stringify(heading, { lineWidth: 0, aliasDuplicateObjects: false });
  return `---\n${yaml}---\n${wording.body.trim()}\n`;
}

/** Reads a version by the checks of a template file, and holds it against the product's template. */
export function readWording(
  base: ResponseTemplate,
  source: string,
  ownNumber: number,
): ReadWording {
  const read = readTemplate({ file: base.id, content: source });
  if ('faults' in read) return { faults: read.faults.map((fault) => atField(fault, source)) };
  const faults = loosenedParts(base, read.template);
  return faults.length > 0 ? { faults } : { template: { ...read.template, ownNumber } };
}

/** The same for one that has to be right. @throws Invalid `template-invalid` with every fault by field */
export function requireWording(
  base: ResponseTemplate,
  source: string,
  ownNumber: number,
): ResponseTemplate {
  const read = readWording(base, source, ownNumber);
  if ('faults' in read) throw templateInvalid(read.faults);
  return read.template;
}

/** The refusal of a wording with faults; each says where it is and what is wrong there. */
export function templateInvalid(faults: readonly FieldFault[]): Invalid {
  const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
  return new Invalid('template-invalid', `This wording has ${count}.`, faults);
}

/** The inputs that the body names: type, confidentiality and whether it may be empty are the product's. */
function askedBy(base: ResponseTemplate, { inputs, body }: TemplateWording) {
  const asked = Object.entries(base.inputs).filter(([name]) =>
    new RegExp(String.raw`\binputs\.${name}\b`).test(body),
  );
  const worded = asked.map(([name, input]) => [name, wordedInput(input, inputs[name])]);
  return Object.fromEntries(worded) as Record<string, TemplateInput>;
}

function wordedInput(input: TemplateInput, { label, limit, choices }: Partial<InputWording> = {}) {
  return {
    ...input,
    ...(label !== undefined && { label }),
    ...(limit !== undefined && { limit }),
    ...(choices && { choices }),
  };
}

/** Lines below the heading are those of the body as the person wrote it; what is wrong above goes to its field. */
function atField({ line, message }: TemplateFault, source: string): FieldFault {
  const headingLines = source.split('\n').indexOf('---', 1) + 1;
  if (line > headingLines) {
    return { field: 'body', message: `Line ${line - headingLines}: ${message}` };
  }
  const [, path, said] = /^“([\w.]+)”:? (.*)$/s.exec(message) ?? [];
  const part = PARTS.find(({ at }) => path !== undefined && at.test(path));
  if (!part || path === undefined) return { field: 'body', message };
  return { field: path.replace(/\.\d+$/, ''), message: `${part.words} ${said}` };
}

const PARTS: readonly { at: RegExp; words: string }[] = [
  { at: /^title$/, words: 'The title' },
  { at: /^summary$/, words: 'The summary' },
  { at: /^approval$/, words: 'The approval' },
  { at: /^inputs\.\w+\.label$/, words: 'The question' },
  { at: /^inputs\.\w+\.limit$/, words: 'The limit' },
  { at: /^inputs\.\w+\.choices\.\d+$/, words: 'A choice' },
  { at: /^inputs\.\w+\.choices$/, words: 'The list of choices' },
];
