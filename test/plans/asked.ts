import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type Logger as QueryLogger } from 'typeorm';
import { type Actor, scopeOfActor } from '#identity';
import { Transactions } from '#platform';

/** What a page or the API asks the services for. */
export interface Question {
  readonly name: string;
  readonly actor: Actor;
  readonly ask: () => Promise<unknown>;
  /** Whether it adds up, and so gives one row for many. */
  readonly isSum?: true;
}

/** How PostgreSQL answered one query of a question. */
export interface Answered {
  readonly milliseconds: number;
  readonly rowsGiven: number;
  readonly rowsRead: number;
  /** `Index Scan case_record`, in the order of the plan. */
  readonly scans: readonly string[];
  /** Tables that were read from end to end. */
  readonly readWhole: readonly { readonly table: string; readonly rows: number }[];
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

interface Explained {
  'QUERY PLAN': [{ Plan: PlanNode; 'Execution Time': number }];
}

/** Asks a question, and PostgreSQL how it answers each of its queries as the runtime role. */
export async function answersTo(
  app: INestApplicationContext,
  question: Question,
): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const asked of await queriesOf(app, question)) {
    answers.push(await explained(app, question.actor, asked));
  }
  return answers;
}

interface Asked {
  sql: string;
  parameters: unknown[];
}

/** The queries of a question, as they reach the database. */
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
  return asked.filter(({ sql }) => /^\s*select\b[^]*\bfrom\b/i.test(sql));
}

async function explained(
  app: INestApplicationContext,
  actor: Actor,
  { sql, parameters }: Asked,
): Promise<Answered> {
  const tx = app.get(Transactions);
  const { Plan: plan, 'Execution Time': milliseconds } = await tx.run(
    scopeOfActor(actor),
    async () => {
      const rows = await tx.query<Explained>(`explain (analyze, format json) ${sql}`, parameters);
      return rows[0]!['QUERY PLAN'][0];
    },
  );
  const scans = [...walk(plan)].filter(isScan);
  return {
    milliseconds,
    rowsGiven: plan['Actual Rows'],
    rowsRead: scans.reduce((sum, node) => sum + rowsRead(node), 0),
    scans: scans.map((node) => `${node['Node Type']} ${node['Relation Name']}`),
    readWhole: scans
      .filter((node) => node['Node Type'] === 'Seq Scan')
      .map((node) => ({ table: node['Relation Name']!, rows: rowsRead(node) })),
  };
}

function* walk(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const inner of node.Plans ?? []) yield* walk(inner);
}

function isScan(node: PlanNode): boolean {
  return /Scan/.test(node['Node Type']) && node['Relation Name'] !== undefined;
}

/** The removed rows are those of each loop, as the rows are. */
function rowsRead(node: PlanNode): number {
  const removed =
    (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return (node['Actual Rows'] + removed) * node['Actual Loops'];
}
