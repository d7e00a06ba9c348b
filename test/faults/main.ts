import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Checklist } from '../support/checklist.js';
import { RedisServer } from '../support/redis-server.js';
import { removeLeftovers } from '../support/throw-away-server.js';
import { Database } from './database.js';
import type { Fault } from './fault.js';
import { POSTGRES_FAULTS, REDIS_FAULTS } from './faults.js';
import { tryFaults } from './try-faults.js';

// Faults under load: `npm run test:faults [words of a fault's name]`.
const list = new Checklist();
const words = process.argv[2] ?? '';
await removeLeftovers();
await onDatabase(POSTGRES_FAULTS, undefined);
const redis = await RedisServer.start();
await onDatabase(REDIS_FAULTS, redis).finally(() => redis.remove());
process.exit(list.finish());

async function onDatabase(all: readonly Fault[], redisServer: RedisServer | undefined) {
  const faults = all.filter(({ name }) => name.includes(words));
  if (faults.length === 0) return;
  list.say(redisServer ? 'Queue on Redis' : 'Queue on PostgreSQL');
  const folder = mkdtempSync(join(tmpdir(), 'parapet-test-'));
  writeFileSync(join(folder, 'run.pid'), String(process.pid));
  // The server's account has to pass through when this is run as root.
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
  const database = await Database.start(folder);
  try {
    await tryFaults(faults, { database, ...(redisServer ? { redis: redisServer } : {}) }, list);
  } finally {
    await database.stop();
    rmSync(database.dataDirectory, { recursive: true, force: true });
  }
}
