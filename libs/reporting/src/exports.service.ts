import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { type Actor, requireAnyPermission, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, type Id, newId, NotFound, type Page, type PageQuery } from '#kernel';
import { OutboxRepository, Transactions } from '#platform';
import {
  type Export,
  EXPORT_PERMISSIONS,
  exportAt,
  type ExportKind,
  MOST_AT_ONCE,
  requireFile,
} from './export.js';
import { ExportRepository } from './export.repository.js';
import { ExportStore } from './export-store.js';
import { checkPeriod, type Period } from './period.js';
import { makeExport } from './reporting.jobs.js';

const MAKERS = Object.values(EXPORT_PERMISSIONS);

/** Files of figures: asked for, followed and downloaded by one person only. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly tx: Transactions,
    private readonly exports: ExportRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
    private readonly store: ExportStore,
  ) {}

  /**
   * Asks for a file of the cases opened, of what became of the reports sent, or of the press enquiries that came, in a period.
   *
   * @throws Forbidden; Invalid `period-wrong`; Conflict `export-too-many`
   */
  create(actor: Actor, period: Period, kind: ExportKind = 'cases'): Promise<Export> {
    requirePermission(actor, EXPORT_PERMISSIONS[kind]);
    checkPeriod(period);
    const { organisationId, personId } = actor;
    return this.tx.run(scopeOfActor(actor), async () => {
      if ((await this.exports.countUnfinished(organisationId, personId)) >= MOST_AT_ONCE) {
        throw new Conflict(
          'export-too-many',
          `You have ${MOST_AT_ONCE} exports that are not finished. Wait for one of them.`,
        );
      }
      const made = newExport(actor, { period, kind }, this.clock.now());
      await this.exports.insert(organisationId, made);
      await this.trail.record(actor, 'export.requested', subject(made), { kind, ...period });
      await this.outbox.add(organisationId, makeExport, { exportId: made.id });
      return made;
    });
  }

  /** The person's own exports, newest first. @throws Unreadable `cursor-wrong` */
  list(actor: Actor, query: PageQuery): Promise<Page<Export>> {
    requireAnyPermission(actor, MAKERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const { organisationId, personId } = actor;
      const page = await this.exports.list(organisationId, personId, query);
      const now = this.clock.now();
      return { ...page, items: page.items.map((found) => exportAt(found, now)) };
    });
  }

  /** @throws NotFound `export-not-found`, alike for one that is not there and one of somebody else. */
  get(actor: Actor, id: Id): Promise<Export> {
    requireAnyPermission(actor, MAKERS);
    return this.tx.run(scopeOfActor(actor), async () => {
      const found = await this.exports.find(actor.organisationId, id);
      if (!found || found.requestedBy !== actor.personId) {
        throw new NotFound('export-not-found', 'We could not find that export.');
      }
      requirePermission(actor, EXPORT_PERMISSIONS[found.kind]);
      return exportAt(found, this.clock.now());
    });
  }

  /** Opens the file for one download, which is recorded. @throws as {@link get} and `requireFile`. */
  download(actor: Actor, id: Id): Promise<{ made: Export; content: Readable }> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const made = await this.get(actor, id);
      requireFile(made);
      const content = await this.store.open(actor.organisationId, made);
      await this.trail.record(actor, 'export.downloaded', subject(made), { rows: made.rowsDone });
      return { made, content };
    });
  }
}

function newExport(
  actor: Actor,
  { period, kind }: Pick<Export, 'period' | 'kind'>,
  now: Date,
): Export {
  return {
    id: newId(),
    requestedBy: actor.personId,
    kind,
    period,
    state: 'waiting',
    rowsDone: 0,
    rowsTotal: null,
    createdAt: now,
    readyAt: null,
    expiresAt: null,
  };
}

function subject({ id }: Export) {
  return { type: 'export', id };
}
