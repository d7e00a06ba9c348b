import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Scene } from './fault.js';

const ROUNDS = 5;
const FROZEN_MS = 10_000;
const RECOVERS_MS = 15_000;
const ENDS_WITHIN_MS = 10_000;

/** With the queue on PostgreSQL, as in the small installation. */
export const POSTGRES_FAULTS: readonly Fault[] = [
  {
    name: 'a worker is killed in mid-job, five times',
    cause: async ({ installation, writers }) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await writers.untilAcknowledged(60);
        const worker = installation.workers[round % installation.workers.length]!;
        await worker.kill();
        worker.start();
      }
    },
  },
  {
    name: 'the web process is killed under load, five times',
    cause: async ({ installation, writers }) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await writers.untilAcknowledged(60);
        await installation.web.kill();
        installation.web.start();
        await installation.untilReady();
      }
    },
  },
  {
    name: 'the database is frozen for ten seconds',
    cause: async (scene) => {
      const goOn = scene.database.freeze();
      await pause(FROZEN_MS);
      goOn();
      await recover(scene);
    },
  },
  {
    name: 'the database is stopped for ten seconds',
    cause: async (scene) => {
      await scene.database.stop();
      await pause(FROZEN_MS);
      await scene.database.startAgain();
      await recover(scene);
    },
  },
  {
    name: 'the database is killed',
    cause: async (scene) => {
      scene.database.kill();
      await pause(1_000);
      await scene.database.startAgain();
      await recover(scene);
    },
  },
  {
    name: 'web and worker are asked to end under load',
    cause: async ({ installation }) => {
      for (const server of [installation.web, ...installation.workers]) {
        const { code, ms } = await server.stop();
        if (code !== 0 || ms > ENDS_WITHIN_MS) {
          throw new Error(`A process ended with ${code} after ${ms} ms:\n${server.lastWords()}`);
        }
        server.start();
      }
      await installation.untilReady();
    },
  },
];

/** With the queue on Redis. */
export const REDIS_FAULTS: readonly Fault[] = [
  {
    name: 'Redis is emptied while jobs wait in it',
    cause: async ({ installation, redis, writers }) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await writers.untilAcknowledged(60);
        await redis?.ask('FLUSHALL');
      }
      await Promise.all(installation.workers.map((worker) => worker.kill()));
      await redis?.ask('FLUSHALL');
      for (const worker of installation.workers) worker.start();
    },
  },
  {
    name: 'Redis is gone for five seconds, and writes are taken all the same',
    cause: async ({ redis, writers }) => {
      await redis?.kill();
      await writers.untilAcknowledged(60);
      await pause(5_000);
      await redis?.begin();
    },
  },
];

/** The processes are to come back by themselves, and to have stayed alive. */
async function recover({ installation }: Scene): Promise<void> {
  const took = await installation.untilReady();
  if (took > RECOVERS_MS) throw new Error(`The pages came back only after ${took} ms.`);
  const dead = [installation.web, ...installation.workers].filter((server) => !server.isRunning);
  if (dead.length > 0) throw new Error(`A process has ended:\n${dead[0]!.lastWords()}`);
}
