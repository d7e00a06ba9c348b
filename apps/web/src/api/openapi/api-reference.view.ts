import type { OpenAPIObject } from '@nestjs/swagger';
import type { PageView } from '../../http/page-renderer.js';
import type { Operation } from './api-operation.js';

/** The parts of a JSON schema that the page puts into words. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly nullable?: boolean;
  readonly default?: unknown;
}

/** One thing that can be sent. */
interface FieldRow {
  readonly name: string;
  readonly place: string;
  readonly isRequired: boolean;
  readonly words: string;
}

/** Longer lists of choices are cut: the document has them all. */
const MOST_CHOICES = 12;

/** The page that describes the API: nouns, their calls, and what each takes. */
export function referenceView(document: OpenAPIObject): PageView {
  const calls = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => callOf(path, method, operation as Operation)),
  );
  const nouns = [...new Set(calls.map(({ noun }) => noun))].sort();
  return {
    page: { title: 'API reference' },
    about: document.info.description?.split('\n\n') ?? [],
    groups: nouns.map((noun) => ({ noun, calls: calls.filter((call) => call.noun === noun) })),
  };
}

function callOf(path: string, method: string, operation: Operation) {
  return {
    path,
    method: method.toUpperCase(),
    id: operation.operationId ?? '',
    noun: operation.tags?.[0] ?? '',
    summary: operation.summary ?? '',
    rights: operation.description ?? '',
    fields: [...parameterRows(operation), ...bodyRows(operation)],
    answers: Object.entries(operation.responses).map(([status, response]) => ({
      status,
      words: response && 'description' in response ? response.description : '',
    })),
  };
}

function parameterRows({ parameters = [] }: Operation): FieldRow[] {
  return parameters.flatMap((parameter) =>
    'name' in parameter
      ? [
          {
            name: parameter.name,
            place: parameter.in,
            isRequired: parameter.required === true,
            words: wordsOf((parameter.schema ?? {}) as Schema),
          },
        ]
      : [],
  );
}

function bodyRows({ requestBody }: Operation): FieldRow[] {
  if (!requestBody || !('content' in requestBody)) return [];
  const [media] = Object.values(requestBody.content);
  return propertyRows((media?.schema ?? {}) as Schema, '');
}

function propertyRows(schema: Schema, prefix: string): FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const row = {
      name: `${prefix}${name}`,
      place: 'body',
      isRequired: schema.required?.includes(name) ?? false,
      words: wordsOf(property),
    };
    return [row, ...propertyRows(property, `${prefix}${name}.`)];
  });
}

function wordsOf(schema: Schema): string {
  const either = schema.anyOf ?? schema.oneOf;
  if (either) {
    return [...new Set(either.map(wordsOf))].join(' or ') + defaultWords(schema);
  }
  const limits = [
    schema.maxLength === undefined ? '' : `at most ${schema.maxLength} characters`,
    schema.minimum === undefined ? '' : `from ${schema.minimum}`,
    schema.maximum === undefined ? '' : `to ${schema.maximum}`,
    schema.maxItems === undefined ? '' : `at most ${schema.maxItems}`,
  ].filter(Boolean);
  return [kindOf(schema), ...limits].join(', ') + defaultWords(schema);
}

function kindOf(schema: Schema): string {
  if (schema.enum) return choices(schema.enum);
  if (schema.type === 'array') return `list of ${wordsOf(schema.items ?? {})}`;
  return schema.format ?? schema.type ?? 'any value';
}

function choices(values: readonly unknown[]): string {
  const shown = values.slice(0, MOST_CHOICES).map((value) => JSON.stringify(value));
  const rest = values.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

function defaultWords({ default: value }: Schema): string {
  return value === undefined ? '' : ` (${JSON.stringify(value)} when left out)`;
}
