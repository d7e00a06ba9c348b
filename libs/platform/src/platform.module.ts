import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { join } from 'node:path';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Clock, SystemClock } from '#kernel';
import type { Config } from './config/config.js';
import { connect, createDataSource } from './database/data-source.js';
import { Transactions } from './database/transactions.js';
import { FileStore } from './files/file-store.js';
import { IdempotencyKeys } from './idempotency/idempotency-keys.repository.js';
import { KeyRing } from './keys/key-ring.js';
import { openKeyRing } from './keys/root-key.js';
import { Logger } from './logging/logger.js';
import { KeepingMailer, Mailer } from './mail/mailer.js';
import { SmtpMailer } from './mail/smtp-mailer.js';
import { JobProcessor } from './outbox/job-processor.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { OutboxRepository } from './outbox/outbox.repository.js';
import { JobQueue } from './queue/job-queue.js';
import { DocumentRenderer } from './rendering/document-renderer.js';

/** Injection token of the validated settings. */
export const CONFIG = Symbol('config');

export interface PlatformOptions {
  config: Config;
  logger: Logger;
  entities: EntityTarget<ObjectLiteral>[];
  /** How long a database that does not answer is waited for at the start, in milliseconds; 30,000 if not said. */
  patience?: number;
}

/** What every process stands on: settings, database, keys, queue, files, logs, time. */
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  static with({ config, logger, entities, patience }: PlatformOptions): DynamicModule {
    const lost = (error: Error) => logger.warn('database.connection-lost', { error });
    const source = {
      provide: DataSource,
      useFactory: () =>
        connect(() => createDataSource(config.databaseUrl, entities, lost), patience),
    };
    const values = [
      { provide: CONFIG, useValue: config },
      { provide: Logger, useValue: logger },
      { provide: Clock, useClass: SystemClock },
      { provide: KeyRing, useFactory: () => openKeyRing(config) },
      { provide: DocumentRenderer, useFactory: () => new DocumentRenderer() },
      { provide: JobQueue, useFactory: () => new JobQueue(config) },
      { provide: Mailer, useFactory: () => openMailer(config) },
      { provide: FileStore, useFactory: () => new FileStore(join(config.dataDirectory, 'files')) },
    ];
    const services = [Transactions, IdempotencyKeys, OutboxRepository, OutboxRelay, JobProcessor];
    return {
      module: PlatformModule,
      global: true,
      providers: [source, ...values, ...services],
      exports: [DataSource, ...values.map((value) => value.provide), ...services],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

function openMailer({ smtpUrl, mailFrom }: Config): Mailer {
  return smtpUrl ? new SmtpMailer(smtpUrl, mailFrom) : new KeepingMailer();
}
