import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { QUEUE, QUEUE_SCHEMA } from '../queue/job-queue.js';
import { RUNTIME_ROLE } from './data-source.js';

export type MigrationClass = new () => MigrationInterface;

/** One migration at a time, whoever starts it. */
const MIGRATION_LOCK = 7_272_738;

/**
 * Brings the database up to date: the tables of Parapet and those of the queue.
 *
 * @param migrateUrl login that owns (or is to own) the tables.
 * @returns names of the migrations that were run now.
 */
export async function migrate(migrateUrl: string, migrations: MigrationClass[]): Promise<string[]> {
  const client = new Client({ connectionString: migrateUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await runOwn(migrateUrl, migrations);
    await runQueue(client);
    return done;
  } finally {
    await client.end();
  }
}

async function runOwn(migrateUrl: string, migrations: MigrationClass[]): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: migrateUrl,
    migrations,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'schema_migration',
    installExtensions: false,
  });
  await source.initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** The queue's tables are BullMQ's own; the processes may use them but not change their form. */
async function runQueue(client: Client): Promise<void> {
  await runMigrations(client as never, QUEUE_SCHEMA);
  // BullMQ would make the counter of a queue with its first job, which the processes have no right to.
  await client.query(`select ${QUEUE_SCHEMA}.next_job_id($1)`, [QUEUE]);
  for (const kind of ['tables', 'sequences', 'functions']) {
    await client.query(`grant all on all ${kind} in schema ${QUEUE_SCHEMA} to ${RUNTIME_ROLE}`);
  }
  await client.query(`grant usage on schema ${QUEUE_SCHEMA} to ${RUNTIME_ROLE}`);
}
