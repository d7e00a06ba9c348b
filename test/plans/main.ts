import 'reflect-metadata';
import { type INestApplicationContext } from '@nestjs/common';
import { DataSource, type Logger as QueryLogger } from 'typeorm';
import { withServices } from '../../apps/cli/src/open-app.js';
import { AuditTrail } from '#audit';
import { CaseReadingService, WORK_VIEWS } from '#cases';
import { type Actor, PeopleService, SignInService } from '#identity';
import { RequestDecidingService } from '#intake';
import type { OrganisationId } from '#kernel';
import { scopeOfActor } from '#identity';
import { scopeOf, Transactions } from '#platform';
import { DraftReadingService } from '#responses';
import { CaseReportService, ExportsService, lastTwelveMonths } from '#reporting';

/**
 * Asks PostgreSQL how it answers the hot queries, as the runtime role and under row-level security, and
 * ends with 1 when it reads a large table from end to end. For a database with 100,000 cases:
 * `parapet seed --cases 100000 --organisation mdo`, then `npm run test:plans`.
 */

/** A table with so many rows must not be read from end to end. */
const LARGE = 5_000;
/** So many rows are read in no time, however many are given back. */
const FEW = 500;
/** Rows that may be read for each row that is given back. */
const MOST_READ = 4;

interface Asked {
  sql: string;
  parameters: unknown[];
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

interface Explained {
  'QUERY PLAN': [{ Plan: PlanNode; 'Execution Time': number }];
}

/** One hot question: what a page or the API asks the services for. */
interface Question {
  name: string;
  actor: Actor;
  ask: () => Promise<unknown>;
}

await withServices(async (app) => {
  const faults: string[] = [];
  for (const question of await questions(app)) {
    for (const asked of await queriesOf(app, question)) {
      faults.push(...(await judge(app, question, asked)));
    }
  }
  for (const fault of faults) process.stdout.write(`FAULT ${fault}\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
});

async function questions(app: INestApplicationContext): Promise<Question[]> {
  const slug = process.argv[2] ?? 'mdo';
  const organisations = await app.get(PeopleService).listOrganisations();
  const organisation = organisations.find((one) => one.slug === slug);
  if (!organisation) throw new Error('There is no such organisation.');
  const id = organisation.organisation_id;
  const [adviser, manager] = [await actor(app, id, 'adviser'), await actor(app, id, 'manager')];
  const limit = 50;
  const period = lastTwelveMonths(new Date().toISOString().slice(0, 10));
  const asDay = (name: string, who: Actor, ask: () => Promise<unknown>) => ({
    name,
    actor: who,
    ask,
  });
  const reading = app.get(CaseReadingService);
  const { next } = await reading.listWork(adviser, { view: 'all', limit });
  return [
    ...WORK_VIEWS.map((view) =>
      asDay(`worklist, ${view}`, adviser, () => reading.listWork(adviser, { view, limit })),
    ),
    asDay('worklist, all, second page', adviser, () =>
      reading.listWork(adviser, { view: 'all', limit, cursor: next ?? undefined }),
    ),
    asDay('requests that wait', adviser, () =>
      app.get(RequestDecidingService).listWaiting(adviser, { limit }),
    ),
    asDay('drafts that wait for approval', adviser, () =>
      app.get(DraftReadingService).listWaiting(adviser),
    ),
    asDay('report of cases', manager, () => app.get(CaseReportService).cases(manager, period)),
    asDay('list of exports', manager, () => app.get(ExportsService).list(manager, { limit })),
    asDay('recent audit events', manager, () =>
      app
        .get(Transactions)
        .run(scopeOfActor(manager), () => app.get(AuditTrail).listRecent(id, limit)),
    ),
  ];
}

async function actor(
  app: INestApplicationContext,
  organisationId: OrganisationId,
  role: string,
): Promise<Actor> {
  const tx = app.get(Transactions);
  const [found] = await tx.run(scopeOf(organisationId), () =>
    tx.query<{ id: string }>(
      `select id from person where organisation_id = $1 and role = $2 limit 1`,
      [organisationId, role],
    ),
  );
  return (await app.get(SignInService).findPerson(found!.id))!;
}

/** The queries that a question asks, as they reach the database. */
async function queriesOf(app: INestApplicationContext, { ask }: Question): Promise<Asked[]> {
  const source = app.get(DataSource);
  const asked: Asked[] = [];
  const before = source.logger;
  source.logger = {
    ...before,
    logQuery: (sql: string, parameters: unknown[] = []) => asked.push({ sql, parameters }),
  } as unknown as QueryLogger;
  try {
    await ask();
  } finally {
    source.logger = before;
  }
  return asked.filter(({ sql }) => / from /.test(sql));
}

async function judge(
  app: INestApplicationContext,
  { name, actor: who }: Question,
  { sql, parameters }: Asked,
): Promise<string[]> {
  const tx = app.get(Transactions);
  const explained = await tx.run(scopeOfActor(who), async () => {
    const rows = await tx.query<Explained>(`explain (analyze, format json) ${sql}`, parameters);
    return rows[0]!['QUERY PLAN'][0];
  });
  const nodes = [...walk(explained.Plan)];
  const read = nodes.filter(isScan).reduce((sum, node) => sum + rowsRead(node), 0);
  const returned = explained.Plan['Actual Rows'];
  process.stdout.write(
    `${name}: ${explained['Execution Time']} ms, ${read} rows read, ${returned} given, by ${nodes
      .filter(isScan)
      .map((node) => `${node['Node Type']} ${node['Relation Name'] ?? ''}`.trim())
      .join(', ')}\n`,
  );
  const whole = nodes.filter((node) => node['Node Type'] === 'Seq Scan' && rowsRead(node) > LARGE);
  const faults = whole.map((node) => `${name}: all of ${node['Relation Name']} is read`);
  // A report is a sum: it reads the counts of its months and gives a few rows.
  const isWasteful = !name.startsWith('report') && read > FEW && read > returned * MOST_READ;
  return isWasteful ? [...faults, `${name}: ${read} rows read for ${returned}`] : faults;
}

function* walk(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const inner of node.Plans ?? []) yield* walk(inner);
}

function isScan(node: PlanNode): boolean {
  return /Scan/.test(node['Node Type']) && node['Relation Name'] !== undefined;
}

function rowsRead(node: PlanNode): number {
  return (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
}
