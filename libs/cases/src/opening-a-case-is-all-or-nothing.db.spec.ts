import { scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { Given, type TestPerson } from '../../../test/support/given.js';
import {
  asOwner,
  startTestServices,
  type TestServices,
} from '../../../test/support/test-services.js';
import { CaseOpeningService, type Incident } from './index.js';

/** Every table that opening a case writes to. */
const TABLES = ['case_record', 'case_key', 'audit_event', 'audit_unsealed', 'outbox'];

const incident: Incident = {
  title: 'A review',
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'google_business',
  url: '',
  handle: '',
  postText: 'Rude.',
  postedOn: null,
  seenOn: '2026-11-20',
  visibility: 'public',
  groupSize: null,
  sharing: 'unknown',
  jurisdiction: 'england',
  setting: 'private_practice',
  doctorName: '',
  doctorId: null,
  isUrgent: false,
};

describe('opening a case', () => {
  let test: TestServices;
  let adviser: TestPerson;

  beforeAll(async () => {
    test = await startTestServices();
    const given = new Given(test.app);
    adviser = await given.aPerson(await given.anOrganisation(), 'adviser');
  });
  afterAll(() => test.close());

  const asDatabaseOwner = (sql: string) =>
    asOwner(test, adviser.actor.organisationId, (db) => db.query(sql));

  async function countRows(): Promise<Record<string, number>> {
    const tx = test.app.get(Transactions);
    return tx.run(scopeOfActor(adviser.actor), async () => {
      const counts: Record<string, number> = {};
      for (const table of TABLES) {
        const [found] = await tx.query<{ count: number }>(
          `select count(*)::int as count from ${table}`,
        );
        counts[table] = found!.count;
      }
      return counts;
    });
  }

  it.each(TABLES)('leaves nothing anywhere when the write to %s fails', async (table) => {
    await asDatabaseOwner(`
      create or replace function refuse() returns trigger language plpgsql
        as $$ begin raise exception 'injected fault'; end $$;
      create trigger refuse after insert on ${table} execute function refuse()`);
    const before = await countRows();
    const opening = test.app.get(CaseOpeningService).open(adviser.actor, incident);
    await expect(opening).rejects.toThrow('injected fault');
    expect(await countRows()).toEqual(before);
    await asDatabaseOwner(`drop trigger refuse on ${table}`);
  });

  it('writes to each of these tables when all goes well', async () => {
    const before = await countRows();
    await test.app.get(CaseOpeningService).open(adviser.actor, incident);
    const after = await countRows();
    for (const table of TABLES) expect(after[table]).toBeGreaterThan(before[table]!);
  });
});
