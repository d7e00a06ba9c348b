import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = ['evidence_item', 'sent_file'] as const;

/** What a picture tells besides what it shows, such as where it was made: codes only. Null where nobody looked when it was kept. */
export class WhatFilesTell1763798001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await runner.query(`alter table ${table} add column tells text[]
        check (tells <@ array['place', 'time', 'device', 'words', 'unread'])`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`alter table ${table} drop column tells`);
  }
}
