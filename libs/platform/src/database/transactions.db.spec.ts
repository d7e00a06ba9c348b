import { newId } from '#kernel';
import { Given } from '../../../../test/support/given.js';
import { startTestServices, type TestServices } from '../../../../test/support/test-services.js';
import { IdempotencyKeys, NO_ORGANISATION, scopeOf, Transactions } from '../index.js';

let test: TestServices;
let tx: Transactions;

beforeAll(async () => {
  test = await startTestServices();
  tx = test.app.get(Transactions);
});
afterAll(() => test.close());

describe('a unit of work', () => {
  it('is needed for every query: outside one the program is told of its fault', () => {
    expect(() => tx.query('select 1')).toThrow('This needs a transaction');
    expect(() => tx.manager).toThrow('This needs a transaction');
  });

  it('reaches into no other organisation', async () => {
    const nested = tx.run(scopeOf(newId()), () => tx.run(scopeOf(newId()), async () => 'reached'));
    await expect(nested).rejects.toThrow('cannot reach into another organisation');
  });

  it('joins the one that runs, and is undone with it', async () => {
    const organisation = await new Given(test.app).anOrganisation();
    const outer = tx.run(scopeOf(organisation), async () => {
      await tx.run(scopeOf(organisation), () => aKey(organisation, 'joined'));
      await tx.runUnscoped(() => aKey(organisation, 'joined too'));
      throw new Error('undone');
    });
    await expect(outer).rejects.toThrow('undone');
    expect(await keysOf(organisation)).toEqual([]);
  });

  it('takes back what was done outside the database when it fails, the last thing first', async () => {
    const taken: string[] = [];
    const note = (what: string) => async () => {
      taken.push(what);
    };
    const failing = tx.run(NO_ORGANISATION, async () => {
      tx.onFailure(note('first'));
      await tx.run(NO_ORGANISATION, async () => tx.onFailure(note('joined')));
      tx.onFailure(() => Promise.reject(new Error('cannot be taken back')));
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(taken).toEqual(['joined', 'first']);
  });

  it('takes nothing back when it succeeds, nor when only its commit fails', async () => {
    const taken: string[] = [];
    const keep = async () => {
      tx.onFailure(async () => {
        taken.push('taken');
      });
    };
    await tx.run(NO_ORGANISATION, keep);
    const cutOff = tx.run(NO_ORGANISATION, async () => {
      await keep();
      await tx.query('select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
    });
    await expect(cutOff).rejects.toThrow();
    expect(taken).toEqual([]);
    expect(() => tx.onFailure(async () => undefined)).toThrow('This needs a transaction');
  });

  it('ends with its work: what runs afterwards needs one of its own', async () => {
    await tx.run(NO_ORGANISATION, async () => undefined);
    expect(() => tx.manager).toThrow('This needs a transaction');
  });

  it('writes no row into an organisation that it is not for', async () => {
    const [own, other] = [newId(), newId()];
    const write = tx.run(scopeOf(own), () => aKey(other, 'foreign'));
    await expect(write).rejects.toMatchObject({ driverError: { code: '42501' } });
    const unscoped = tx.run(NO_ORGANISATION, () => aKey(other, 'foreign'));
    await expect(unscoped).rejects.toMatchObject({ driverError: { code: '42501' } });
  });
});

describe('answers kept for a second sending', () => {
  it('are forgotten after a day, each organisation’s by itself', async () => {
    const [one, two] = [newId(), newId()];
    for (const organisation of [one, two]) {
      await tx.run(scopeOf(organisation), async () => {
        await aKey(organisation, 'old', '25 hours');
        await aKey(organisation, 'new', '23 hours');
      });
    }
    await test.app.get(IdempotencyKeys).sweep(one);
    expect(await keysOf(one)).toEqual(['new']);
    expect(await keysOf(two)).toEqual(['new', 'old']);
  });
});

function aKey(organisation: string, key: string, age = '0 hours') {
  return tx.query(
    `insert into idempotency_key (organisation_id, person_id, key, request_hash, created_at)
     values ($1, $1, $2, '', now() - $3::interval)`,
    [organisation, key, age],
  );
}

async function keysOf(organisation: string): Promise<string[]> {
  const rows = await tx.run(scopeOf(organisation), () =>
    tx.query<{ key: string }>(`select key from idempotency_key order by key`),
  );
  return rows.map(({ key }) => key);
}
