import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { TEMPLATE_VARIABLES, loadCatalogue, readTemplate } from './index.js';
import type { ResponseTemplate, TemplateCatalogue, TemplateFacts } from './index.js';

/** For tests: the text of a template for the public, with changes to its heading. */
export function aTemplate(body: string, heading: Readonly<Record<string, unknown>> = {}): string {
  const whole = {
    id: 'T-ONE',
    version: 1,
    title: 'One',
    summary: 'One template.',
    route: 'acknowledge_signpost',
    channel: 'review_reply',
    audience: 'public',
    jurisdictions: ['england'],
    approval: 'high',
    sources: ['A3.press'],
    reviewBy: '2027-05-31',
    ...heading,
  };
  return `---\n${stringify(whole)}---\n${body}\n`;
}

/** For tests: the same, read; fails when it does not load. */
export function loaded(
  body: string,
  heading?: Readonly<Record<string, unknown>>,
): ResponseTemplate {
  const result = readTemplate({ file: 'a.hbs', content: aTemplate(body, heading) });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.template;
}

/** For tests: the catalogue that ships. */
export function shippedCatalogue(): TemplateCatalogue {
  const folder = join(import.meta.dirname, '../../../../templates/responses');
  const files = readdirSync(folder).filter((file) => file.endsWith('.hbs'));
  return loadCatalogue(
    files.map((file) => ({ file, content: readFileSync(join(folder, file), 'utf8') })),
  );
}

/** For tests: facts that fill everything a template can ask for. */
export function fullFacts(template: ResponseTemplate): TemplateFacts {
  const facts: Record<string, Record<string, unknown>> = {};
  for (const [name, { kind }] of Object.entries(TEMPLATE_VARIABLES)) {
    const [group, leaf] = name.split('.') as [string, string];
    facts[group] ??= {};
    facts[group][leaf] = sample(kind, name);
  }
  const inputs = Object.entries(template.inputs).map(([name, input]) => [
    name,
    input.choices?.[0] ?? sample(input.type, name),
  ]);
  return { ...facts, inputs: Object.fromEntries(inputs) as Record<string, string> };
}

function sample(kind: string, name: string): string | string[] {
  if (kind === 'date') return '2026-01-05';
  return kind === 'list' ? [`first of ${name}`, `second of ${name}`] : `«${name}»`;
}
