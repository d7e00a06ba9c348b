import 'reflect-metadata';
import { configFromEnvironment, ConfigError, KeyError, Logger } from '#platform';
import { createApp } from './create-app.js';

async function main(): Promise<void> {
  const config = configFromEnvironment();
  const logger = Logger.create('web', config.logLevel);
  const app = await createApp(config, logger);
  await app.listen(config.port, config.host);
  logger.info('web.listening', { port: config.port });
}

main().catch((error: unknown) => {
  const isKnown = error instanceof ConfigError || error instanceof KeyError;
  process.stderr.write(
    `${isKnown ? error.message : `The web process cannot start: ${String(error)}`}\n`,
  );
  process.exit(1);
});
