import { scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { aCase } from '../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import type { Case } from '../case.js';
import { TasksService } from '../tasks/tasks.service.js';
import { DecisionFollowUp } from './decision-follow-up.js';

describe('what a decision sets going', () => {
  let test: TestApp;
  let adviser: TestPerson;

  beforeAll(async () => {
    test = await startTestApp();
    const given = new Given(test.app);
    adviser = await given.aPerson(await given.anOrganisation(), 'adviser');
  });
  afterAll(() => test.close());

  const follow = (found: Case) =>
    test.app
      .get(Transactions)
      .run(scopeOfActor(adviser.actor), () =>
        test.app
          .get(DecisionFollowUp)
          .follow(adviser.actor, found, { clocks: [], jurisdiction: 'england', told: {} }),
      );
  const tasksOf = async (found: Case) =>
    (await test.app.get(TasksService).listOpen(adviser.actor, found)).map(({ title }) => title);

  it('is no task where the platform is known, or the moderators are not asked', async () => {
    const known = await aCase(test, adviser);
    await follow({ ...known, primaryRoute: 'moderator_report' });
    const unasked = await aCase(test, adviser, { platform: 'other' });
    await follow({ ...unasked, primaryRoute: 'no_engagement' });
    expect([await tasksOf(known), await tasksOf(unasked)]).toEqual([[], []]);
  });

  it('is a day on which the watch is planned, once, where the content is not public (seeds row 85)', async () => {
    const found = await aCase(test, adviser, { visibility: 'closed_group' });
    for (let count = 0; count < 2; count += 1) await follow({ ...found, primaryRoute: 'monitor' });
    const made = await test.app.get(TasksService).listOpen(adviser.actor, found);
    expect(made).toMatchObject([
      { title: 'Say what is watched from outside, and on which day somebody looks again' },
    ]);
    expect(made[0]!.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('is one task to find the owner of an unknown site, however often it is decided (seeds row 52)', async () => {
    const found = await aCase(test, adviser, { platform: 'other' });
    for (let count = 0; count < 2; count += 1) {
      await follow({ ...found, alsoRoutes: ['moderator_report'] });
    }
    const title = 'Find out who runs the site, where reports go and what its rules are';
    expect(await tasksOf(found)).toEqual([title]);
  });
});
