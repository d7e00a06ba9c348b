import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApp } from '../../apps/web/src/create-app.js';
import { type Config, ensureRootKey, loadConfig, Logger } from '#platform';
import { addressOf, dropDatabase, onServer, TEMPLATE_DATABASE } from './template-database.js';

/** A database of one test file's own, and the settings that lead to it. */
export interface TestDatabase {
  config: Config;
  ownerUrl: string;
  drop(): Promise<void>;
}

let made = 0;

/** Copies the template database. @param environment settings that differ from the defaults. */
export async function createTestDatabase(
  environment: Record<string, string> = {},
): Promise<TestDatabase> {
  const owner = process.env['PARAPET_TEST_OWNER_URL']!;
  const runtime = process.env['PARAPET_TEST_RUNTIME_URL']!;
  const name = `test_${process.pid}_${Date.now()}_${(made += 1)}`;
  await onServer(owner, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE}`);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'parapet-data-'));
  const config = loadConfig({
    DATABASE_URL: addressOf(runtime, name),
    PARAPET_DATA_DIR: dataDirectory,
    PARAPET_LOG_LEVEL: 'silent',
    ...environment,
  });
  ensureRootKey(config);
  return {
    config,
    ownerUrl: addressOf(owner, name),
    drop: async () => {
      await dropDatabase(owner, name);
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** A running web process on a database of its own. */
export interface TestApp extends TestDatabase {
  app: NestFastifyApplication;
  source: DataSource;
  close(): Promise<void>;
}

/** Starts the web process for a test file. @param environment settings that differ from the defaults. */
export async function startTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase(environment);
  const app = await createApp(database.config, Logger.create('web', 'silent'));
  return {
    ...database,
    app,
    source: app.get(DataSource),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
