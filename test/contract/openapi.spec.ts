import type { OpenAPIObject } from '@nestjs/swagger';
import { ModulesContainer } from '@nestjs/core';
import request from 'supertest';
import type { Operation } from '../../apps/web/src/api/openapi/api-operation.js';
import { listRoutes, type Route } from '../../apps/web/src/http/route-list.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let test: TestApp;
let document: OpenAPIObject;
let routes: Route[];
let operations: (Operation & { method: string; path: string })[];

beforeAll(async () => {
  test = await startTestApp();
  const response = await request(test.app.getHttpServer()).get('/api/v1/openapi.json').expect(200);
  document = response.body as OpenAPIObject;
  routes = listRoutes(test.app.get(ModulesContainer));
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...(operation as Operation),
      method: method.toUpperCase(),
      path,
    })),
  );
});
afterAll(() => test?.close());

/** What of the document breaks a rule, by the name of the operation. */
function breaking(
  rule: (operation: (typeof operations)[number]) => boolean,
): (string | undefined)[] {
  return operations.filter((operation) => !rule(operation)).map(({ operationId }) => operationId);
}

function parameterNames(operation: Operation, place: string): string[] {
  return (operation.parameters ?? []).flatMap((parameter) =>
    'name' in parameter && parameter.in === place ? [parameter.name] : [],
  );
}

describe('the description of the API', () => {
  it('holds every route of the API and nothing else', () => {
    const described = operations.map(({ method, path }) => `${method} ${path}`).sort();
    const there = routes
      .filter(({ path }) => path.startsWith('/api/v1/'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
      .sort();
    expect(described).toEqual(there);
    expect(there.length).toBeGreaterThan(4);
  });

  it('names each operation once, after its controller and method', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('CasesApi_open');
    expect(breaking(({ operationId }) => /^\w+_\w+$/.test(operationId ?? ''))).toEqual([]);
  });

  it('declares exactly the parameters that stand in the address', () => {
    const wrong = breaking((operation) => {
      const inAddress = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameterNames(operation, 'path');
      return JSON.stringify(inAddress.sort()) === JSON.stringify(declared.sort());
    });
    expect(wrong).toEqual([]);
  });

  it('says of each operation who may call it, how it answers and how it refuses', () => {
    expect(breaking(({ summary, description }) => Boolean(summary && description))).toEqual([]);
    expect(
      breaking(({ responses }) => Object.keys(responses).some((status) => status.startsWith('2'))),
    ).toEqual([]);
    expect(breaking(({ security, responses }) => !security?.length || '401' in responses)).toEqual(
      [],
    );
    const open = operations.filter(({ security }) => security?.length === 0);
    expect(open.map(({ path }) => path)).toEqual(['/api/v1/openapi.json', '/api/v1/public-help']);
  });

  it('gives the body of a call by the schema that checks it', () => {
    const opening = operations.find(({ operationId }) => operationId === 'CasesApi_open');
    expect(opening?.requestBody).toMatchObject({
      required: true,
      content: {
        'application/json': {
          schema: {
            additionalProperties: false,
            required: expect.arrayContaining(['title', 'seenOn']),
            properties: { title: { type: 'string', maxLength: 200 } },
          },
        },
      },
    });
    const listing = operations.find(({ operationId }) => operationId === 'CasesApi_list');
    expect(parameterNames(listing!, 'query')).toEqual(expect.arrayContaining(['limit', 'cursor']));
  });

  it('leaves no reference open and no schema without a form', () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)];
    const known = Object.keys(document.components?.schemas ?? {});
    expect(names.map(([, name]) => name).filter((name) => !known.includes(name!))).toEqual([]);
    expect(text).not.toContain('$defs');
    expect(document.openapi).toMatch(/^3\.0\./);
    expect(document.components?.securitySchemes).toHaveProperty('token');
  });
});

describe('the reference page of the API', () => {
  it('shows every operation to everybody, with no script of its own', async () => {
    const page = await request(test.app.getHttpServer()).get('/api/docs').expect(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    for (const { operationId, path } of operations) {
      expect(page.text).toContain(`id="${operationId}"`);
      expect(page.text).toContain(`<code>${path}</code>`);
    }
    expect(page.text).not.toMatch(/<script(?![^>]+src=)|style="/);
  });
});
