import request from 'supertest';
import { CaseOpeningService } from '#cases';
import { type Actor, type Permission, scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { DraftCompositionService, TemplatePublishingService, TemplatesInForce } from '#responses';
import { anIncident } from '../../../../../test/support/an-incident.js';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { asOwner } from '../../../../../test/support/test-services.js';
import { trailOf } from '../../../../../test/support/trail.js';

const HOME = '/admin/templates';
const TEMPLATE = 'T-PUB-ACK-UK';
const BODY = `Thank you for taking the time to write.

We never talk about anybody on a public page. If you have a concern, please write to us in private: {{organisation.complaintsContact}}.

{{organisation.name}}`;
const WORDING = { title: 'Thank you', summary: 'Thanks.', approval: 'high', body: BODY };
const BLOCKED = 'We are sorry that your operation hurt, Mrs Kelly.';

let test: TestApp;
let given: Given;
let admin: TestPerson;
let otherAdmin: TestPerson;
let approver: TestPerson;
let adviser: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test?.close());

beforeEach(async () => {
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation()];
  admin = await given.aPerson(own, 'admin');
  otherAdmin = await given.aPerson(own, 'admin');
  approver = await given.aPerson(own, 'approver');
  adviser = await given.aPerson(own, 'adviser');
  stranger = await given.aPerson(other, 'admin');
});

const visitOf = (person: TestPerson) => new Visit(test.app).signIn(person);
const api = () => request(test.app.getHttpServer());
const bearer = async (person: TestPerson, ...scopes: Permission[]) =>
  ({ Authorization: `Bearer ${await given.aToken(person, scopes)}` }) as const;
const versionOn = (page: { text: string }) => /name="version" value="(\d+)"/.exec(page.text)![1]!;
const idIn = (path: string) => path.split('/').at(-1)!;

/** A version that is being prepared on the pages, before other words are saved in it. */
async function begun(person = admin) {
  const visit = await visitOf(person);
  const answer = await visit.send(`${HOME}/${TEMPLATE}/versions`, {}).expect(303);
  const form = answer.headers['location'] as string;
  return { visit, form, path: form.replace('/wording', '') };
}

/** A version in these words that waits for the second person. */
async function proposed(wording = WORDING) {
  const { visit, form, path } = await begun();
  const version = versionOn(await visit.open(form));
  await visit.send(form, { ...wording, version }).expect(303);
  const next = versionOn(await visit.open(path));
  await visit.send(`${path}/proposal`, { version: next, note: 'Shorter.' }).expect(303);
  return { visit, path, id: idIn(path) };
}

/** A version in force. */
async function published(wording = WORDING) {
  const made = await proposed(wording);
  const second = await visitOf(approver);
  const version = versionOn(await second.open(made.path));
  await second.send(`${made.path}/publication`, { version }).expect(303);
  return { ...made, second };
}

async function aDraft() {
  const { reference } = await test.app.get(CaseOpeningService).open(adviser.actor, anIncident());
  const wanted = { template: TEMPLATE, given: { inputs: {}, facts: {} }, bodyId: null };
  return test.app.get(DraftCompositionService).createFromTemplate(adviser.actor, reference, wanted);
}

const asPerson = (actor: Actor, sql: string, values: unknown[]) => {
  const tx = test.app.get(Transactions);
  return tx.run(scopeOfActor(actor), () => tx.query(sql, values));
};

