import { withServices } from '../../apps/cli/src/open-app.js';
import { ApiTokensService, SignInService } from '#identity';
import type { OrganisationId } from '#kernel';
import type { Checklist } from '../support/checklist.js';
import { Installation } from '../support/installation.js';
import type { RedisServer } from '../support/redis-server.js';
import type { Database } from './database.js';
import type { Fault } from './fault.js';
import { type Balance, Ledger } from './ledger.js';
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
    const { token, organisationId } = await makeToken(installation);
    const ledger = new Ledger(installation.config, organisationId);
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
        const left = await ledger.drain();
        requireBalanced(await ledger.balance(writers.told), writers, left, list);
      });
    }
  } finally {
    await installation.stop();
  }
}

function requireBalanced(balance: Balance, { told }: Writers, left: number, list: Checklist): void {
  const { acknowledged, auditFaults, ...faults } = balance;
  const figures = { ...faults, auditFaults: auditFaults.length, left };
  const words = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
  list.say(
    `    acknowledged ${acknowledged}, ${words.join(', ')}; sent again ${told.retries}, ` +
      `unanswered ${told.unanswered.size}, slowest answer ${told.slowest} ms`,
  );
  if (Object.values(figures).some((figure) => figure !== 0)) {
    throw new Error(`It does not balance. ${auditFaults.slice(0, 3).join('; ')}`);
  }
}

async function makeToken(installation: Installation) {
  const { email, password } = installation.signInOf('adviser@mdo.example');
  return withServices(async (app) => {
    const actor = await app.get(SignInService).signIn(email, password, '127.0.0.1');
    const made = await app.get(ApiTokensService).make(actor, {
      name: 'faults',
      scopes: ['case:read', 'case:write'],
      days: 1,
    });
    const organisationId: OrganisationId = actor.organisationId;
    return { token: made.token, organisationId };
  }, installation.config);
}
