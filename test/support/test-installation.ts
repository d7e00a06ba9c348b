import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { Logger } from '#platform';
import { startTestApp, type TestApp } from './test-app.js';

/** Web and worker on a database of their own, as they run in an installation. */
export interface TestInstallation extends TestApp {
  worker: INestApplicationContext;
}

/** Starts both processes' applications inside the test. */
export async function startTestInstallation(): Promise<TestInstallation> {
  const web = await startTestApp();
  const logger = Logger.create('worker', 'silent');
  const worker = await NestFactory.createApplicationContext(WorkerModule.with(web.config, logger), {
    logger,
    abortOnError: false,
  });
  await worker.init();
  const close = async () => {
    await worker.close();
    await web.close();
  };
  return { ...web, worker, close };
}

/** Waits until what the worker does in the background has come about. @throws Error after 15 seconds */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 15_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`It did not come about that ${what}.`);
    await new Promise((wait) => setTimeout(wait, 100));
  }
}
