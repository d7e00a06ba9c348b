import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { withServices } from '../../apps/cli/src/open-app.js';
import { AuditVerifier, CheckpointFile } from '#audit';
import type { OrganisationId } from '#kernel';
import { type Config, KeyRing } from '#platform';
import type { Told } from './writers.js';

/** What the database holds against what the writers were told. */
export interface Balance {
  readonly acknowledged: number;
  /** Acknowledged and not there, or there under another reference. */
  readonly lost: number;
  /** Titles that are there more than once. */
  readonly doubled: number;
  /** Cases without exactly one `case.opened`. */
  readonly eventFaults: number;
  /** Jobs that are not done, and cases without exactly one job of their opening. */
  readonly jobFaults: number;
  /** Counted figures that differ from the cases. */
  readonly figureFaults: number;
  readonly auditFaults: readonly string[];
}

const DRAIN_MS = 180_000;

/** Asks the database itself, past the application, on behalf of one organisation. */
export class Ledger {
  constructor(
    private readonly config: Config,
    private readonly organisationId: OrganisationId,
  ) {}

  /** Waits until all jobs are done and all events are sealed. @returns how many are left after 3 minutes. */
  async drain(): Promise<number> {
    const giveUpAt = Date.now() + DRAIN_MS;
    for (;;) {
      const left = await this.countOpenWork();
      if (left === 0 || Date.now() > giveUpAt) return left;
      await pause(250);
    }
  }

  /** Jobs that wait, and events that no seal holds yet. */
  countOpenWork(): Promise<number> {
    return this.number(
      `select (select count(*) from outbox where done_at is null)
            + (select count(*) from audit_unsealed) as figure`,
    );
  }

  async balance({ acknowledged, unanswered }: Told): Promise<Balance> {
    const titles = [...acknowledged.keys(), ...unanswered];
    const stored = await this.ask<{
      title: string;
      reference: string;
      events: number;
      jobs: number;
    }>(
      `select title, reference,
              (select count(*)::int from audit_event
                where subject_id = case_record.id and action = 'case.opened') as events,
              (select count(*)::int from outbox
                where payload->>'caseId' = case_record.id::text and done_at is not null) as jobs
         from case_record where title = any($1)`,
      [titles],
    );
    const found = new Set(stored.map((row) => `${row.title}\n${row.reference}`));
    const isThere = ([title, reference]: [string, string]) => found.has(`${title}\n${reference}`);
    return {
      acknowledged: acknowledged.size,
      lost: [...acknowledged].filter((entry) => !isThere(entry)).length,
      doubled: stored.length - new Set(stored.map(({ title }) => title)).size,
      eventFaults: stored.filter(({ events }) => events !== 1).length,
      jobFaults: stored.filter(({ jobs }) => jobs !== 1).length + (await this.countOpenWork()),
      figureFaults: await this.countFigureFaults(),
      auditFaults: await this.verifyAudit(),
    };
  }

  /** A job done twice would count its case twice. */
  private countFigureFaults(): Promise<number> {
    return this.number(
      `select abs((select count(*) from case_record)
                - (select coalesce(sum(count), 0) from figure_count where dimension = 'all')) as figure`,
    );
  }

  private async verifyAudit(): Promise<string[]> {
    const checkpoints = await new CheckpointFile(
      this.config.dataDirectory,
      this.organisationId,
    ).read();
    const found = await withServices(
      (app) =>
        app
          .get(AuditVerifier)
          .verify(this.organisationId, checkpoints, app.get(KeyRing).checkpointKey.publicKey),
      this.config,
    );
    return found.faults.map(({ kind, where }) => `${kind} ${where}`);
  }

  private async number(sql: string): Promise<number> {
    const [row] = await this.ask<{ figure: string }>(sql);
    return Number(row?.figure);
  }

  private async ask<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.config.databaseUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('role', 'parapet_runtime', true),
                set_config('app.organisation', $1, true), set_config('app.person', 'system', true)`,
        [this.organisationId],
      );
      return (await client.query<Row>(sql, parameters)).rows;
    } finally {
      await client.end();
    }
  }
}
