import { jest } from '@jest/globals';
import { PeopleService } from '#identity';
import { SystemClock } from '#kernel';
import { GuidanceReviews } from '#knowledge';
import { Visit } from '../../../test/support/browsing.js';
import { aCase, rowsAsOwner } from '../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';
import { WatchGuidance } from './watch-guidance.timer.js';

/** A source that was read in its own words, how it is cited, and the day after the last on which it may be so. */
const SOURCE = { key: 'A9', edition: 'undated' };
const CITED = 'Notification of a breach to the authority, Article 33';
const WARNED = `${CITED} (another look was due by 2027-11-22)`;
const LATE = '2027-11-23';

describe('the watch over guidance', () => {
  let test: TestApp;
  let admin: TestPerson;
  let adviser: TestPerson;

  beforeAll(async () => {
    test = await startTestApp();
    const given = new Given(test.app);
    const own = await given.anOrganisation();
    admin = await given.aPerson(own, 'admin');
    adviser = await given.aPerson(own, 'adviser');
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await test.close();
  });

  const letItBe = (instant: string) =>
    jest.spyOn(SystemClock.prototype, 'now').mockImplementation(() => new Date(instant));
  const turn = () =>
    new WatchGuidance(test.app.get(GuidanceReviews), test.app.get(PeopleService)).run();
  const waiting = async () =>
    (await test.app.get(GuidanceReviews).listTasks(admin.actor)).filter(
      ({ key }) => key === SOURCE.key,
    );
  const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);
  const timesLogged = async () =>
    (await rowsAsOwner(test, 'audit_event')).filter((row) => row.includes('guidance.checks-due'))
      .length;

  /** The advice on a breach, which rests on the source, as an adviser sees it. */
  async function adviceOnABreach(): Promise<string> {
    const { reference } = await aCase(test, adviser, { direction: 'by_doctor' });
    const visit = await visitOf(adviser);
    const path = `/cases/${reference}/triage`;
    const page = `${path}/questions/patient-information`;
    const version = /name="version" value="(\d+)"/.exec((await visit.open(page)).text)![1];
    const breach = {
      patient_info_disclosed: 'true',
      patient_identifiable: 'yes',
      post_still_live: 'false',
      wrong_recipient_or_outsider: 'true',
    };
    await visit.send(page, { ...breach, version, go: 'stay' }).expect(303);
    await visit.send(`${path}/assessments`, {}).expect(303);
    return (await visit.open(`${path}/result`)).text;
  }

  it('leaves alone what was read in its own words, up to its last day', async () => {
    letItBe('2027-11-22T12:00:00Z');
    await turn();
    expect(await waiting()).toEqual([]);
    const advice = await adviceOnABreach();
    expect([advice.includes(CITED), advice.includes(WARNED)]).toEqual([true, false]);
  });

  it('raises what is overdue once, not per view, until another look is recorded (seeds row 114)', async () => {
    letItBe(`${LATE}T12:00:00Z`);
    await turn();
    const [raised, ...more] = await waiting();
    expect([raised, more]).toEqual([expect.objectContaining({ ...SOURCE, reason: 'overdue' }), []]);
    const logged = await timesLogged();
    expect(await adviceOnABreach()).toContain(WARNED);
    await (await visitOf(adviser)).open(`/guidance?q=${SOURCE.key}`);
    letItBe(`${LATE}T14:00:00Z`);
    await turn();
    expect([await waiting(), await timesLogged()]).toEqual([[raised], logged]);

    const visit = await visitOf(admin);
    expect((await visit.open('/admin/people')).text).toMatch(/Sources to check \(\d+\)/);
    const look = { link: 'https://ico.org.uk/', checkedOn: LATE, reviewBy: '2028-11-23' };
    await visit.send(`/admin/guidance/${SOURCE.key}/${SOURCE.edition}`, look).expect(303);
    await turn();
    expect(await waiting()).toEqual([]);
    expect(await adviceOnABreach()).not.toContain(WARNED);
  });
});
