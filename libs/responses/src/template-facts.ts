import type { FieldFault } from '#kernel';
import type { ResponseTemplate } from './response-template.js';
import type { TemplateInput } from './template-heading.js';
import { TEMPLATE_VARIABLES } from './template-variables.js';
import type { TemplateFacts, TemplateVariable } from './template-variables.js';

/** Longest fact, in UTF-16 units; an input has its own limit. */
export const FACT_LIMIT = 2048;
/** Longest list. */
export const LIST_LIMIT = 50;

/** A fact as it will stand in the text. */
export type ReadyFact = string | readonly string[];

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** Control characters, and those that turn the reading direction of what follows. */
const UNSHOWABLE = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

/** Reads the facts that a template names: tidied, dates in words, and what cannot stand in a text. */
export function readFacts(
  template: ResponseTemplate,
  facts: TemplateFacts,
): { ready: Map<string, ReadyFact>; faults: FieldFault[] } {
  const ready = new Map<string, ReadyFact>();
  const faults = strangeInputs(template, facts);
  for (const name of template.variables) {
    const spec = specOf(template, name);
    const result = readFact(valueOf(facts, name), spec);
    if ('fault' in result) faults.push({ field: name, message: `${spec.words} ${result.fault}` });
    else ready.set(name, result.fact);
  }
  return { ready, faults };
}

/** What a fact is called when it is asked for. */
export function wordsOf(template: ResponseTemplate, name: string): string {
  return specOf(template, name).words;
}

interface FactSpec {
  readonly kind: TemplateVariable['kind'];
  readonly words: string;
  readonly limit: number;
  readonly choices?: readonly string[] | undefined;
}

function specOf(template: ResponseTemplate, name: string): FactSpec {
  const input = name.startsWith('inputs.') ? template.inputs[name.slice(7)] : undefined;
  if (input) return inputSpec(input);
  const { kind, words } = (TEMPLATE_VARIABLES as Readonly<Record<string, TemplateVariable>>)[name]!;
  return { kind, words, limit: FACT_LIMIT };
}

function inputSpec(input: TemplateInput): FactSpec {
  const kind = input.type === 'date' ? 'date' : 'text';
  const limit = input.type === 'text' ? input.limit : FACT_LIMIT;
  return { kind, words: `“${input.label}”`, limit, choices: input.choices };
}

function valueOf(facts: TemplateFacts, name: string): unknown {
  const [group, leaf] = name.split('.') as [string, string];
  const values = own(facts, group);
  return typeof values === 'object' && values !== null ? own(values, leaf) : undefined;
}

function own(from: object, key: string): unknown {
  return Object.hasOwn(from, key) ? (from as Readonly<Record<string, unknown>>)[key] : undefined;
}

function readFact(value: unknown, spec: FactSpec): { fact: ReadyFact } | { fault: string } {
  if (spec.kind === 'list') return readList(value, spec);
  if (value === undefined || value === null) return { fact: '' };
  if (typeof value !== 'string') return { fault: 'is not a text.' };
  const text = value.trim().replaceAll(/\r\n?/g, '\n');
  if (text === '') return { fact: '' };
  if (text.length > spec.limit) return { fault: `must be ${spec.limit} characters or fewer.` };
  if (UNSHOWABLE.test(text)) return { fault: 'holds characters that cannot be shown.' };
  if (spec.choices && !spec.choices.includes(text)) return { fault: 'must be one of the choices.' };
  return spec.kind === 'date' ? readDate(text) : { fact: text };
}

function readList(value: unknown, spec: FactSpec): { fact: ReadyFact } | { fault: string } {
  if (value === undefined || value === null) return { fact: [] };
  if (!Array.isArray(value)) return { fault: 'is not a list.' };
  if (value.length > LIST_LIMIT) return { fault: `must have ${LIST_LIMIT} entries or fewer.` };
  const entries = value.map((entry: unknown) => readFact(entry, { ...spec, kind: 'text' }));
  const faulty = entries.find((entry) => 'fault' in entry);
  if (faulty) return faulty;
  const texts = entries.flatMap((entry) => ('fact' in entry ? [String(entry.fact)] : []));
  return { fact: texts.filter((text) => text !== '') };
}

/** `2026-01-05` becomes `5 January 2026`. */
function readDate(text: string): { fact: string } | { fault: string } {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const isReal = year !== undefined && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  if (!isReal) return { fault: 'must be a date such as 2026-01-05.' };
  return { fact: `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}` };
}

/** Inputs that the template does not ask for are refused, not dropped: the author meant something. */
function strangeInputs(template: ResponseTemplate, facts: TemplateFacts): FieldFault[] {
  return Object.keys(facts.inputs ?? {})
    .filter((name) => !Object.hasOwn(template.inputs, name))
    .map((name) => ({
      field: `inputs.${name}`,
      message: 'This template does not ask for this input.',
    }));
}
