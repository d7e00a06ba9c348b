import type { FieldFault } from '#kernel';
import type { ResponseTemplate } from './response-template.js';
import { readFacts, wordsOf } from './template-facts.js';
import type { ReadyFact } from './template-facts.js';
import { missingIn } from './template-parts.js';
import type { TemplateFacts } from './template-variables.js';

/** Longest text that a template may make, in UTF-16 units. */
export const TEXT_LIMIT = 20_000;

/** The text, or all that stands in its way; `field` is the name of the fact. */
export type Rendering =
  | { readonly state: 'rendered'; readonly text: string }
  | { readonly state: 'stopped'; readonly faults: readonly FieldFault[] };

/**
 * Writes the text of a template: plain text, never HTML. Nothing is guessed and nothing left blank:
 * one empty fact that the text needs stops it, and all such facts are named together.
 */
export function render(template: ResponseTemplate, facts: TemplateFacts): Rendering {
  const { ready, faults } = readFacts(template, facts);
  if (faults.length > 0) return { state: 'stopped', faults };
  const missing = missingIn(template.parts, (name) => (ready.get(name) ?? '').length > 0);
  if (missing.length > 0) {
    return { state: 'stopped', faults: missing.map((name) => missingFault(template, name)) };
  }
  const written = template.write(contextOf(ready));
  if (written.length > TEXT_LIMIT) return { state: 'stopped', faults: [TOO_LONG] };
  return { state: 'rendered', text: tidy(written) };
}

/**
 * How a text will read, for somebody who has not filled in everything yet: what is missing stands in
 * square brackets. It is never kept as a draft.
 */
export function sketch(template: ResponseTemplate, facts: TemplateFacts): string {
  const { ready } = readFacts(template, facts);
  const isFilled = (name: string) => (ready.get(name) ?? '').length > 0;
  for (const name of missingIn(template.parts, isFilled)) {
    ready.set(name, `[${wordsOf(template, name)}]`);
  }
  return tidy(template.write(contextOf(ready)).slice(0, TEXT_LIMIT));
}

const TOO_LONG: FieldFault = {
  field: 'text',
  message: `The text would be longer than ${TEXT_LIMIT} characters.`,
};

function missingFault(template: ResponseTemplate, name: string): FieldFault {
  return { field: name, message: `This text needs ${wordsOf(template, name)}, which is empty.` };
}

/** Handlebars is given checked strings and lists of strings only, on objects without a prototype. */
function contextOf(ready: ReadonlyMap<string, ReadyFact>): object {
  const context: Record<string, Record<string, ReadyFact>> = Object.create(null);
  for (const [name, fact] of ready) {
    const [group, leaf] = name.split('.') as [string, string];
    context[group] ??= Object.create(null) as Record<string, ReadyFact>;
    context[group][leaf] = fact;
  }
  return context;
}

/** No blanks at the ends of lines, no more than one empty line; without an expression that backtracks. */
function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
