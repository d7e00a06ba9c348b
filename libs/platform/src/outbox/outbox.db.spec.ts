import { z } from 'zod';
import { newId, type Id } from '#kernel';
import {
  asOwner,
  startTestServices,
  type TestServices,
} from '../../../../test/support/test-services.js';
import {
  defineJob,
  type JobHandler,
  JobProcessor,
  JobQueue,
  OutboxRelay,
  OutboxRepository,
  scopeOf,
  Transactions,
} from '../index.js';

const payload = z.strictObject({ caseId: z.uuid() });
type Payload = z.output<typeof payload>;

const organisation = newId();
let test: TestServices;
let isFailing = false;

/** Leaves one row for each time that it took effect, in the unit of work of the job. */
function effectOf(name: string, transaction: 'one' | 'own'): JobHandler<Payload> {
  return {
    job: defineJob(name, payload),
    transaction,
    handle: async (_, { outboxId, organisationId }) => {
      const tx = test.app.get(Transactions);
      await tx.run(scopeOf(organisationId), () =>
        tx.query(`insert into effect (outbox_id) values ($1)`, [outboxId]),
      );
      if (isFailing) throw new Error('the other side refused');
    },
  };
}

const once = effectOf('once', 'one');
const own = effectOf('own', 'own');
const orphan = defineJob('nobodys-job', payload);

beforeAll(async () => {
  test = await startTestServices();
  await asOwner(test, organisation, (db) =>
    db.query(
      `create table effect (outbox_id uuid); grant select, insert on effect to parapet_runtime`,
    ),
  );
  for (const handler of [once, own]) test.app.get(JobProcessor).register(handler as JobHandler);
});
afterAll(() => test.close());
afterEach(async () => {
  isFailing = false;
  await run(`delete from outbox`);
});

const outbox = () => test.app.get(OutboxRepository);
const process = (id: Id) => test.app.get(JobProcessor).process(id);
const run = <Row>(sql: string, parameters: unknown[] = []) => {
  const tx = test.app.get(Transactions);
  return tx.run(scopeOf(organisation), () => tx.query<Row>(sql, parameters));
};
const ask = (job: JobHandler<Payload>['job'] = once.job) =>
  test.app
    .get(Transactions)
    .run(scopeOf(organisation), () => outbox().add(organisation, job, { caseId: newId() }));
const effects = async (id: Id) =>
  (await run(`select 1 from effect where outbox_id = $1`, [id])).length;
const listFailed = async (of = organisation) => {
  const scope = scopeOf(of);
  const page = () => outbox().listFailed(of, { limit: 50 });
  return (await test.app.get(Transactions).run(scope, page)).items;
};
const dueNow = () => run(`update outbox set not_before = now()`);

