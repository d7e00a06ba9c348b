import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Case, CaseKeys, isPrivilegedSql } from '#cases';
import { Conflict, type Id, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Answers } from './answers.js';
import { questionsOf, type WorksheetKind } from './kind.js';
import type { Worksheet } from './worksheet.js';

interface Row extends Omit<Worksheet, 'answers'> {
  readonly plain: unknown;
  readonly sealed: Buffer | null;
}

/** What a change of a worksheet writes. */
export interface WorksheetChange {
  readonly state?: string;
  readonly answers?: Answers;
  /** Whether the person is an author from now on. */
  readonly isWritten?: boolean;
  /** Whether it waits for its sign-off from now on, or still. */
  readonly isWaiting?: boolean;
  readonly signed?: {
    readonly decision: string;
    readonly reason: string;
    readonly dissent: string;
  };
  readonly withdrawnReason?: string;
  readonly by: PersonId;
  readonly at: Date;
}

const answersShape = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const SELECT = `select w.id, w.kind, w.state, w.answers as plain, w.answers_sealed as sealed, w.authors,
    o.name as "openedByName", w.opened_at as "openedAt", c.name as "changedByName", w.changed_at as "changedAt", w.waiting_since as "waitingSince",
    s.name as "signedByName", w.signed_at as "signedAt", coalesce(w.decision, '') as decision,
    coalesce(w.decision_reason, '') as "decisionReason", coalesce(w.dissent, '') as dissent,
    coalesce(w.withdrawn_reason, '') as "withdrawnReason", ${isPrivilegedSql('w')} as "isPrivileged", w.version
  from worksheet w
  join person o on o.organisation_id = w.organisation_id and o.id = w.opened_by
  join person c on c.organisation_id = w.organisation_id and c.id = w.changed_by
  left join person s on s.organisation_id = w.organisation_id and s.id = w.signed_by
  where w.organisation_id = $1 and w.case_id = $2`;

/** Keeps worksheets. Every method runs in the unit of work of an organisation. */
@Injectable()
export class WorksheetRepository {
  constructor(
    private readonly tx: Transactions,
    private readonly keys: CaseKeys,
  ) {}

  /** The worksheets of a case that were not withdrawn, without their answers. */
  async list(found: Case): Promise<Worksheet[]> {
    const rows = await this.tx.query<Row>(
      `${SELECT} and w.state <> 'withdrawn' order by w.opened_at, w.id`,
      [found.organisationId, found.id],
    );
    return rows.map(({ plain: _plain, sealed: _sealed, ...row }) => ({ ...row, answers: {} }));
  }

  /** The same with the answers that are kept in the open; what is sealed stays so. */
  async listOpenAnswers(found: Case): Promise<Worksheet[]> {
    const rows = await this.tx.query<Row>(`${SELECT} and w.state <> 'withdrawn'`, [
      found.organisationId,
      found.id,
    ]);
    return rows.map(({ plain, sealed: _sealed, ...row }) => ({
      ...row,
      answers: answersShape.parse(plain),
    }));
  }

  /** The worksheet of a kind that was not withdrawn, opened. @throws SealBroken */
  async find(found: Case, kind: string): Promise<Worksheet | undefined> {
    const rows = await this.tx.query<Row>(`${SELECT} and w.kind = $3 and w.state <> 'withdrawn'`, [
      found.organisationId,
      found.id,
      kind,
    ]);
    return rows[0] && this.opened(found, rows[0]);
  }

  /** @throws Conflict `worksheet-open-already` */
  async insert(
    found: Case,
    { id: kind, signOff }: WorksheetKind,
    opened: { id: Id; by: PersonId; at: Date },
  ): Promise<void> {
    const rows = await this.tx.query<{ id: Id }>(
      `insert into worksheet (id, organisation_id, case_id, kind, needs_other, opened_by, opened_at,
         changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $6, $7)
       on conflict (organisation_id, case_id, kind) where state <> 'withdrawn' do nothing returning id`,
      [
        opened.id,
        found.organisationId,
        found.id,
        kind,
        signOff.needsOther ?? false,
        opened.by,
        opened.at,
      ],
    );
    if (rows.length > 0) return;
    throw new Conflict('worksheet-open-already', 'This worksheet has been opened already.');
  }

  /** Changes a worksheet that is still as it was read. @throws Conflict `worksheet-changed` */
  async update(
    found: Case,
    worksheet: Worksheet,
    { kind, change }: { kind: WorksheetKind; change: WorksheetChange },
  ): Promise<void> {
    const { plain, sealed } = await this.closed(found, worksheet, {
      kind,
      answers: change.answers ?? worksheet.answers,
    });
    const { signed } = change;
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update worksheet set state = $5, answers = $6, answers_sealed = $7, changed_by = $8, changed_at = $9,
         authors = case when $10 and $8 <> all (authors) then authors || $8::uuid else authors end,
         signed_by = case when $11 then $8 else signed_by end,
         signed_at = case when $11 then $9 else signed_at end,
         decision = coalesce(nullif($12, ''), decision),
         decision_reason = coalesce(nullif($13, ''), decision_reason),
         dissent = coalesce(nullif($14, ''), dissent),
         withdrawn_reason = $15, waiting_since = case when $16 then coalesce(waiting_since, $9) end,
         version = version + 1
       where organisation_id = $1 and case_id = $2 and id = $3 and version = $4 returning id`,
      [
        found.organisationId,
        found.id,
        worksheet.id,
        worksheet.version,
        change.state ?? worksheet.state,
        plain,
        sealed,
        change.by,
        change.at,
        change.isWritten ?? false,
        signed !== undefined,
        signed?.decision ?? '',
        signed?.reason ?? '',
        signed?.dissent ?? '',
        change.withdrawnReason ?? null,
        change.isWaiting ?? false,
      ],
    );
    if (rows.length > 0) return;
    const message = 'Somebody else changed this worksheet first. Look at it again.';
    throw new Conflict('worksheet-changed', message);
  }

  private async opened(found: Case, { plain, sealed, ...row }: Row): Promise<Worksheet> {
    const open = answersShape.parse(plain);
    if (!sealed) return { ...row, answers: open };
    const cipher = await this.keys.of(found.organisationId, found.id);
    const secret = answersShape.parse(JSON.parse(cipher.open(sealed, cell(row.id))));
    return { ...row, answers: { ...open, ...secret } };
  }

  /** Answers as they are kept: those to sensitive questions only ever sealed. */
  private async closed(
    found: Case,
    { id }: Worksheet,
    { kind, answers }: { kind: WorksheetKind; answers: Answers },
  ): Promise<{ plain: string; sealed: Buffer | null }> {
    const open = new Set(
      questionsOf(kind)
        .filter(({ isSensitive }) => !isSensitive)
        .map((question) => question.id),
    );
    const entries = Object.entries(answers);
    const secret = entries.filter(([question]) => !open.has(question));
    const plain = JSON.stringify(
      Object.fromEntries(entries.filter(([question]) => open.has(question))),
    );
    if (secret.length === 0) return { plain, sealed: null };
    const cipher = await this.keys.of(found.organisationId, found.id);
    return { plain, sealed: cipher.seal(JSON.stringify(Object.fromEntries(secret)), cell(id)) };
  }
}

function cell(id: Id): string {
  return `worksheet.answers_sealed:${id}`;
}
