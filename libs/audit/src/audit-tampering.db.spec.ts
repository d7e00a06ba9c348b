import { generateKeyPairSync } from 'node:crypto';
import type { Client } from 'pg';
import { newId, type Id, type OrganisationId } from '#kernel';
import { KeyRing, scopeOf, Transactions } from '#platform';
import { Given } from '../../../test/support/given.js';
import {
  asOwner,
  startTestServices,
  type TestServices,
} from '../../../test/support/test-services.js';
import { type AuditEvent, eventHash, sealHash } from './event-hash.js';
import {
  AuditSealer,
  AuditTrail,
  AuditVerifier,
  type Checkpoint,
  signCheckpoint,
} from './index.js';

let test: TestServices;
let organisation: OrganisationId;
let subject: Id;
let checkpoint: Checkpoint;

beforeAll(async () => {
  test = await startTestServices();
});
afterAll(() => test.close());

const keys = () => test.app.get(KeyRing).checkpointKey;
const verify = (checkpoints: Checkpoint[] = [checkpoint]) =>
  test.app.get(AuditVerifier).verify(organisation, checkpoints, keys().publicKey);
const faultsOf = async (checkpoints?: Checkpoint[]) =>
  (await verify(checkpoints)).faults.map(({ kind, where }) => `${kind} ${where}`);
const tamper = <T>(work: (client: Client) => Promise<T>) => asOwner(test, organisation, work);

function record(subjectId: Id, action = 'case.changed'): Promise<void> {
  const trail = test.app.get(AuditTrail);
  const actor = { organisationId: organisation, personId: null };
  return test.app
    .get(Transactions)
    .run(scopeOf(organisation), () =>
      trail.record(actor, action, { type: 'case', id: subjectId }, { count: 3, codes: ['a', 'b'] }),
    );
}

/** Seals and signs, as the worker does. */
async function sealed(): Promise<Checkpoint> {
  const { head } = await test.app.get(AuditSealer).seal(organisation);
  const statement = {
    organisationId: organisation,
    sequence: head.sequence,
    sealHash: head.sealHash!.toString('hex'),
    at: '2026-11-22T09:00:00.000Z',
  };
  return signCheckpoint(statement, keys().privateKey);
}

/** The id of the event at a place of the subject's chain. */
const eventAt = (sequence: number) =>
  tamper(async (client) => {
    const { rows } = await client.query<{ id: Id }>(
      `select id from audit_event where subject_id = $1 and sequence = $2`,
      [subject, sequence],
    );
    return rows[0]!.id;
  });

beforeEach(async () => {
  organisation = await new Given(test.app).anOrganisation();
  subject = newId();
  for (let count = 0; count < 5; count += 1) {
    await record(subject);
    await record(newId(), 'case.opened');
  }
  checkpoint = await sealed();
});

describe('an audit trail that nobody touched', () => {
  it('has no fault, and tells sealed from unsealed events', async () => {
    await record(subject);
    expect(await verify()).toEqual({
      events: 11,
      sealed: 10,
      unsealed: 1,
      checkpoints: 1,
      faults: [],
    });
  });

  it('stays whole when many write about one subject at once', async () => {
    const busy = newId();
    await Promise.all(Array.from({ length: 25 }, () => record(busy)));
    const events = await test.app
      .get(Transactions)
      .run(scopeOf(organisation), () =>
        test.app.get(AuditTrail).listOf(organisation, busy, { limit: 100 }),
      );
    expect(events.items).toHaveLength(25);
    await Promise.all([sealed(), sealed(), record(busy)]);
    const found = await verify();
    expect([found.events, found.faults]).toEqual([36, []]);
  });
});

