import 'reflect-metadata';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from '#audit';
import { CASE_ENTITIES, CasesModule } from '#cases';
import { IdentityModule } from '#identity';
import { ReferralsModule } from '#referrals';
import { ReportingModule } from '#reporting';
import { INTAKE_ENTITIES, IntakeModule } from '#intake';
import { type Config, Logger, PlatformModule } from '#platform';
import { RESPONSE_ENTITIES, ResponsesModule } from '#responses';
import { commandConfig } from './command-config.js';

/** The services, for a command that works on the data. */
@Module({})
class CliModule {}

/** Somebody waits at the command line for a database that is there or is not. */
const PATIENCE_MS = 5_000;

/**
 * Runs work with the services of the product, and closes them.
 *
 * @param config the settings; those of {@link commandConfig} unless given.
 */
export async function withServices<T>(
  work: (app: INestApplicationContext, config: Config) => Promise<T>,
  config: Config = commandConfig(),
): Promise<T> {
  const logger = Logger.create('cli', 'error');
  const module = {
    module: CliModule,
    imports: [
      PlatformModule.with({
        config,
        logger,
        entities: [...CASE_ENTITIES, ...INTAKE_ENTITIES, ...RESPONSE_ENTITIES],
        patience: PATIENCE_MS,
      }),
      AuditModule,
      IdentityModule,
      CasesModule,
      IntakeModule,
      ReferralsModule,
      ResponsesModule,
      ReportingModule,
    ],
  };
  const app = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
  try {
    return await work(app, config);
  } finally {
    await app.close();
  }
}
