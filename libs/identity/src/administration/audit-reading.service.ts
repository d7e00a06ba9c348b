import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type AuditEntry, type AuditFilter, AuditSealer, AuditTrail, type LogEnd } from '#audit';
import { Invalid, type Page } from '#kernel';
import { Transactions } from '#platform';
import { type Actor, can, requirePermission, scopeOfActor } from '../actor.js';

/** Which events a list shows. */
export interface AuditQuery extends AuditFilter {
  /** 1 to 100. */
  limit: number;
  cursor?: string | undefined;
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

/** The organisation's audit trail, for those who watch over it. */
@Injectable()
export class AuditReading {
  constructor(
    private readonly tx: Transactions,
    private readonly trail: AuditTrail,
    private readonly sealer: AuditSealer,
  ) {}

  /** Whether somebody may see what events say besides who did what to which id, and when. */
  seesContent(actor: Actor): boolean {
    return can(actor, 'case:read') || can(actor, 'case:read-data-protection');
  }

  /**
   * Events, newest first; without their details for those who may not see what cases are about.
   *
   * @throws Forbidden `permission-missing`; Invalid `cursor-wrong`
   */
  async list(actor: Actor, { limit, cursor, ...filter }: AuditQuery): Promise<Page<AuditEntry>> {
    requirePermission(actor, 'audit:read');
    const before = readCursor(cursor);
    const rows = await this.tx.run(scopeOfActor(actor), () =>
      this.trail.listRecent(actor.organisationId, limit + 1, before, filter),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const items = this.seesContent(actor) ? shown : shown.map((row) => ({ ...row, detail: {} }));
    return { items, next: rows.length > limit && last ? writeCursor(last) : null };
  }

  /** How far the log is sealed; undefined before the first seal. @throws Forbidden `permission-missing` */
  sealedTo(actor: Actor): Promise<LogEnd | undefined> {
    requirePermission(actor, 'audit:read');
    return this.tx.run(scopeOfActor(actor), () => this.sealer.end(actor.organisationId));
  }
}

function writeCursor({ at, id }: AuditEntry): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

function readCursor(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (!cursor) return undefined;
  try {
    const [at, id] = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at: new Date(at), id };
  } catch {
    throw new Invalid('cursor-wrong', 'This page of the list cannot be found.', [
      { field: 'cursor', message: 'Start again from the first page.' },
    ]);
  }
}