describe('asking for work', () => {
  it('is refused outside a unit of work, and with a payload that is not the job’s', async () => {
    await expect(outbox().add(organisation, once.job, { caseId: newId() })).rejects.toMatchObject({
      name: 'OutsideTransaction',
    });
    const wrong = { caseId: newId(), patient: 'Canary' };
    const tx = test.app.get(Transactions);
    await expect(
      tx.run(scopeOf(organisation), () => outbox().add(organisation, once.job, wrong)),
    ).rejects.toThrow();
  });

  it('leaves no job behind when the change that asked for it fails', async () => {
    const tx = test.app.get(Transactions);
    const failing = tx.run(scopeOf(organisation), async () => {
      await outbox().add(organisation, once.job, { caseId: newId() });
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await run(`select id from outbox`)).toEqual([]);
  });
});

describe('a job', () => {
  it('takes effect once however often it is delivered, also at the same time', async () => {
    const id = await ask();
    await Promise.all([process(id), process(id), process(id)]);
    await process(id);
    expect(await effects(id)).toBe(1);
  });

  it('leaves no effect of a try that failed, waits, and is done at a later try', async () => {
    const id = await ask();
    isFailing = true;
    await process(id);
    expect(await effects(id)).toBe(0);
    expect(await outbox().claim(10)).toEqual([]);
    isFailing = false;
    await dueNow();
    expect(await outbox().claim(10)).toMatchObject([{ id }]);
    await process(id);
    expect(await effects(id)).toBe(1);
    expect(await listFailed()).toEqual([]);
  });

  it('is given up after five tries, seen by its organisation only, and done when tried again', async () => {
    const [id, other] = [await ask(), await ask(own.job)];
    isFailing = true;
    for (let tries = 0; tries < 5; tries += 1) await process(id);
    isFailing = false;
    expect(await listFailed()).toMatchObject([{ id, attempts: 5, failure: 'unexpected' }]);
    const tx = test.app.get(Transactions);
    const foreign = newId();
    expect(await listFailed(foreign)).toEqual([]);
    expect(await tx.run(scopeOf(foreign), () => outbox().retry(foreign, id))).toBe(false);
    await process(other);
    expect(await effects(other)).toBe(1);
    expect(await tx.run(scopeOf(organisation), () => outbox().retry(organisation, id))).toBe(true);
    await process(id);
    expect(await effects(id)).toBe(1);
    const counts = await tx.run(scopeOf(organisation), () => outbox().countOf(organisation));
    expect(counts).toMatchObject({ waiting: 0, failed: 0, done: 2 });
  });

  it('that nobody can do is named as such and not lost', async () => {
    const id = await ask(orphan);
    await process(id);
    expect(await run(`select failure from outbox where id = $1`, [id])).toEqual([
      { failure: 'job-without-handler' },
    ]);
  });

  it('is claimed by one relay only', async () => {
    const asked = new Set(await Promise.all(Array.from({ length: 30 }, () => ask())));
    const claims = await Promise.all(Array.from({ length: 4 }, () => outbox().claim(20)));
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(30);
    expect(new Set(ids)).toEqual(asked);
  });

  it('is put on the queue again when the queue lost it, and not before', async () => {
    const id = await ask();
    expect(await outbox().claim(10)).toMatchObject([{ id }]);
    expect(await outbox().claim(10)).toEqual([]);
    await run(`update outbox set enqueued_at = now() - interval '2 minutes'`);
    expect(await outbox().claim(10)).toMatchObject([{ id }]);
  });

  it('is forgotten a week after it was done, and never before it is done', async () => {
    const [done, open] = [await ask(), await ask()];
    await process(done);
    await run(`update outbox set created_at = now() - interval '1 year'`);
    await outbox().sweep();
    expect(await run(`select id from outbox`)).toHaveLength(2);
    await run(`update outbox set done_at = now() - interval '8 days' where done_at is not null`);
    await outbox().sweep();
    expect(await run(`select id from outbox`)).toEqual([{ id: open }]);
  });
});

describe('the queue on PostgreSQL', () => {
  it('delivers what the relay puts on it, also a job that was put on twice', async () => {
    const errors: Error[] = [];
    test.app.get(JobQueue).work(process, (error) => errors.push(error));
    const ids = await Promise.all([ask(), ask(), ask(own.job)]);
    await test.app.get(OutboxRelay).relay();
    await until(() => isAllDone());
    expect(await Promise.all(ids.map(effects))).toEqual([1, 1, 1]);
    const again = await ask();
    await test.app.get(JobQueue).add([{ id: again, name: 'once' }]);
    await test.app.get(OutboxRelay).relay();
    await until(() => isAllDone());
    expect(await effects(again)).toBe(1);
    expect(errors).toEqual([]);
  });

  async function isAllDone(): Promise<boolean> {
    return (await run(`select 1 from outbox where done_at is null`)).length === 0;
  }

  async function until(check: () => Promise<boolean>): Promise<void> {
    const end = Date.now() + 15_000;
    while (!(await check())) {
      if (Date.now() > end) throw new Error('The queue has not delivered within 15 seconds.');
      await new Promise((go) => setTimeout(go, 50));
    }
  }
});
