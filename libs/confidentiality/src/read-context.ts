import type { CaseContext } from './model.js';

type Kind = 'string' | 'strings' | 'boolean' | 'record' | Shape;
interface Shape {
  readonly [field: string]: Kind;
}

const CONTEXT: Shape = {
  case: 'string',
  jurisdiction: 'string',
  specialty: 'string',
  organisation: {
    name: 'string',
    phones: 'strings',
    emails: 'strings',
    addresses: 'strings',
    website: 'string',
    clinicians: 'strings',
    contacts: 'strings',
  },
  patient: {
    names: 'strings',
    aliases: 'strings',
    dob: 'string',
    identifiers: 'record',
    phones: 'strings',
    emails: 'strings',
    addresses: 'strings',
    postcode: 'string',
    handles: 'strings',
  },
  third_parties: 'strings',
  appointments: 'strings',
  conditions: 'strings',
  procedures: 'strings',
  medications: 'strings',
  complainant: 'string',
  complainant_authority: 'boolean',
  post: { platform: 'string', handle: 'string', url: 'string', date: 'string', text: 'string' },
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isString = (value: unknown): boolean => typeof value === 'string';

function fits(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'string':
      return isString(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'strings':
      return Array.isArray(value) && value.every(isString);
    case 'record':
      return isObject(value) && Object.values(value).every(isString);
    default:
      return isObject(value);
  }
}

/** Path of the first field that has the wrong shape. */
function faultIn(value: Record<string, unknown>, shape: Shape, path: string): string | undefined {
  for (const [field, kind] of Object.entries(shape)) {
    const part = value[field];
    if (part === undefined || part === null) continue;
    if (!fits(part, kind)) return `${path}.${field}`;
    const fault =
      typeof kind === 'object' && isObject(part)
        ? faultIn(part, kind, `${path}.${field}`)
        : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function withoutNulls(value: Record<string, unknown>): Record<string, unknown> {
  const present = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(
    present.map(([field, part]) => [field, isObject(part) ? withoutNulls(part) : part]),
  );
}

const isContext = (
  value: Record<string, unknown>,
): value is Record<string, unknown> & CaseContext =>
  faultIn(value, CONTEXT, 'context') === undefined;

/** Reads case facts from JSON; a sentence that names the faulty field when they have another shape. */
export function readContext(input: unknown): CaseContext | string {
  if (input === null) return {};
  if (!isObject(input)) return '`context` must be an object';
  const context = withoutNulls(input);
  return isContext(context)
    ? context
    : `\`${faultIn(context, CONTEXT, 'context')}\` has the wrong shape`;
}
