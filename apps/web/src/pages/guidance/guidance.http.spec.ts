import request from 'supertest';
import type { Permission } from '#identity';
import { GuidanceReviews } from '#knowledge';
import { Clock } from '#kernel';
import { PublishedBodiesService, TEMPLATE_VARIABLES } from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

let test: TestApp;
let given: Given;
let admin: TestPerson;
let adviser: TestPerson;
let doctor: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  admin = await given.aPerson(own, 'admin');
  adviser = await given.aPerson(own, 'adviser');
  doctor = await given.aPerson(own, 'doctor');
  stranger = await given.aPerson(other, 'admin');
});
afterAll(() => test.close());

const api = () => request(test.app.getHttpServer());
const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);
const tokenOf = async (person: TestPerson, ...scopes: Permission[]) =>
  ({ Authorization: `Bearer ${await given.aToken(person, scopes)}` }) as const;
const watch = ({ actor }: TestPerson) => test.app.get(GuidanceReviews).watch(actor.organisationId);
const today = () => test.app.get(Clock).now().toISOString().slice(0, 10);

/** The part of a page about one source. */
async function sourceOn(visit: Visit, key: string): Promise<string> {
  const page = await visit.open(`/guidance?q=${encodeURIComponent(key)}`);
  return page.text.split(`<section id="${key}">`)[1]!.split('</section>')[0]!;
}

/** All pages of the sources that wait. */
async function waiting(visit: Visit): Promise<string> {
  let [text, next]: [string, string | undefined] = ['', '/admin/guidance'];
  while (next) {
    const page: string = (await visit.open(next)).text;
    text += page;
    next = /href="([^"]+)" rel="next"/.exec(page)?.[1];
  }
  return text;
}

describe('the library of guidance', () => {
  it('is for all staff, and not for doctors', async () => {
    expect((await new Visit(test.app).open('/guidance')).status).toBe(303);
    expect((await (await visitOf(doctor)).open('/guidance')).status).toBe(403);
    expect((await (await visitOf(adviser)).open('/guidance')).status).toBe(200);
    expect((await (await visitOf(adviser)).open('/guidance?place=atlantis')).status).toBe(422);
  });

  it('shows each source with its editions, state, link and what rests on it (seeds rows 21, 22)', async () => {
    const source = await sourceOn(await visitOf(adviser), 'A1.p8-9');
    expect(source).toContain('in force from 22 April 2013 to 29 January 2024');
    expect(source).toContain('Superseded by GMC, Using social media as a medical professional');
    expect(source).toContain('Rules: R89');
    expect(source).toContain('Parapet, desk research');
    expect(source).toMatch(/href="https:\/\/www\.gmc-uk\.org[^"]*" rel="noopener noreferrer"/);
  });

  it('says whose account paragraph 17 is seen in (seeds row 24)', async () => {
    const source = await sourceOn(await visitOf(adviser), 'A1.p17');
    expect(source).toContain('as cited by THEMIS, original not checked');
  });

  it('shows both accounts of paragraph 18 (seeds row 25)', async () => {
    const source = await sourceOn(await visitOf(adviser), 'A1.p18');
    expect(source).toContain('Two accounts differ.');
    expect(source).toContain('THEMIS Clinical Defence (Rowe)');
    expect(source).toContain('Dr Walker, scenario 3');
  });

  it('is narrowed by body, place and state', async () => {
    const visit = await visitOf(adviser);
    const irish = await visit.open('/guidance?place=ireland&q=defamation');
    expect(irish.text).toContain('id="B.defam_ie"');
    expect(irish.text).not.toContain('id="B.s5"');
    const byBody = await visit.open('/guidance?body=IPSO');
    expect(byBody.text.match(/<section id=/g)!.length).toBeGreaterThan(0);
    expect(byBody.text).not.toContain('id="A1"');
    expect((await visit.open('/guidance?q=zzzz')).text).toContain('No source fits that search.');
  });

  it('is there for programs with the right', async () => {
    await api().get('/api/v1/guidance').expect(401);
    await api()
      .get('/api/v1/guidance')
      .set(await tokenOf(adviser, 'case:read'))
      .expect(403);
    const list = await api()
      .get('/api/v1/guidance?status=unverified')
      .set(await tokenOf(adviser, 'guidance:read'))
      .expect(200);
    expect(list.body.items.length).toBeGreaterThan(5);
    expect(list.body.items[0].editions[0].state.currency).toBe('unverified');
  });

  it('has a page of what each place switches, extension points apart', async () => {
    const page = await (await visitOf(adviser)).open('/guidance/places');
    expect(page.text).toContain('Medical Council');
    expect(page.text).toContain('General Dental Council');
  });
});

