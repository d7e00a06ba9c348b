import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newReference } from '#kernel';
import { startTarget } from './target.js';
import { canaryOf, INCIDENT, makeObjects, type Objects, saveExport } from './objects.js';
import { type Attacker, populate } from './population.js';

/** The checks, as they lie in the source: plain modules that see nothing but the running product. */
const CHECKS = join(import.meta.dirname, '../../../test/redteam');
const ALL = ['idor', 'inputs', 'headers', 'export-injection'] as const;
type Check = (typeof ALL)[number];

/** Attacks a throw-away installation; ends with 1 when any check found something. */
async function main(): Promise<void> {
  const chosen = ALL.filter((name) => process.argv.length < 3 || process.argv.includes(name));
  const target = await startTarget();
  const folder = mkdtempSync(join(tmpdir(), 'parapet-redteam-'));
  try {
    const { base } = target;
    const cast = await populate(target.config);
    const objects = {
      A: await makeObjects(base, cast.get('adviserA')!),
      B: await makeObjects(base, cast.get('adviserB')!),
    };
    const csv = join(folder, 'cases.csv');
    await saveExport(base, cast.get('managerA')!, csv);
    let failed = 0;
    for (const check of chosen) {
      const file = join(folder, `${check}.json`);
      writeFileSync(file, JSON.stringify(settingsOf(check, { base, cast, objects, csv })));
      failed += await runCheck(check, file);
    }
    process.stdout.write(`${chosen.length - failed} of ${chosen.length} checks found nothing\n`);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await target.remove();
  }
}

async function runCheck(check: Check, file: string): Promise<number> {
  const child = spawn(process.execPath, [join(CHECKS, `${check}.mjs`), file], { stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0 ? 0 : 1;
}

/** What the checks are told of the installation. */
interface Target {
  base: string;
  cast: Map<string, Attacker>;
  objects: Record<'A' | 'B', Objects>;
  /** File of a finished export of organisation A. */
  csv: string;
}

function settingsOf(check: Check, { base, cast, objects, csv }: Target): object {
  const common = { base, openapi: '/api/v1/openapi.json', health: '/health/ready' };
  switch (check) {
    case 'idor':
      return { ...common, ...reachSettings(cast, objects) };
    case 'inputs':
      return {
        ...common,
        actor: 'adviserA',
        actors: programs(cast, ['adviserA']),
        objects,
        samples: INCIDENT,
        readBack: ['/api/v1/cases', '/health/live'],
        limitMs: 4000,
      };
    case 'headers':
      return { ...common, ...pageSettings(cast) };
    case 'export-injection':
      return { ...common, exports: [csv], mustContain: ['PAR-'] };
  }
}

function reachSettings(cast: Map<string, Attacker>, objects: Record<'A' | 'B', Objects>): object {
  const names = [...cast].filter(([, { token }]) => token).map(([name]) => name);
  const attackers = names.filter((name) => !name.startsWith('admin'));
  return {
    actors: programs(cast, names),
    owners: { A: 'adviserA', B: 'adviserB' },
    objects,
    ghosts: { reference: newReference('PAR', 2026) },
    canaries: { A: [canaryOf('A')], B: [canaryOf('B')] },
    attacks: attackers.map((attacker) => ({
      attacker,
      victim: cast.get(attacker)!.tenant === 'A' ? 'B' : 'A',
    })),
    roleForbidden: {
      managerA: ['CasesApi_list', 'CasesApi_open', 'CasesApi_show', 'CasesApi_timeline'],
      adminA: ['CasesApi_list', 'CasesApi_open', 'CasesApi_show', 'CasesApi_timeline'],
    },
    // 412: a change without If-Match is refused before anything is looked for.
    allow: [401, 403, 404, 412],
    public: ['OpenApi_document', 'PublicHelpApi_show'],
    samples: INCIDENT,
  };
}

function pageSettings(cast: Map<string, Attacker>): object {
  const { email, password } = cast.get('adviserA')!.person;
  const { email: known } = cast.get('approverB')!.person;
  return {
    actor: 'adviserA',
    actors: { adviserA: { tenant: 'A', email, password } },
    login: {
      page: '/sign-in',
      post: '/sign-in',
      fields: { email: '{email}', password: '{password}' },
      csrfField: '_csrf',
    },
    csrf: { page: '/work', header: 'x-csrf-token' },
    sessionCookie: 'parapet',
    logoutPath: '/sign-out',
    pages: {
      public: ['/help', '/privacy', '/accessibility', '/api/docs', '/sign-in'],
      private: ['/work', '/cases/new'],
    },
    csrfProbe: {
      path: '/cases/new',
      body: new URLSearchParams(INCIDENT).toString(),
      type: 'application/x-www-form-urlencoded',
    },
    loginNext: '/sign-in?next={x}',
    lockout: { known, unknown: 'nobody@organisation.example', attempts: 20 },
  };
}

/** People who come with a token. */
function programs(cast: Map<string, Attacker>, names: readonly string[]): object {
  return Object.fromEntries(
    names.map((name) => {
      const { tenant, role, token } = cast.get(name)!;
      return [name, { tenant, role, headers: { authorization: `Bearer ${token}` } }];
    }),
  );
}

await main();