describe('an audit trail that its database owner tampered with', () => {
  it('names an event that was edited', async () => {
    const id = await eventAt(3);
    await tamper((db) =>
      db.query(`update audit_event set action = 'case.closed' where id = $1`, [id]),
    );
    expect(await faultsOf()).toEqual([`event-changed ${id}`, `event-changed ${id}`]);
  });

  it.each([
    'actor_id = gen_random_uuid()',
    `at = at + interval '1 second'`,
    `detail = '{"count": 4}'`,
  ])('finds an edit of %s', async (edit) => {
    const id = await eventAt(2);
    await tamper((db) => db.query(`update audit_event set ${edit} where id = $1`, [id]));
    expect(await faultsOf([])).toContain(`event-changed ${id}`);
  });

  it('names an event that was edited with its own hash put right', async () => {
    const id = await eventAt(3);
    await tamper(async (db) => {
      await db.query(`update audit_event set action = 'case.closed' where id = $1`, [id]);
      await rehash(db, id);
    });
    const faults = await faultsOf();
    expect(faults).toContain(`event-changed ${id}`);
    expect(faults).toContain(`chain-broken ${subject} at 4`);
  });

  it('names an event that was deleted', async () => {
    const id = await eventAt(3);
    await tamper((db) => db.query(`delete from audit_event where id = $1`, [id]));
    const faults = await faultsOf();
    expect(faults).toContain(`chain-broken ${subject} at 4`);
    expect(faults.some((fault) => fault.startsWith(`event-missing ${id} (seal `))).toBe(true);
  });

  it('names an event that was slipped in, even with a chain that fits', async () => {
    const id = newId();
    await tamper(async (db) => {
      await db.query(
        `insert into audit_event select $1, organisation_id, subject_type, subject_id, 6, action, actor_id, at,
           detail, hash, hash from audit_event where subject_id = $2 and sequence = 5`,
        [id, subject],
      );
      await rehash(db, id);
    });
    expect(await faultsOf()).toEqual([`event-not-sealed ${id}`]);
  });

  it('names two events that changed places', async () => {
    const [second, third] = [await eventAt(2), await eventAt(3)];
    await tamper(async (db) => {
      for (const [id, sequence] of [
        [second, 99],
        [third, 2],
        [second, 3],
      ] as const)
        await db.query(`update audit_event set sequence = $2 where id = $1`, [id, sequence]);
    });
    const faults = await faultsOf();
    expect(faults).toContain(`event-changed ${second}`);
    expect(faults).toContain(`chain-broken ${subject} at 2`);
  });

  it('names two seals that changed places', async () => {
    await tamper(async (db) => {
      for (const [from, to] of [
        [4, 99],
        [5, 4],
        [99, 5],
      ])
        await db.query(`update audit_seal set sequence = $2 where sequence = $1`, [from, to]);
    });
    expect(await faultsOf()).toContain('seal-broken seal 4');
  });

  it('shows by a checkpoint that the end was cut off, events and seals alike', async () => {
    await tamper(async (db) => {
      const { rows } = await db.query<{ event_id: Id }>(
        `delete from audit_seal where sequence > 7 returning event_id`,
      );
      const ids = rows.map((row) => row.event_id);
      await db.query(`delete from audit_event where id = any ($1)`, [ids]);
    });
    expect(await faultsOf()).toEqual(['log-truncated 7 of 10 seals']);
  });

  it('shows only by a checkpoint that all of it was written anew', async () => {
    await tamper(async (db) => {
      await db.query(`update audit_event set action = 'case.closed' where subject_id = $1`, [
        subject,
      ]);
      await rewrite(db);
    });
    expect(await faultsOf([])).toEqual([]);
    expect(await faultsOf()).toEqual(['log-rewritten seal 10']);
  });

  it('is not covered up by a checkpoint that is forged, or is another organisation’s', async () => {
    const forged = { ...checkpoint, sealHash: '00'.repeat(32) };
    const { privateKey } = generateKeyPairSync('ed25519');
    const others = signCheckpoint(checkpoint, privateKey);
    const foreign = signCheckpoint({ ...checkpoint, organisationId: newId() }, keys().privateKey);
    for (const wrong of [forged, others, foreign])
      expect(await faultsOf([wrong])).toEqual(['checkpoint-forged seal 10']);
    await tamper(async (db) => {
      await db.query(`update audit_event set action = 'case.closed' where subject_id = $1`, [
        subject,
      ]);
      await rewrite(db);
    });
    expect(await faultsOf([checkpoint, forged])).toContain('log-rewritten seal 10');
  });
});

describe('the login of the running processes', () => {
  const tables = ['audit_event', 'audit_seal'];

  it.each(tables)('may neither change nor remove rows of %s', async (table) => {
    const tx = test.app.get(Transactions);
    for (const sql of [
      `update ${table} set organisation_id = organisation_id`,
      `delete from ${table}`,
      `truncate ${table}`,
      `drop table ${table}`,
      `alter table ${table} disable row level security`,
    ]) {
      await expect(tx.run(scopeOf(organisation), () => tx.query(sql))).rejects.toMatchObject({
        driverError: { code: '42501' },
      });
    }
  });

  it.each([...tables, 'person', 'api_token', 'case_record', 'right_grant'])(
    'sees no row of %s without an organisation',
    async (table) => {
      const tx = test.app.get(Transactions);
      const rows = await tx.run({ organisationId: null, personId: null }, () =>
        tx.query(`select 1 from ${table}`),
      );
      expect(rows).toEqual([]);
    },
  );
});

const EVENT = `id, organisation_id as "organisationId", subject_type as "subjectType",
  subject_id as "subjectId", sequence, action, actor_id as "actorId", at, detail,
  previous_hash as "previousHash"`;

/** Gives an event the hash that fits what it says now. */
async function rehash(db: Client, id: Id): Promise<void> {
  const { rows } = await db.query<AuditEvent>(`select ${EVENT} from audit_event where id = $1`, [
    id,
  ]);
  await db.query(`update audit_event set hash = $2 where id = $1`, [id, eventHash(rows[0]!)]);
}

/** Computes all chains and the whole log anew, as somebody with all rights and the source could. */
async function rewrite(db: Client): Promise<void> {
  const { rows } = await db.query<AuditEvent>(
    `select ${EVENT} from audit_event order by subject_id, sequence`,
  );
  const hashes = new Map<Id, Buffer>();
  let last: { subjectId: Id; hash: Buffer } | undefined;
  for (const row of rows) {
    const previousHash = last?.subjectId === row.subjectId ? last.hash : null;
    const hash = eventHash({ ...row, previousHash });
    await db.query(`update audit_event set previous_hash = $2, hash = $3 where id = $1`, [
      row.id,
      previousHash,
      hash,
    ]);
    hashes.set(row.id, hash);
    last = { subjectId: row.subjectId, hash };
  }
  await resealAll(db, hashes);
}

async function resealAll(db: Client, hashes: Map<Id, Buffer>): Promise<void> {
  const { rows } = await db.query<{ sequence: string; event_id: Id }>(
    `select sequence, event_id from audit_seal order by sequence`,
  );
  let previous: Buffer | null = null;
  for (const { sequence, event_id: id } of rows) {
    const seal = sealHash(previous, Number(sequence), hashes.get(id)!);
    await db.query(`update audit_seal set event_hash = $2, seal_hash = $3 where event_id = $1`, [
      id,
      hashes.get(id),
      seal,
    ]);
    previous = seal;
  }
}
