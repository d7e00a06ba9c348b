import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { configFromEnvironment, ConfigError, KeyError, Logger } from '#platform';
import { WorkerModule } from './worker.module.js';

async function main(): Promise<void> {
  const config = configFromEnvironment();
  const logger = Logger.create('worker', config.logLevel);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config, logger), {
    logger,
    abortOnError: false,
  });
  // Exit code 0 when asked to end: supervisors take a death by signal for a crash.
  app.enableShutdownHooks([], { useProcessExit: true });
  logger.info('worker.working');
}

main().catch((error: unknown) => {
  const isKnown = error instanceof ConfigError || error instanceof KeyError;
  process.stderr.write(
    `${isKnown ? error.message : `The worker cannot start: ${String(error)}`}\n`,
  );
  process.exit(1);
});
