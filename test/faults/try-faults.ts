import { withServices } from '../../apps/cli/src/open-app.js';
import { ApiTokensService, SignInService } from '#identity';
import type { Checklist } from '../support/checklist.js';
import { Installation } from '../support/installation.js';
import type { RedisServer } from '../support/redis-server.js';
import type { Database } from './database.js';
import type { Fault } from './fault.js';
import { Ledger } from './ledger.js';
import { Writers } from './writers.js';

const EACH_SIDE = 40;

/** Causes each fault under load, and balances what was told against what is there. */
export async function tryFaults(
  faults: readonly Fault[],
  means: { database: Database; redis?: RedisServer },
  list: Checklist,
): Promise<void> {
  const { database, redis } = means;
  const installation = await Installation.start({
    ownerUrl: database.ownerUrl,
    runtimeUrl: database.runtimeUrl,
    dataDirectory: database.dataDirectory,
    workers: 2,
    ...(redis ? { redisUrl: redis.url } : {}),
  });
  try {
    const { token, ledger } = await openLedger(installation);
    for (const fault of faults) {
      const writers = new Writers(installation.address, token, fault.name);
      await list.check(fault.name, async () => {
        writers.start();
        await writers.untilAcknowledged(EACH_SIDE);
        try {
          await fault.cause({ installation, database, redis, writers });
          await writers.untilAcknowledged(EACH_SIDE);
        } finally {
          await writers.stop();
        }
        await requireBalanced(ledger, writers, list);
      });
    }
  } finally {
    await installation.stop();
  }
}

/** The same without a fault: writes so many cases, and balances. */
export async function writeAndBalance(
  installation: Installation,
  cases: number,
  list: Checklist,
): Promise<void> {
  const { token, ledger } = await openLedger(installation);
  const writers = new Writers(installation.address, token, 'in peace');
  writers.start();
  await writers.untilAcknowledged(cases).finally(() => writers.stop());
  await requireBalanced(ledger, writers, list);
}

async function requireBalanced(ledger: Ledger, { told }: Writers, list: Checklist): Promise<void> {
  const began = Date.now();
  const left = await ledger.drain();
  const drained = Math.round((Date.now() - began) / 1000);
  const { acknowledged, auditFaults, ...faults } = await ledger.balance(told);
  const figures = { ...faults, auditFaults: auditFaults.length, left };
  const words = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
  list.say(
    `    acknowledged ${acknowledged}, ${words.join(', ')}; sent again ${told.retries}, ` +
      `unanswered ${told.unanswered.size}, slowest answer ${told.slowest} ms, all done after ${drained} s`,
  );
  if (Object.values(figures).some((figure) => figure !== 0)) {
    throw new Error(`It does not balance. ${auditFaults.slice(0, 3).join('; ')}`);
  }
}

async function openLedger(installation: Installation): Promise<{ token: string; ledger: Ledger }> {
  const { email, password } = installation.signInOf('adviser@mdo.example');
  return withServices(async (app) => {
    const actor = await app.get(SignInService).signIn(email, password, '127.0.0.1');
    const { token } = await app.get(ApiTokensService).make(actor, {
      name: 'faults',
      scopes: ['case:read', 'case:write'],
      days: 1,
    });
    return { token, ledger: new Ledger(installation.config, actor.organisationId) };
  }, installation.config);
}
