import { HEADERS_METADATA } from '@nestjs/common/constants.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PERMISSIONS, PERSON_ONLY, type Permission } from '#identity';
import type { Route } from '../../http/route-list.js';
import { TAKES_FILE } from '../../http/upload.js';
import { auditWords } from '../../views/audit-words.js';

/** One operation of the document. */
export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** RFC 9457, with the code to act on and the faults by field. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stays the same when the words change.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    details: { type: 'object' },
    requestId: { type: 'string' },
  },
};

const REFUSALS: Record<string, string> = {
  400: 'The cursor is none that a list gave: start again without one.',
  401: 'There is no token, or it is no longer good.',
  403: 'The token does not carry the right for this.',
  404: 'There is nothing here that you may see.',
  409: 'It cannot be done in this state, or somebody else changed it first.',
  422: 'What was sent can be read but not accepted; `errors` says why, field by field.',
  429: 'Too many calls; `Retry-After` says when to come again.',
  503: 'Busy, or the database is away; come again.',
};

const ONCE_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: 'Sent again with the same key and body, the call takes effect once.',
  schema: { type: 'string' as const, maxLength: 255 },
};

/** Adds to an operation what its route states: who may call it, what it leaves, how it refuses. */
export function completeOperation(operation: Operation, route: Route): Operation {
  const isPublic = route.action?.permission === 'public';
  const parameters = operation.parameters ?? [];
  return {
    ...operation,
    summary: summaryOf(route),
    description: rightsOf(route),
    tags: [route.path.split('/')[3] ?? ''],
    parameters: route.method === 'POST' ? [...parameters, ONCE_KEY] : parameters,
    ...bodyOf(operation, route),
    responses: {
      ...Object.fromEntries(
        Object.keys(operation.responses).map((status) => [status, successOf(route)]),
      ),
      ...refusalsOf(operation, route),
    },
    security: isPublic ? [] : [{ token: [] }],
  };
}

/** The body of a route that takes a file is a form. */
function bodyOf({ requestBody }: Operation, { handler }: Route): Pick<Operation, 'requestBody'> {
  if (!requestBody || !('content' in requestBody) || !Reflect.hasMetadata(TAKES_FILE, handler)) {
    return requestBody ? { requestBody } : {};
  }
  const [schema] = Object.values(requestBody.content);
  return { requestBody: { ...requestBody, content: { 'multipart/form-data': schema! } } };
}

function summaryOf({ method, path, action }: Route): string {
  const noun = path.split('/').slice(3).join('/');
  return action?.audit ? `${auditWords(action.audit)} (${noun})` : `${method} ${noun}`;
}

function rightsOf({ action }: Route): string {
  const permission = action?.permission;
  if (permission === 'public') return 'Open to everybody.';
  if (!permission || permission === 'signed-in') return 'Any token may call this.';
  const rights = (Array.isArray(permission) ? permission : [permission]) as Permission[];
  const words = rights.map((right) => `${right} (${PERMISSIONS[right]})`).join(', or ');
  const isForPeople = rights.every((right) => PERSON_ONLY.includes(right));
  return `Needs the right ${words}.${isForPeople ? ' Tokens never hold it.' : ''}`;
}

function successOf({ handler }: Route) {
  const headers = (Reflect.getMetadata(HEADERS_METADATA, handler) ?? []) as {
    name: string;
    value: unknown;
  }[];
  const stated = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  const type = typeof stated === 'string' ? stated.split(';')[0]! : 'application/json';
  const schema =
    type === 'application/json' ? { type: 'object' as const } : { type: 'string' as const };
  return { description: 'Done.', content: { [type]: { schema } } };
}

function isCursor(parameter: object): boolean {
  return 'name' in parameter && parameter.name === 'cursor';
}

function refusalsOf(operation: Operation, { method, path, action }: Route) {
  const takes = operation.requestBody !== undefined || (operation.parameters ?? []).length > 0;
  const isList = (operation.parameters ?? []).some(isCursor);
  const statuses = [
    ...(isList ? ['400'] : []),
    ...(action?.permission === 'public' ? [] : ['401', '403']),
    ...(path.includes(':') ? ['404'] : []),
    ...(method === 'GET' ? [] : ['409']),
    ...(takes ? ['422'] : []),
    '429',
    '503',
  ];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: REFUSALS[status]!,
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}
