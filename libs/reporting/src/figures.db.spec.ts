import * as fc from 'fast-check';
import { CaseOpeningService } from '#cases';
import { scopeOf, Transactions } from '#platform';
import { Given, type TestPerson } from '../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { FiguresRebuildService } from './figures-rebuild.service.js';
import { RefreshCaseFigures } from './refresh-case-figures.handler.js';

const incident = {
  title: 'A review',
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'google_business',
  url: '',
  handle: '',
  postText: '',
  postedOn: null,
  seenOn: '2026-07-01',
  visibility: 'public',
  groupSize: null,
  sharing: 'unknown',
  jurisdiction: 'england',
  setting: 'nhs_gp',
  doctorName: '',
  doctorId: null,
  isUrgent: false,
} as const;

const change = fc.record({
  which: fc.nat({ max: 3 }),
  primary_route: fc.constantFrom(null, 'monitor', 'moderator_report'),
  platform: fc.constantFrom('x', 'facebook'),
  is_walled: fc.boolean(),
  opened_at: fc.constantFrom(
    '2026-06-30T23:30:00Z',
    '2026-07-15T12:00:00Z',
    '2026-01-31T23:30:00Z',
  ),
  outcome: fc.constantFrom(null, 'removed', 'Mrs Example was very cross'),
});

interface Change {
  which: number;
  primary_route: string | null;
  platform: string;
  is_walled: boolean;
  opened_at: string;
  outcome: string | null;
}

describe('the figures of cases', () => {
  let test: TestApp;
  let adviser: TestPerson;
  let tx: Transactions;
  const cases: string[] = [];

  beforeAll(async () => {
    test = await startTestApp();
    const given = new Given(test.app);
    adviser = await given.aPerson(await given.anOrganisation(), 'adviser');
    tx = test.app.get(Transactions);
    for (let count = 0; count < 4; count += 1) {
      cases.push((await test.app.get(CaseOpeningService).open(adviser.actor, incident)).id);
    }
  });
  afterAll(() => test.close());

  const inOrganisation = <T>(work: () => Promise<T>) =>
    tx.run(scopeOf(adviser.actor.organisationId), work);

  const query = (sql: string) => inOrganisation(() => tx.query<Record<string, unknown>>(sql));

  const all = async () => ({
    figures: await query('select * from case_figure order by case_id'),
    counts: await query(
      `select month, dimension, value, count from figure_count where count <> 0
        order by month, dimension, value`,
    ),
  });

  const refresh = (caseId: string) =>
    inOrganisation(() =>
      test.app
        .get(RefreshCaseFigures)
        .handle({ caseId }, { outboxId: caseId, organisationId: adviser.actor.organisationId }),
    );

  async function apply({ which, ...values }: Change) {
    const caseId = cases[which]!;
    await inOrganisation(() =>
      tx.query(
        `update case_record set primary_route = $2, platform = $3, is_walled = $4, opened_at = $5,
                outcome = $6 where id = $1`,
        [
          caseId,
          values.primary_route,
          values.platform,
          values.is_walled,
          values.opened_at,
          values.outcome,
        ],
      ),
    );
    await refresh(caseId);
  }

  it('are the same after any changes as when they are made anew', async () => {
    for (const caseId of cases) await refresh(caseId);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        for (const one of changes) await apply(one);
        const kept = await all();
        const rebuilt = await test.app
          .get(FiguresRebuildService)
          .rebuild(adviser.actor.organisationId);
        expect(rebuilt).toBe(cases.length);
        expect(await all()).toEqual(kept);
      }),
      { numRuns: 15 },
    );
  });

  it('do not move when the same job comes twice', async () => {
    const before = await all();
    await Promise.all([refresh(cases[0]!), refresh(cases[0]!), refresh(cases[0]!)]);
    expect(await all()).toEqual(before);
  });

  it('keep an outcome only as a code: a person’s words stay out', async () => {
    const which = 0;
    const values = { primary_route: null, platform: 'x', is_walled: false } as const;
    const opened = { opened_at: '2026-07-15T12:00:00Z' };
    await apply({ which, ...values, ...opened, outcome: 'Mrs Example was very cross' });
    const outcome = () => query(`select outcome from case_figure where case_id = '${cases[0]}'`);
    expect(await outcome()).toEqual([{ outcome: '' }]);
    await apply({ which, ...values, ...opened, outcome: 'removed' });
    expect(await outcome()).toEqual([{ outcome: 'removed' }]);
  });

  it('count a walled case nowhere', async () => {
    const values = {
      primary_route: null,
      platform: 'x',
      opened_at: '2026-07-15T12:00:00Z',
    } as const;
    for (const which of [0, 1, 2, 3])
      await apply({ which, ...values, is_walled: true, outcome: null });
    expect((await all()).counts).toEqual([]);
  });
});