describe('wording a template', () => {
  it('is for those who propose or publish, and hidden from other organisations', async () => {
    expect((await new Visit(test.app).open(HOME)).status).toBe(303);
    const visit = await visitOf(adviser);
    expect((await visit.open(HOME)).status).toBe(403);
    expect((await visit.send(`${HOME}/${TEMPLATE}/versions`, {})).status).toBe(403);
    const second = await visitOf(approver);
    expect((await second.send(`${HOME}/${TEMPLATE}/versions`, {})).status).toBe(403);
    const { path } = await proposed();
    const foreign = await visitOf(stranger);
    expect((await foreign.open(path)).status).toBe(404);
    expect((await foreign.open(`${HOME}/T-NO-SUCH`)).status).toBe(404);
    expect((await foreign.open(`${HOME}/${TEMPLATE}`)).text).not.toContain('Version 1');
  });

  it('says at the field what is wrong, in plain words, and keeps what was typed', async () => {
    const { visit, form } = await begun();
    const version = versionOn(await visit.open(form));
    const body = 'Thank you.\n\nDear {{patient.name}}, of {{organisation.colour}}';
    const answer = await visit.send(form, { ...WORDING, version, title: '', body });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Enter the title');
    const faults = await visit.send(form, { ...WORDING, version, body });
    expect(faults.status).toBe(422);
    expect(faults.text).toContain('href="#body"');
    expect(faults.text).toMatch(/Line 3: .*the name of the patient.*must not name it/);
    expect(faults.text).toContain('There is no variable called “organisation.colour”.');
    expect(faults.text).toContain('of {{organisation.colour}}</textarea>');
  });

  it('cannot ask for less approval than the product does', async () => {
    const { visit, form } = await begun();
    const version = versionOn(await visit.open(form));
    const answer = await visit.send(form, { ...WORDING, version, approval: 'low' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('You may ask for more, not for less.');
  });

  it('lists what the words may name, with kind, limit and confidentiality', async () => {
    const { visit, form } = await begun();
    const page = await visit.open(form);
    expect(page.text).toContain('{{organisation.complaintsContact}}');
    expect(page.text).toContain('2,048 characters');
    expect(page.text).toContain('Something the organisation publishes');
    expect(page.text).not.toContain('{{patient.name}}');
    expect(page.text).not.toContain('{{case.reference}}');
  });

  it('shows both versions to whoever is late, and overwrites nothing', async () => {
    const { visit, form, path } = await begun();
    const version = versionOn(await visit.open(form));
    await visit.send(form, { ...WORDING, version }).expect(303);
    const late = await visit.send(form, { ...WORDING, version, body: 'Mine alone.' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Somebody else has saved other words since');
    expect(late.text).toContain('We never talk about anybody');
    expect(late.text).toContain('Mine alone.</textarea>');
    expect((await visit.open(path)).text).not.toContain('Mine alone.');
  });

  it('goes on with what is being prepared, whoever began it', async () => {
    const { path } = await begun();
    expect((await begun(otherAdmin)).path).toBe(path);
  });
});

describe('the preview of a wording', () => {
  it('marks what the check finds, and a wording that it blocks cannot be proposed', async () => {
    const { visit, form, path } = await begun();
    const version = versionOn(await visit.open(form));
    const body = `${BODY}\n\n${BLOCKED}`;
    await visit.send(form, { ...WORDING, version, body }).expect(303);
    const page = await visit.open(path);
    expect(page.text).toContain('The check blocks these words');
    expect(page.text).toMatch(/<mark class="parapet-mark parapet-mark--block">/);
    expect(page.text).not.toContain('Propose this version');
    const ids = [...page.text.matchAll(/id="(finding-\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const refused = await visit.send(`${path}/proposal`, {
      version: versionOn(page),
      note: 'Try it.',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#preview"');
  });

  it('shows a public text the same to the byte for every case (seeds row 3)', async () => {
    const { visit, path } = await begun();
    const page = await visit.open(path);
    expect(page.text).toMatch(/the text is the same to the byte. Its SHA-256 is [0-9a-f]{64}\./);
    expect(page.text).toContain('4 texts made of 4 invented cases, each choice in turn: 0 blocked');
  });
});

describe('publishing a wording', () => {
  it('is refused to whoever worked on it, in page, API and database', async () => {
    const { visit, path, id } = await proposed();
    const version = versionOn(await visit.open(path));
    expect((await visit.send(`${path}/publication`, { version })).status).toBe(403);
    const publication = `/api/v1/template-versions/${id}/publication`;
    for (const person of [admin, approver]) {
      const token = await bearer(person, 'guidance:read');
      await api()
        .post(publication)
        .set(token)
        .send({ version: Number(version) })
        .expect(403);
    }
    const both: Actor = {
      ...admin.actor,
      permissions: new Set([...admin.actor.permissions, 'template:publish']),
    };
    const seen = { id, version: Number(version) };
    await expect(test.app.get(TemplatePublishingService).publish(both, seen)).rejects.toMatchObject(
      { code: 'publisher-is-proposer' },
    );
    const sql = `update template_version set state = 'published', published_by = $2, published_at = now()
      where id = $1`;
    await expect(asPerson(admin.actor, sql, [id, admin.actor.personId])).rejects.toThrow(
      /template_version_publisher_is_not_proposer/,
    );
    await expect(asPerson(admin.actor, sql, [id, approver.actor.personId])).rejects.toThrow(
      /publishes for themselves/,
    );
  });

  it('leaves words that are proposed as they are, in the database too', async () => {
    const { visit, path, id } = await proposed();
    const version = versionOn(await visit.open(path));
    const answer = await visit.send(`${path}/wording`, { ...WORDING, version });
    expect(answer.status).toBe(409);
    const change = asOwner(test, admin.actor.organisationId, (client) =>
      client.query(`update template_version set source = 'other' where id = $1`, [id]),
    );
    await expect(change).rejects.toThrow(/what is proposed cannot be changed/);
  });

  it('refuses a proposal that was held against other words than those in force', async () => {
    const first = await proposed();
    await published({ ...WORDING, body: `${BODY}\n\nThank you again.` });
    const second = await visitOf(approver);
    const page = await second.open(first.path);
    expect(page.text).toContain('Other words have come into force since');
    const answer = await second.send(`${first.path}/publication`, { version: '2' });
    expect(answer.status).toBe(409);
  });

  it('lets one win of two that are published at once', async () => {
    const made = [await proposed(), await proposed({ ...WORDING, title: 'Thanks again' })];
    const service = test.app.get(TemplatePublishingService);
    const other = (await given.aPerson(admin.actor.organisationId, 'approver')).actor;
    const results = await Promise.allSettled([
      service.publish(approver.actor, { id: made[0]!.id, version: 3 }),
      service.publish(other, { id: made[1]!.id, version: 3 }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'version-outdated' },
    });
  });

  it('shows the change in words, puts it in force, and says who and when', async () => {
    const { visit, path } = await proposed();
    const second = await visitOf(approver);
    const page = await second.open(path);
    expect(page.text).toContain('<ins>');
    expect(page.text).toContain('<del>');
    await second.send(`${path}/publication`, { version: versionOn(page) }).expect(303);
    const shown = await visit.open(`${HOME}/${TEMPLATE}`);
    expect(shown.text).toContain('Own version 1');
    expect(shown.text).toContain('We never talk about anybody');
    expect(shown.text).toContain(approver.actor.name);
    const trail = await trailOf(test, admin.actor, idIn(path));
    expect(trail.map(({ action }) => action)).toEqual([
      'template.changed',
      'template.changed',
      'template.proposed',
      'template.published',
    ]);
  });

  it('has drafts made from it from now on; those before keep what they were made from', async () => {
    const before = await aDraft();
    await published();
    const after = await aDraft();
    expect(before).toMatchObject({ templateVersion: 1, templateNumber: null });
    expect(after).toMatchObject({ templateVersion: 1, templateNumber: 1, title: 'Thank you' });
    expect(after.text).toContain('We never talk about anybody');
    const rows = await asPerson(
      admin.actor,
      `select content_hash as "hash" from template_version where organisation_id = $1`,
      [admin.actor.organisationId],
    );
    expect(rows).toEqual([{ hash: after.templateHash }]);
    expect(before.templateHash).not.toBe(after.templateHash);
    const change = asOwner(test, admin.actor.organisationId, (client) =>
      client.query(`update draft set template_number = 1 where id = $1`, [before.id]),
    );
    await expect(change).rejects.toThrow(/keeps the template it was made from/);
  });

  it('changes which sentences are known, for its own organisation alone', async () => {
    const known = (person: TestPerson) =>
      test.app.get(TemplatesInForce).approvedSentences(person.actor.organisationId, TEMPLATE);
    const before = await known(admin);
    await published();
    const after = await known(admin);
    expect([...after].some((hash) => !before.has(hash))).toBe(true);
    expect([...before].every((hash) => after.has(hash))).toBe(false);
    expect(await known(stranger)).toEqual(before);
  });

  it('goes back to an earlier version and to what ships, by two people again', async () => {
    const { visit, path, second } = await published();
    await published({ ...WORDING, body: `${BODY}\n\nThank you again.` });
    expect((await visit.open(path)).text).toContain('Was in force');
    const again = await visit.send(`${path}/again`, { note: 'It was better.' });
    const copy = again.headers['location'] as string;
    const version = versionOn(await visit.open(copy));
    expect((await visit.send(`${copy}/publication`, { version })).status).toBe(403);
    await second.open(copy);
    await second.send(`${copy}/publication`, { version }).expect(303);
    expect((await aDraft()).templateNumber).toBe(3);
    await visit.open(`${HOME}/${TEMPLATE}`);
    const shipped = await visit.send(`${HOME}/${TEMPLATE}/shipped`, { note: 'Back.' }).expect(303);
    const last = shipped.headers['location'] as string;
    await second.send(`${last}/publication`, { version: versionOn(await second.open(last)) });
    expect((await aDraft()).text).toContain('We owe a duty of confidentiality to everybody.');
  });

  it('makes no draft from words that the product’s template has outgrown', async () => {
    const { path, id } = await proposed();
    const { organisationId } = admin.actor;
    const looser = await asOwner(test, organisationId, async (client) => {
      const set = (person: string) =>
        client.query(`select set_config('app.person', $1, false)`, [person]);
      await set(admin.actor.personId);
      const made = await client.query<{ id: string }>(
        `insert into template_version (id, organisation_id, template_id, number, based_on, source, state,
                                       contributor_ids, created_at, proposed_by, proposed_at)
         select gen_random_uuid(), organisation_id, template_id, 2, based_on,
                replace(source, 'approval: high', 'approval: low'), state, contributor_ids, created_at,
                proposed_by, proposed_at from template_version where id = $1 returning id`,
        [id],
      );
      await set(approver.actor.personId);
      await client.query(
        `update template_version set state = 'published', published_by = $2, published_at = now() where id = $1`,
        [made.rows[0]!.id, approver.actor.personId],
      );
      return made.rows[0]!.id;
    });
    await expect(aDraft()).rejects.toMatchObject({ code: 'template-unreadable' });
    const visit = await visitOf(admin);
    expect((await visit.open(HOME)).text).toContain('Does not fit');
    const page = await visit.open(path.replace(id, looser));
    expect(page.text).toContain('You may ask for more, not for less.');
    await visit.open(`${HOME}/${TEMPLATE}`);
    await visit.send(`${HOME}/${TEMPLATE}/shipped`, { note: 'One that fits.' }).expect(303);
  });

  it('can be withdrawn by either', async () => {
    const { path } = await proposed();
    const second = await visitOf(approver);
    const version = versionOn(await second.open(path));
    await second.send(`${path}/withdrawal`, { version }).expect(303);
    expect((await second.open(path)).text).toContain('Withdrawn');
  });
});

describe('wordings for programs', () => {
  const versions = `/api/v1/templates/${TEMPLATE}/versions`;

  it('need a token with the right, and stay within the organisation', async () => {
    await api().get('/api/v1/template-versions').expect(401);
    const token = await bearer(adviser, 'case:read');
    await api().get('/api/v1/template-versions').set(token).expect(403);
    const own = await bearer(admin, 'template:propose');
    const made = await api()
      .post(versions)
      .set(own)
      .send({ ...WORDING, note: 'Why.' });
    expect(made.status).toBe(201);
    const foreign = await bearer(stranger, 'template:propose');
    const { id } = made.body as { id: string };
    await api().get(`/api/v1/template-versions/${id}`).set(foreign).expect(404);
    await api().get('/api/v1/templates/T-NO-SUCH/versions').set(own).expect(404);
  });

  it('are checked without being kept, each fault at its field', async () => {
    const token = await bearer(admin, 'template:propose');
    const send = (change: object) =>
      api()
        .post(`/api/v1/templates/${TEMPLATE}/checks`)
        .set(token)
        .send({ ...WORDING, ...change });
    const faulty = await send({ body: '{{patient.name}}' }).expect(200);
    expect(faulty.body).toMatchObject({ preview: null, faults: [{ field: 'body' }] });
    const blocked = await send({ body: BLOCKED }).expect(200);
    expect(blocked.body).toMatchObject({ faults: [], preview: { verdict: 'block', isSame: true } });
    const refused = await api()
      .post(versions)
      .set(token)
      .send({ ...WORDING, body: BLOCKED, note: 'Why.' })
      .expect(422);
    expect(refused.body).toMatchObject({ code: 'preview-blocked' });
    const all = await api().get(versions).set(token).expect(200);
    expect(all.body).toMatchObject({ items: [] });
  });

  it('are read as they are in force, with the hashes of the sentences that are known', async () => {
    const { id } = await published();
    const token = await bearer(adviser, 'case:read');
    const answer = await api().get(`/api/v1/templates/${TEMPLATE}`).set(token).expect(200);
    expect(answer.body).toMatchObject({ inForce: '1+own.1', ownNumber: 1, title: 'Thank you' });
    const { approvedSentences } = answer.body as { approvedSentences: string[] };
    expect(approvedSentences.length).toBeGreaterThan(1);
    const again = await bearer(admin, 'template:propose');
    const copy = await api()
      .post(`/api/v1/template-versions/${id}/proposal`)
      .set(again)
      .send({ note: 'Once more.' })
      .expect(201);
    expect(copy.body).toMatchObject({ number: 2, state: 'proposed', comparedWith: '1+own.1' });
  });
});
