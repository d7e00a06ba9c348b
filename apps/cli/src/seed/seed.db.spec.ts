import { AuditVerifier } from '#audit';
import { type Case, CaseKeys } from '#cases';
import type { OrganisationId } from '#kernel';
import { KeyRing, scopeOf, Transactions } from '#platform';
import { CaseReportService } from '#reporting';
import { Given, type TestPerson } from '../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import { seed } from './seed.js';

describe('seeding', () => {
  let test: TestApp;
  let organisationId: OrganisationId;
  let manager: TestPerson;
  const said: string[] = [];
  const say = (line: string) => said.push(line);

  beforeAll(async () => {
    test = await startTestApp();
    const given = new Given(test.app);
    organisationId = await given.anOrganisation();
    await given.anOrganisation('trust');
    manager = await given.aPerson(organisationId, 'manager');
  });
  afterAll(() => test.close());

  const slug = 'organisation-1';
  const query = <Row>(sql: string) => {
    const tx = test.app.get(Transactions);
    return tx.run(scopeOf(organisationId), () => tx.query<Row>(sql));
  };

  it('refuses an organisation that is not there, and one without an adviser', async () => {
    const order = { cases: 1, scenarios: false };
    await expect(seed(test.app, { ...order, organisation: 'none' }, say)).rejects.toThrow(/none/);
    await expect(seed(test.app, { ...order, organisation: slug }, say)).rejects.toThrow(/adviser/);
  });

  it('writes cases whose figures and audit trail hold, in the chosen organisation only', async () => {
    const given = new Given(test.app);
    await given.aPerson(organisationId, 'adviser');
    await given.aPerson(organisationId, 'approver');
    await seed(test.app, { cases: 1_200, scenarios: false, organisation: slug }, say);
    const month = (at: number) => new Date(at).toISOString().slice(0, 7);
    const period = { from: month(Date.now() - 800 * 86_400_000), until: month(Date.now()) };
    const report = await test.app.get(CaseReportService).cases(manager.actor, period);
    expect(report.total).toBe(1_200);
    const publicKey = test.app.get(KeyRing).checkpointKey.publicKey;
    const found = await test.app.get(AuditVerifier).verify(organisationId, [], publicKey);
    expect(found.faults).toEqual([]);
    expect(found.unsealed).toBeGreaterThanOrEqual(1_200);
  });

  it('fills what every list shows, and leads drafts through their states', async () => {
    const tables = ['request', 'case_note', 'case_deadline', 'referral', 'release', 'posting'];
    const others = ['export', 'outbox', 'danger_alert'];
    for (const table of [...tables, ...others]) {
      const [found] = await query<{ rows: number }>(`select count(*)::int as rows from ${table}`);
      expect([table, found!.rows > 5]).toEqual([table, true]);
    }
    const states = await query<{ state: string }>(
      'select distinct state from draft order by state',
    );
    expect(states.map(({ state }) => state)).toEqual([
      'approved',
      'draft',
      'released',
      'submitted',
    ]);
    const [wrong] = await query<{ rows: number }>(
      `select count(*)::int as rows from case_record c where c.next_due_at < 'infinity' and not exists (
         select from case_deadline d where d.case_id = c.id and d.due_at = c.next_due_at
            and (d.due_on is null) = c.is_due_by_hour)`,
    );
    expect(wrong!.rows).toBe(0);
  });

  it('gives each case a key of its own', async () => {
    const [first] = await query<Case>('select id from case_record limit 1');
    const tx = test.app.get(Transactions);
    const opened = await tx.run(scopeOf(organisationId), async () => {
      const cipher = await test.app.get(CaseKeys).of(organisationId, first!.id);
      return cipher.open(cipher.seal('words', 'a cell'), 'a cell');
    });
    expect(opened).toBe('words');
  });

  it('opens the worked examples with their facts answered', async () => {
    await seed(test.app, { cases: 0, scenarios: true, organisation: slug }, say);
    const rows = await query<{ facts: Record<string, unknown>; kind: string }>(
      'select t.facts, c.kind from triage_answers t join case_record c on c.id = t.case_id',
    );
    expect(rows).toHaveLength(40);
    for (const { facts, kind } of rows) expect(facts['incident_kind']).toBe(kind);
  });
});
