import { Client } from 'pg';
import {
  type Case,
  CaseOpeningService,
  CaseReadingService,
  CaseRepository,
  type Incident,
} from '#cases';
import { scopeOfActor } from '#identity';
import { newId, newReference } from '#kernel';
import { Transactions } from '#platform';
import type { TestPerson } from './given.js';
import type { TestApp } from './test-app.js';

/** An incident with nothing special about it. */
export const AN_INCIDENT: Incident = {
  title: 'One-star review of the clinic',
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'google_business',
  url: 'https://maps.example/review/1',
  handle: '',
  postText: 'Waited an hour. Rude staff.',
  postedOn: '2026-11-19',
  seenOn: '2026-11-20',
  visibility: 'public',
  groupSize: null,
  sharing: 'unknown',
  jurisdiction: 'england',
  setting: 'private_practice',
  doctorName: 'Dr Example',
  doctorId: null,
  isUrgent: false,
};

/** An open case of this person's. */
export function aCase(
  test: TestApp,
  owner: TestPerson,
  besides: Partial<Incident> = {},
): Promise<Case> {
  return test.app.get(CaseOpeningService).open(owner.actor, { ...AN_INCIDENT, ...besides });
}

/** A request of this doctor's that became this case, which belongs to somebody. @returns its reference. */
export async function aRequestOf(test: TestApp, doctor: TestPerson, found: Case): Promise<string> {
  const reference = newReference('REQ', 2026);
  const answers = {
    whatHappened: 'review',
    platform: 'google_business',
    url: '',
    account: '',
    postText: '',
    seenOn: '2026-01-05',
    wellbeing: 'well',
  };
  await test.app.get(Transactions).run(scopeOfActor(doctor.actor), () =>
    test.app.get(Transactions).query(
      `insert into request (id, organisation_id, reference, doctor_id, state, answers, begun_at, sent_at,
         answer_by, case_id, decided_by, decided_at)
       values ($1, $2, $3, $4, 'accepted', $5, now(), now(), now(), $6, $7, now())`,
      [
        newId(),
        found.organisationId,
        reference,
        doctor.actor.personId,
        JSON.stringify(answers),
        found.id,
        found.ownerId,
      ],
    ),
  );
  return reference;
}

/** Decides routes for a case: the first leads. */
export function decideRoutes(
  test: TestApp,
  person: TestPerson,
  reference: string,
  [primaryRoute, ...alsoRoutes]: string[],
): Promise<Case> {
  return test.app.get(Transactions).run(scopeOfActor(person.actor), async () => {
    const found = await test.app.get(CaseReadingService).get(person.actor, reference);
    return test.app.get(CaseRepository).update(found, { primaryRoute: primaryRoute!, alsoRoutes });
  });
}

/** All rows of a table as text, read past the application; bytes as characters. */
export async function rowsAsOwner(test: TestApp, table: string): Promise<string[]> {
  const client = new Client({ connectionString: test.ownerUrl });
  await client.connect();
  try {
    // Row-level security holds for the owner of the tables too, unless it takes that back.
    await client.query(`begin; alter table ${table} no force row level security`);
    const { rows } = await client.query<Record<string, unknown>>(`select * from ${table}`);
    await client.query('rollback');
    return rows.map((row) =>
      JSON.stringify(row, (_, value: unknown) =>
        isBytes(value) ? Buffer.from(value.data).toString('latin1') : value,
      ),
    );
  } finally {
    await client.end();
  }
}

function isBytes(value: unknown): value is { type: 'Buffer'; data: number[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'data' in value &&
    'type' in value &&
    value.type === 'Buffer'
  );
}
