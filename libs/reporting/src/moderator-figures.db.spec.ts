import { type Case, WallsService } from '#cases';
import { newId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import { aCase } from '../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { FiguresRebuildService } from './figures-rebuild.service.js';
import { ModeratorReportsReportService } from './moderator-reports-report.service.js';
import { RefreshModeratorFigure } from './refresh-moderator-figure.handler.js';

describe('the figures of reports to platforms', () => {
  let test: TestApp;
  let adviser: TestPerson;
  let approver: TestPerson;
  let found: Case;

  beforeAll(async () => {
    test = await startTestApp();
    const given = new Given(test.app);
    const own = await given.anOrganisation();
    adviser = await given.aPerson(own, 'adviser');
    approver = await given.aPerson(own, 'approver');
    found = await aCase(test, adviser);
  });
  afterAll(() => test.close());

  const organisationId = () => adviser.actor.organisationId;
  const rebuild = () => test.app.get(FiguresRebuildService).rebuild(organisationId());
  const refresh = (reportId: string) =>
    test.app
      .get(Transactions)
      .run(scopeOf(organisationId()), () =>
        test.app
          .get(RefreshModeratorFigure)
          .handle(
            { reportId: reportId as never },
            { outboxId: reportId, organisationId: organisationId() },
          ),
      );
  const aReport = async (state: string, cause: string | null) => {
    const id = newId();
    await test.app.get(Transactions).run(scopeOf(organisationId()), () =>
      test.app.get(Transactions).query(
        `insert into moderator_report (id, organisation_id, case_id, platform, surface, level, ground,
           post_url, post_text_hash, post_seen_on, captured_by, state, sent_on, gone_cause, prepared_by,
           prepared_at)
         values ($1, $2, $3, 'google_business', 'review', 'site', 'spam_fake', '', '', '2026-07-01', $4,
           $5, '2026-07-02', $6, $4, now())`,
        [id, organisationId(), found.id, adviser.actor.personId, state, cause],
      ),
    );
    return id;
  };
  const report = () =>
    test.app
      .get(ModeratorReportsReportService)
      .report(approver.actor, { from: '2026-07', until: '2026-07' });

  it('are not for those who read no reports', async () => {
    const asked = test.app
      .get(ModeratorReportsReportService)
      .report(adviser.actor, { from: '2026-07', until: '2026-07' });
    await expect(asked).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('follow each report however often it is read, are made anew alike, and leave walled cases out', async () => {
    await rebuild();
    for (let count = 0; count < 6; count += 1) {
      const id = await aReport('removed', 'platform');
      await refresh(id);
      await refresh(id);
    }
    await refresh(await aReport('withdrawn', null));
    const followed = await report();
    expect(followed).toMatchObject({ total: 6, results: { gone: { count: 6 } } });
    expect(followed.byGround[0]).toMatchObject({ value: 'spam_fake' });
    await rebuild();
    expect(await report()).toEqual(followed);
    await test.app.get(WallsService).raise(approver.actor, found.reference, []);
    await rebuild();
    expect(await report()).toMatchObject({ total: 0 });
  });
});
