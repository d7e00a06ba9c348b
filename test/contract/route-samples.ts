import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { z } from 'zod';
import type { Route } from '../../apps/web/src/http/route-list.js';

/** The part of JSON Schema that a sample is made from. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly minItems?: number;
}

/** Nest's number for `@Body` among the arguments of a handler. */
const BODY = '3:';

/** What the body of a route might be: right in form as far as its schema tells. */
export function sampleBody({ controller, handler }: Route): Record<string, unknown> {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler.name) ?? {}) as Record<
    string,
    { schema?: z.ZodType }
  >;
  const body = Object.entries(args).find(([key]) => key.startsWith(BODY))?.[1].schema;
  if (!body) return {};
  const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' });
  return (sampleOf(schema as Schema, '') ?? {}) as Record<string, unknown>;
}

function sampleOf(schema: Schema, name: string): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return sampleOf(either.at(-1)!, name);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, name)));
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, value]) => [key, sampleOf(value, key)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, name));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return sampleText(schema, name);
  }
}

function sampleText({ format }: Schema, name: string): string {
  if (format === 'date' || /On$/.test(name)) return '2026-01-05';
  if (format === 'date-time' || /At$/.test(name)) return '2026-01-05T09:00:00Z';
  if (format === 'uuid') return '00000000-0000-7000-8000-000000000000';
  if (format === 'email') return 'somebody@elsewhere.example';
  return 'words';
}

/** One value for each parameter of a route's address. */
export function addressOf(route: Route, valueOf: (noun: string, name: string) => string): string {
  const parts = route.path.split('/');
  return parts
    .map((part, index) =>
      part.startsWith(':')
        ? encodeURIComponent(valueOf(parts[index - 1] ?? '', part.slice(1)))
        : part,
    )
    .join('/');
}
