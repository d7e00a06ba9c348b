import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breachesOf, BUILD_ORDER } from './import-rules.js';

const ROOT = join(import.meta.dirname, '../../..');

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

function rulesOf(file: string, source: string): string[] {
  return breachesOf(file, source).map(({ rule }) => rule);
}

describe('the checker of imports', () => {
  it.each([
    [
      'libs/cases/src/case.ts',
      `import { Draft } from '#responses';`,
      'cases must not import responses',
    ],
    [
      'libs/cases/src/case.ts',
      `import type { Draft } from '#responses';`,
      'cases must not import responses',
    ],
    ['libs/cases/src/case.ts', `export * from '#reporting';`, 'cases must not import reporting'],
    [
      'libs/cases/src/case.ts',
      `const x = await import('#intake');`,
      'cases must not import intake',
    ],
    ['libs/cases/src/case.ts', `type X = import('#intake').Y;`, 'cases must not import intake'],
    [
      'libs/intake/src/request.ts',
      `import { Draft } from '#responses';`,
      'intake must not import responses',
    ],
    [
      'libs/reporting/src/a.ts',
      `import { b } from '#retention';`,
      'reporting must not import retention',
    ],
    ['libs/guidance/src/a.ts', `import { b } from '#triage';`, 'guidance must not import triage'],
    [
      'libs/cases/src/case.ts',
      `import { b } from '#audit/src/chain.js';`,
      'imports #audit/src/chain.js past its index',
    ],
    ['libs/cases/src/case.ts', `import { b } from '#cases';`, 'imports its own lib by name'],
    [
      'apps/web/src/a.ts',
      `import { b } from '#pantry';`,
      'imports #pantry, which has no place in the build order',
    ],
    [
      'libs/cases/src/case.ts',
      `import { b } from '../../audit/src/index.js';`,
      'reaches from libs/cases into libs/audit by a path',
    ],
    [
      'libs/cases/src/case.ts',
      `import { b } from '../../../apps/web/src/main.js';`,
      'reaches from libs/cases into apps/web by a path',
    ],
    [
      'apps/worker/src/a.ts',
      `import { b } from '../../web/src/main.js';`,
      'reaches from apps/worker into apps/web by a path',
    ],
    [
      'apps/web/src/a.ts',
      `import { b } from '../../../test/support/given.js';`,
      'reaches from apps/web into test by a path',
    ],
    [
      'libs/triage/src/a.ts',
      `import { readFileSync } from 'node:fs';`,
      'a pure lib imports node:fs',
    ],
    [
      'libs/kernel/src/a.ts',
      `import { Injectable } from '@nestjs/common';`,
      'a pure lib imports @nestjs/common',
    ],
    ['libs/cases/src/case.ts', `import type { DataSource } from 'typeorm';`, 'imports typeorm'],
    [
      'libs/cases/src/case.ts',
      `import type { FastifyRequest } from 'fastify';`,
      'imports fastify outside apps/web',
    ],
    ['libs/cases/src/case.ts', `const port = process.env['PORT'];`, 'reads process.env'],
    ['libs/cases/src/case.ts', `const { PORT } = globalThis.process.env;`, 'reads process.env'],
    ['libs/cases/src/utils/a.ts', '', 'says nothing by its name'],
    ['libs/cases/src/helpers.ts', '', 'says nothing by its name'],
  ])('finds the fault of %s: %s', (file, source, rule) => {
    expect(rulesOf(file, source)).toEqual([rule]);
  });

  it.each([
    [
      'libs/cases/src/case.entity.ts',
      `import { Entity } from 'typeorm'; import { x } from './case.js';`,
    ],
    [
      'libs/responses/src/a.ts',
      `import { x } from '#cases'; import { inspect } from '#confidentiality';`,
    ],
    [
      'apps/cli/src/a.ts',
      `import { x } from '#retention'; import { M } from '../../../migrations/index.js';`,
    ],
    [
      'libs/triage/src/a.spec.ts',
      `import { readFileSync } from 'node:fs'; import { x } from '../../../test/support/given.js';`,
    ],
    ['libs/cases/src/a.ts', `// process.env and import '#responses' in words only`],
  ])('lets %s pass', (file, source) => {
    expect(rulesOf(file, source)).toEqual([]);
  });
});

describe('the source', () => {
  const files = ['apps', 'libs', 'migrations', 'test'].flatMap(filesOf);

  it('imports only downwards, from other libs only their index, and reads the environment in one file', () => {
    expect(files.length).toBeGreaterThan(100);
    const breaches = files
      .filter((file) => !file.startsWith('test/'))
      .flatMap((file) => breachesOf(file, readFileSync(join(ROOT, file), 'utf8')));
    expect(breaches).toEqual([]);
  });

  it('has no lib without a place in the build order', () => {
    const placed = new Set(BUILD_ORDER.flat());
    expect(readdirSync(join(ROOT, 'libs')).filter((lib) => !placed.has(lib))).toEqual([]);
  });
});