describe('a source that nobody has read', () => {
  const path = '/admin/guidance/B.sar/undated';
  const look = { link: 'https://ico.org.uk/for-organisations/', reviewBy: '2099-01-01' };

  it('is no matter for advisers, and an unknown one is not found', async () => {
    expect((await (await visitOf(adviser)).open('/admin/guidance')).status).toBe(403);
    const visit = await visitOf(admin);
    expect((await visit.open('/admin/guidance/A99/undated')).status).toBe(404);
    const fields = { ...look, checkedOn: today() };
    expect((await visit.send('/admin/guidance/A99/undated', fields)).status).toBe(404);
  });

  it('waits on the list of the administrator, counted in the navigation (seeds rows 36, 114)', async () => {
    expect(await watch(admin)).toBeGreaterThan(10);
    expect(await watch(admin)).toBe(0);
    const page = await (await visitOf(admin)).open('/admin/guidance');
    expect(page.text).toMatch(/Sources to check \(\d+\)/);
    expect(await waiting(await visitOf(admin))).toContain(path);
    expect((await (await visitOf(admin)).open('/admin/people')).text).toMatch(
      /Sources to check \(\d+\)/,
    );
  });

  it('keeps what was typed when the look cannot be right', async () => {
    const visit = await visitOf(admin);
    const wrong = { ...look, checkedOn: '2099-01-01', link: 'ftp://elsewhere' };
    const answer = await visit.send(path, wrong);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="ftp://elsewhere"');
    const early = await visit.send(path, { ...look, checkedOn: today(), reviewBy: '2020-01-01' });
    expect(early.text).toContain('The next look has to be after today');
  });

  it('is warned of no more after a look, in this organisation alone', async () => {
    await watch(stranger);
    const visit = await visitOf(admin);
    expect(await sourceOn(visit, 'B.sar')).toContain('not verified');
    await visit.send(path, { ...look, checkedOn: today() }).expect(303);
    const source = await sourceOn(visit, 'B.sar');
    expect(source).not.toContain('not verified');
    expect(source).toContain(`by ${admin.actor.name}`);
    expect(source).toContain(look.link);
    expect(await waiting(visit)).not.toContain(path);
    const theirs = await visitOf(stranger);
    expect(await waiting(theirs)).toContain(path);
    expect(await sourceOn(theirs, 'B.sar')).toContain('not verified');
    expect((await visit.open('/audit')).text).toContain('Source of guidance looked at again');
  });

  it('can be recorded by a program of an approver', async () => {
    const approver = await given.aPerson(admin.actor.organisationId, 'approver');
    const body = { key: 'A5', edition: 'undated', ...look, checkedOn: today() };
    const token = await tokenOf(approver, 'guidance:review');
    await api().post('/api/v1/guidance/checks').set(token).send(body).expect(201);
    const tasks = await api().get('/api/v1/guidance/tasks').set(token).expect(200);
    expect(tasks.body.items.map(({ key }: { key: string }) => key)).not.toContain('A5');
  });
});

