import type { INestApplicationContext } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { hashPassword, OrganisationKeys } from '#identity';
import { newId, type OrganisationId, type PersonId } from '#kernel';
import { KeyRing, scopeOf, Transactions } from '#platform';
import { bytes, insertRows } from './insert-rows.js';

/** Cases for each made-up doctor, and for each export, failed job and answered alert. */
const CASES_EACH = { doctor: 50, export: 100, failure: 200, doneJob: 20, alert: 100 };
const DAY = 86_400_000;

/** Whose surroundings are made up, and for how many cases. */
export interface Surroundings {
  readonly organisationId: OrganisationId;
  readonly caseworker: PersonId;
  readonly cases: number;
  readonly now: Date;
}

/** Writes doctors, none of whom can sign in: nobody is told the password. @returns their ids; at least one. */
export async function writeDoctors(
  app: INestApplicationContext,
  { organisationId, cases }: Surroundings,
): Promise<PersonId[]> {
  const ids = Array.from({ length: Math.ceil(cases / CASES_EACH.doctor) }, () => newId());
  const passwordHash = await hashPassword(newId());
  await app.get(Transactions).run(scopeOf(organisationId), async () => {
    await app.get(OrganisationKeys).get(organisationId);
    const rows = await Promise.all(
      ids.map(async (id, index) => ({
        ...(await doctorRow(app, organisationId, { id, number: index + 1 })),
        password_hash: passwordHash,
      })),
    );
    await insertRows(app.get(Transactions), 'person', rows);
    await app.get(AuditTrail).recordChains(
      { organisationId, personId: null },
      ids.map((id) => ({
        type: 'person',
        id,
        events: [{ action: 'person.added', detail: { role: 'doctor' } }],
      })),
    );
  });
  return ids;
}

async function doctorRow(
  app: INestApplicationContext,
  organisationId: OrganisationId,
  { id, number }: { id: PersonId; number: number },
) {
  const email = `${id}@doctor.example`;
  const sealed = await app.get(OrganisationKeys).seal(organisationId, email, `person.email:${id}`);
  return {
    id,
    organisation_id: organisationId,
    name: `Dr Example ${number}`,
    role: 'doctor',
    extra_rights: [],
    email_sealed: bytes(sealed),
    email_index: bytes(app.get(KeyRing).blindIndex('person.email', email)),
    is_active: true,
    created_at: new Date(),
    version: 1,
    has_shortcuts: false,
  };
}

/** Writes what grows beside the cases: exports of every manager, work that failed, alerts that were answered. */
export async function writeSurroundings(
  app: INestApplicationContext,
  order: Surroundings,
): Promise<void> {
  const { organisationId, cases } = order;
  const tx = app.get(Transactions);
  const count = (each: number) => Math.ceil(cases / each);
  await tx.run(scopeOf(organisationId), async () => {
    const managers = await tx.query<{ id: PersonId }>(
      `select id from person where organisation_id = $1 and role = 'manager'`,
      [organisationId],
    );
    const exports = managers.flatMap(({ id }) =>
      many(count(CASES_EACH.export), exportRow, order, id),
    );
    await insertRows(tx, 'export', exports);
    await insertRows(tx, 'outbox', many(count(CASES_EACH.failure), failureRow, order));
    await insertRows(tx, 'outbox', many(count(CASES_EACH.doneJob), doneRow, order));
    await insertRows(tx, 'danger_alert', many(count(CASES_EACH.alert), alertRow, order));
  });
}

function many<Row, Rest extends unknown[]>(
  count: number,
  make: (order: Surroundings, at: Date, ...rest: Rest) => Row,
  order: Surroundings,
  ...rest: Rest
): Row[] {
  return Array.from({ length: count }, (_, index) =>
    make(order, new Date(order.now.getTime() - (index % 700) * DAY - index), ...rest),
  );
}

function exportRow({ organisationId }: Surroundings, at: Date, requestedBy: PersonId) {
  return {
    id: newId(),
    organisation_id: organisationId,
    requested_by: requestedBy,
    from_month: '2026-01-01',
    until_month: '2026-06-01',
    state: 'expired',
    rows_done: 100,
    rows_total: 100,
    created_at: at,
    ready_at: at,
    expires_at: at,
  };
}

function failureRow({ organisationId }: Surroundings, at: Date) {
  return {
    id: newId(),
    organisation_id: organisationId,
    name: 'make-export',
    payload: { exportId: newId() },
    created_at: at,
    not_before: at,
    attempts: 5,
    failure: 'unexpected',
    failed_at: at,
  };
}

/** Work that is done is forgotten after a week. */
function doneRow({ organisationId, now }: Surroundings, at: Date) {
  const doneAt = new Date(now.getTime() - (at.getTime() % (7 * DAY)));
  return {
    id: newId(),
    organisation_id: organisationId,
    name: 'refresh-case-figures',
    payload: { caseId: newId() },
    created_at: doneAt,
    not_before: doneAt,
    attempts: 1,
    done_at: doneAt,
  };
}

function alertRow({ organisationId, caseworker }: Surroundings, at: Date) {
  const id = newId();
  return {
    id,
    organisation_id: organisationId,
    view_hash: bytes(Buffer.from(id)),
    raised_at: at,
    on_duty: [caseworker],
    acknowledged_by: caseworker,
    acknowledged_at: at,
  };
}
