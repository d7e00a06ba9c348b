import type { INestApplicationContext, ModuleMetadata } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { AuditModule } from '#audit';
import { CASE_ENTITIES, CasesModule } from '#cases';
import { IdentityModule } from '#identity';
import type { OrganisationId } from '#kernel';
import { Logger, PlatformModule } from '#platform';
import { createTestDatabase, type TestDatabase } from './test-app.js';

/** The services on a database of their own, without the web. */
export interface TestServices extends TestDatabase {
  app: INestApplicationContext;
  close(): Promise<void>;
}

@Module({})
class TestModule {}

/**
 * Starts the services for a test file.
 *
 * @param providers further ones that the test brings.
 * @param beside a process on whose database these run too; closing these leaves it.
 */
export async function startTestServices(
  providers: NonNullable<ModuleMetadata['providers']> = [],
  beside?: TestDatabase,
): Promise<TestServices> {
  const database = beside ?? (await createTestDatabase());
  const logger = Logger.create('test', 'silent');
  const app = await NestFactory.createApplicationContext(
    {
      module: TestModule,
      providers,
      imports: [
        PlatformModule.with({
          config: database.config,
          logger,
          entities: [...CASE_ENTITIES],
        }),
        AuditModule,
        IdentityModule,
        CasesModule,
      ],
    },
    { logger, abortOnError: false },
  );
  const close = async () => {
    await app.close();
    if (!beside) await database.drop();
  };
  return { ...database, app, close };
}

/** Works as the role that owns the tables, with the rows of one organisation before it. */
export async function asOwner<T>(
  { ownerUrl }: TestDatabase,
  organisationId: OrganisationId,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select set_config('app.organisation', $1, false)`, [organisationId]);
    return await work(client);
  } finally {
    await client.end();
  }
}