describe('the contacts of an organisation', () => {
  it('are changed by the administrator alone', async () => {
    expect((await (await visitOf(adviser)).open('/admin/organisation')).status).toBe(403);
    const token = await tokenOf(adviser, 'case:read');
    await api().patch('/api/v1/organisation').set(token).send({ version: 1 }).expect(403);
  });

  it('stand on every page of a doctor at once (seeds rows 13, 15, 113)', async () => {
    const theirs = await visitOf(doctor);
    expect((await theirs.open('/my/requests')).text).not.toContain('0800 111 2222');
    const visit = await visitOf(admin);
    const fields = {
      version: 1,
      adviceLine: '0800 111 2222',
      adviceHours: 'Monday to Friday',
      medicoLegalEmail: 'legal@organisation.example',
      membershipLine: '0800 111 3333',
    };
    await visit.send('/admin/organisation', fields).expect(303);
    for (const page of ['/my/requests', '/my/settings', '/support', '/help']) {
      const { text } = await theirs.open(page);
      for (const part of ['0800 111 2222', 'Monday to Friday', '0800 111 3333']) {
        expect(text).toContain(part);
      }
      expect(text).toContain('mailto:legal@organisation.example');
    }
    const stale = await visit.send('/admin/organisation', { ...fields, adviceLine: '1' });
    expect(stale.status).toBe(409);
    expect((await visit.open('/audit')).text).toContain('Contacts of the organisation changed');
  });

  it('stand in the next letter (seeds rows 13, 14)', async () => {
    const bodies = await (await visitOf(adviser)).open('/bodies');
    expect(bodies.status).toBe(200);
    const [own] = await test.app.get(PublishedBodiesService).list(adviser.actor);
    expect(own!.adviceLine).toBe('0800 111 2222 (Monday to Friday)');
  });

  it('hold everything that a template can name of the organisation', async () => {
    const visit = await visitOf(admin);
    const form = await visit.open('/admin/organisation');
    const [, version] = /name="version" value="(\d+)"/.exec(form.text)!;
    const named = Object.entries(TEMPLATE_VARIABLES)
      .filter(([name]) => name.startsWith('organisation.') && name !== 'organisation.name')
      .map(([name]) => name.slice('organisation.'.length));
    expect(named.filter((name) => !form.text.includes(`name="${name}"`))).toEqual([]);
    const fields = {
      version,
      adviceLine: '0800 111 2222',
      adviceHours: 'Monday to Friday',
      complaintsAdvocacy: 'The advocacy service',
      complaintsOmbudsman: 'The ombudsman',
      supportServices: 'A listening service\n\nA counselling line',
    };
    await visit.send('/admin/organisation', fields).expect(303);
    expect(await test.app.get(PublishedBodiesService).get(adviser.actor, null)).toMatchObject({
      complaintsAdvocacy: 'The advocacy service',
      complaintsOmbudsman: 'The ombudsman',
      supportServices: ['A listening service', 'A counselling line'],
    });
    expect((await visit.open('/admin/organisation')).text).toContain(
      'A listening service\nA counselling line</textarea>',
    );
  });

  it('that a program leaves out stay', async () => {
    const token = await tokenOf(admin, 'organisation:manage');
    const { body } = await api().get('/api/v1/organisation').set(token).expect(200);
    const change = { version: body.version, pressHours: 'day and night' };
    const answer = await api().patch('/api/v1/organisation').set(token).send(change).expect(200);
    expect(answer.body.contacts).toMatchObject({
      adviceLine: '0800 111 2222',
      pressHours: 'day and night',
    });
    await api().patch('/api/v1/organisation').set(token).send(change).expect(409);
  });
});

describe('the support directory', () => {
  it('is open to doctors, by nation, with what is from memory marked (seeds rows 11, 119)', async () => {
    const { text } = await (await visitOf(doctor)).open('/support');
    for (const who of ['Citizens Advice Scotland', 'Advice NI', 'Citizens Information, Ireland']) {
      expect(text).toContain(who);
    }
    expect(text).toContain('Not verified');
    expect(text).not.toContain('/admin/support/');
  });

  it('is changed by the administrator, and shown so at once', async () => {
    const visit = await visitOf(admin);
    expect((await visit.open('/admin/support/nobody')).status).toBe(404);
    const path = '/admin/support/advice_ni';
    expect((await (await visitOf(adviser)).open(path)).status).toBe(403);
    await visit.send(path, { number: '028 9000 0000', hours: '9 to 5', isShown: 'on' }).expect(303);
    const seen = (await (await visitOf(doctor)).open('/support')).text;
    expect(seen).toContain('028 9000 0000');
    await visit.send(path, { number: '028 9000 0000', hours: '' }).expect(303);
    expect((await (await visitOf(doctor)).open('/support')).text).not.toContain('Advice NI');
    expect((await (await visitOf(stranger)).open('/support')).text).toContain('0800 915 4604');
  });
});
