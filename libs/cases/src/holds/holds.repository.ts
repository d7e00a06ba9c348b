import { Injectable } from '@nestjs/common';
import { Conflict, type Id, NotFound, type PersonId } from '#kernel';
import { Transactions } from '#platform';
import type { Case } from '../case.js';
import type { CaseKeeping, Hold, HoldPlan, HoldWords } from './hold.js';

/** A new hold as it is written. */
interface HoldRow extends HoldPlan {
  readonly id: Id;
  readonly stepKey: string | null;
  readonly setBy: PersonId;
  readonly setAt: Date;
}

/** Who says what about ending a hold. */
interface Said {
  readonly by: PersonId;
  readonly at: Date;
  readonly reason: string;
}

type Row = Omit<Hold, 'liftAsked' | 'keptOn' | 'lifted'> & {
  liftBy: PersonId | null;
  liftByName: string;
  liftAt: Date;
  liftReason: string;
  keptOnByName: string | null;
  keptOnAt: Date;
  keptOnReason: string;
  liftedByName: string | null;
  liftedAt: Date;
  liftedReason: string;
};

const SELECT = `select h.id, h.evidence_id as "evidenceId", h.asked_by as "askedBy",
    h.their_reference as "theirReference", h.reason, h.from_on::text as "fromOn",
    h.review_on::text as "reviewOn", s.name as "setByName", h.set_at as "setAt",
    h.lift_asked_by as "liftBy", a.name as "liftByName", h.lift_asked_at as "liftAt",
    h.lift_reason as "liftReason", k.name as "keptOnByName", h.kept_on_at as "keptOnAt",
    h.kept_on_reason as "keptOnReason", l.name as "liftedByName", h.lifted_at as "liftedAt",
    h.lifted_reason as "liftedReason", h.version
  from case_hold h
  join person s on s.organisation_id = h.organisation_id and s.id = h.set_by
  left join person a on a.organisation_id = h.organisation_id and a.id = h.lift_asked_by
  left join person k on k.organisation_id = h.organisation_id and k.id = h.kept_on_by
  left join person l on l.organisation_id = h.organisation_id and l.id = h.lifted_by
  where h.organisation_id = $1 and h.case_id = $2`;

/** Keeps holds. Callers have found the case for their person first. */
@Injectable()
export class HoldsRepository {
  constructor(private readonly tx: Transactions) {}

  /** The holds of a case: those that last first, then the newest. */
  async list(found: Case): Promise<Hold[]> {
    const rows = await this.tx.query<Row>(
      `${SELECT} order by h.lifted_at is not null, h.set_at desc, h.id desc limit 200`,
      [found.organisationId, found.id],
    );
    return rows.map(holdOf);
  }

  /** @throws NotFound `hold-not-found` */
  async get(found: Case, id: Id): Promise<Hold> {
    const rows = await this.tx.query<Row>(`${SELECT} and h.id = $3`, [
      found.organisationId,
      found.id,
      id,
    ]);
    if (!rows[0]) throw new NotFound('hold-not-found', 'We could not find that hold.');
    return holdOf(rows[0]);
  }

  /** Waits for deletions that have begun. @returns false where the same step has set its hold before. */
  async insert({ organisationId, id: caseId }: Case, hold: HoldRow): Promise<boolean> {
    await this.tx.query(
      `select from case_record where organisation_id = $1 and id = $2 for no key update`,
      [organisationId, caseId],
    );
    const rows = await this.tx.query(
      `insert into case_hold (id, organisation_id, case_id, evidence_id, asked_by, their_reference, reason,
         from_on, review_on, step_key, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       on conflict (organisation_id, case_id, step_key) where step_key is not null do nothing returning id`,
      [
        hold.id,
        organisationId,
        caseId,
        hold.evidenceId,
        hold.askedBy,
        hold.theirReference,
        hold.reason,
        hold.fromOn,
        hold.reviewOn,
        hold.stepKey,
        hold.setBy,
        hold.setAt,
      ],
    );
    return rows.length > 0;
  }

  /** Writes down that somebody asks for a hold to be lifted. @throws Conflict `hold-changed` */
  askToLift(found: Case, hold: Hold, { by, at, reason }: Said): Promise<void> {
    const set = 'lift_asked_by = $5, lift_asked_at = $6, lift_reason = $7';
    return this.update(found, hold, set, [by, at, reason]);
  }

  /** Lifts a hold. @throws Conflict `hold-changed` */
  lift(found: Case, hold: Hold, { by, at, reason }: Said): Promise<void> {
    const set = 'lifted_by = $5, lifted_at = $6, lifted_reason = $7';
    return this.update(found, hold, set, [by, at, reason]);
  }

  /** Leaves a hold on: that somebody asked is answered. @throws Conflict `hold-changed` */
  keepOn(found: Case, hold: Hold, { by, at, reason }: Said): Promise<void> {
    const answered = 'lift_asked_by = null, lift_asked_at = null, lift_reason = null';
    const set = `${answered}, kept_on_by = $5, kept_on_at = $6, kept_on_reason = $7`;
    return this.update(found, hold, set, [by, at, reason]);
  }

  /** What stands in the way of changing what belongs to a case. */
  async keepingOf({ organisationId, id }: Case): Promise<CaseKeeping> {
    const rows = await this.tx.query<CaseKeeping>(
      `select c.sealed_items as "sealedItems", (select count(*)::int from case_hold h
          where h.organisation_id = $1 and h.case_id = $2 and h.lifted_at is null) as "openHolds"
         from case_record c where c.organisation_id = $1 and c.id = $2`,
      [organisationId, id],
    );
    return rows[0]!;
  }

  /** Whether a hold covers the whole case, or one item of it. */
  async isHeld({ organisationId, id }: Case, evidenceId: Id | null): Promise<boolean> {
    const rows = await this.tx.query<{ held: boolean }>(`select is_held($1, $2, $3) as held`, [
      organisationId,
      id,
      evidenceId,
    ]);
    return rows[0]!.held;
  }

  private async update(found: Case, hold: Hold, set: string, values: unknown[]): Promise<void> {
    const [rows] = await this.tx.manager.query<[unknown[], number]>(
      `update case_hold set ${set}, version = version + 1
        where organisation_id = $1 and case_id = $2 and id = $3 and version = $4 and lifted_at is null
        returning id`,
      [found.organisationId, found.id, hold.id, hold.version, ...values],
    );
    if (rows.length > 0) return;
    throw new Conflict('hold-changed', 'Somebody else changed this hold first. Look at it again.');
  }
}

function holdOf({ liftBy, liftByName, liftAt, liftReason, ...row }: Row): Hold {
  const { keptOnByName, keptOnAt, keptOnReason, liftedByName, liftedAt, liftedReason, ...hold } =
    row;
  return {
    ...hold,
    liftAsked: liftBy ? { by: liftBy, byName: liftByName, at: liftAt, reason: liftReason } : null,
    keptOn: wordsOf(keptOnByName, keptOnAt, keptOnReason),
    lifted: wordsOf(liftedByName, liftedAt, liftedReason),
  };
}

function wordsOf(byName: string | null, at: Date, reason: string): HoldWords | null {
  return byName === null ? null : { byName, at, reason };
}
