import request from 'supertest';
import { scopeOfActor } from '#identity';
import { RaiseCaseAlert } from '#intake';
import type { CaseId } from '#kernel';
import { scopeOf, Transactions } from '#platform';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const incident = {
  title: 'One-star review about waiting and manner',
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'nhs_uk',
  seenOn: '2026-11-20',
  postedOn: '2026-11-19',
  jurisdiction: 'england',
  setting: 'nhs_gp',
};

const nobodyInDanger = {
  immediate_danger: false,
  contains_threat: 'none',
  doctor_risk_to_self: false,
  self_harm_risk_author: false,
  safeguarding_concern: false,
  intimate_image_abuse: false,
};

const grievance = {
  ...nobodyInDanger,
  provider_can_reply: true,
  raises_care_concern: true,
  author_identity: 'anonymous',
};

const breach = {
  ...nobodyInDanger,
  patient_info_disclosed: true,
  patient_identifiable: 'yes',
  post_still_live: true,
  wrong_recipient_or_outsider: true,
};

describe('triage of a case by programs', () => {
  let test: TestApp;
  let adviser: TestPerson;
  let tokens: Record<'adviser' | 'reader' | 'manager' | 'stranger', string>;

  beforeAll(async () => {
    test = await startTestApp();
    const given = new Given(test.app);
    const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
    adviser = await given.aPerson(own, 'adviser');
    const manager = await given.aPerson(own, 'manager');
    const stranger = await given.aPerson(other, 'adviser');
    tokens = {
      adviser: await given.aToken(adviser, ['case:read', 'case:write']),
      reader: await given.aToken(adviser, ['case:read']),
      manager: await given.aToken(manager, ['report:read']),
      stranger: await given.aToken(stranger, ['case:read', 'case:write']),
    };
  });
  afterAll(() => test.close());

  const call = (
    method: 'get' | 'post' | 'put' | 'patch',
    path: string,
    who: keyof typeof tokens = 'adviser',
  ) => {
    const server = request(test.app.getHttpServer());
    return server[method](`/api/v1${path}`).auth(tokens[who], { type: 'bearer' });
  };

  async function aCase(change: object = {}): Promise<string> {
    const opened = await call('post', '/cases')
      .send({ ...incident, ...change })
      .expect(201);
    return `/cases/${opened.body.reference}`;
  }

  async function anAssessed(facts: object, change: object = {}, unsure: string[] = []) {
    const path = await aCase(change);
    await call('put', `${path}/triage-answers`).send({ facts, unsure }).expect(200);
    const assessed = await call('post', `${path}/assessments`).expect(201);
    return { path, assessment: assessed.body.id as string, advice: assessed.body.recommendation };
  }

  const inOrganisation = <T>(work: (tx: Transactions) => Promise<T>) => {
    const tx = test.app.get(Transactions);
    return tx.run(scopeOfActor(adviser.actor), () => work(tx));
  };
  const idOf = async (path: string) => {
    const reference = path.split('/').at(-1);
    const sql = 'select id from case_record where reference = $1';
    return (await inOrganisation((tx) => tx.query<{ id: CaseId }>(sql, [reference])))[0]!.id;
  };
  const jobsFor = async (caseId: CaseId) => {
    const sql = `select count(*)::int as count from outbox
      where name = 'alert-to-urgent-case' and payload ->> 'caseId' = $1`;
    return (await inOrganisation((tx) => tx.query<{ count: number }>(sql, [caseId])))[0]!.count;
  };
  const alertsOf = async () => {
    const token = await new Given(test.app).aToken(adviser, ['alert:read']);
    const list = request(test.app.getHttpServer()).get('/api/v1/alerts');
    const { body } = await list.auth(token, { type: 'bearer' }).expect(200);
    return body.items as { urgentCase: { reference: string; urgency: string } | null }[];
  };

  const clocksOf = async (path: string) =>
    (await call('get', `${path}/deadlines`).expect(200)).body.items as Record<string, unknown>[];

  it('is refused without a token, without the right, and for a case of somebody else', async () => {
    const path = await aCase();
    await request(test.app.getHttpServer()).get(`/api/v1${path}/deadlines`).expect(401);
    await request(test.app.getHttpServer()).post('/api/v1/assessments').send({}).expect(401);
    await call('post', '/assessments', 'manager').send({ facts: {} }).expect(403);
    await call('post', `${path}/assessments`, 'reader').expect(403);
    await call('put', `${path}/triage-answers`, 'reader').send({ facts: {} }).expect(403);
    for (const noun of ['triage-answers', 'assessments', 'decisions', 'deadlines']) {
      const answer = await call('get', `${path}/${noun}`, 'stranger').expect(404);
      expect(answer.body.code).toBe('case-not-found');
    }
    await call('post', `${path}/assessments`, 'stranger').expect(404);
    await call('put', `${path}/triage-answers`, 'stranger').send({ facts: {} }).expect(404);
  });

  it('names facts that it does not know or cannot read', async () => {
    const loose = await call('post', '/assessments').send({ facts: { reach: 'huge', hue: 1 } });
    expect(loose.status).toBe(422);
    expect(loose.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/reach',
      '/hue',
    ]);
    const path = await aCase();
    const body = { facts: { pile_on: true }, unsure: ['pile_on', 'hue'] };
    const stored = await call('put', `${path}/triage-answers`).send(body).expect(422);
    expect(stored.body.code).toBe('facts-invalid');
    await call('post', '/assessments').send({ facts: [], sql: 1 }).expect(422);
  });

  it('refuses answers that contradict each other, in words', async () => {
    const path = await aCase();
    const facts = { content_is_opinion_only: true, contains_false_fact: true };
    const answer = await call('put', `${path}/triage-answers`).send({ facts }).expect(422);
    expect(answer.body.code).toBe('facts-contradict');
    expect(answer.body.errors[0].detail).toContain('Which of the two is right?');
  });

  it('gives advice on loose facts and keeps nothing', async () => {
    const facts = { provider_can_reply: true, raises_care_concern: true };
    const answer = await call('post', '/assessments', 'reader').send({ facts, on: '2024-01-29' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ primaryRoute: 'acknowledge_signpost', on: '2024-01-29' });
    expect(answer.body.sentences[0]).toContain('Public acknowledgement');
    const tx = test.app.get(Transactions);
    const kept = await tx.run(scopeOfActor(adviser.actor), () =>
      tx.query('select from assessment'),
    );
    expect(kept).toEqual([]);
  });

  it('does not let anybody answer over answers that they have not seen', async () => {
    const path = await aCase();
    const send = (version: number) =>
      call('put', `${path}/triage-answers`).send({ facts: { pile_on: true }, version });
    await send(3).expect(409);
    const first = await send(0).expect(200);
    expect(first.body.version).toBe(1);
    expect((await send(0).expect(409)).body.code).toBe('answers-changed');
  });

  it('reads what the case says of itself from the case, however it was put right', async () => {
    const path = await aCase();
    const told = { facts: { jurisdiction: 'wales', pile_on: true } };
    await call('put', `${path}/triage-answers`).send(told).expect(200);
    const { jurisdiction, version } = (await call('get', path)).body;
    expect(jurisdiction).toBe('wales');
    const put = call('patch', path).set('If-Match', `"${version}"`);
    await put.send({ jurisdiction: 'scotland' }).expect(200);
    const assessed = await call('post', `${path}/assessments`).expect(201);
    expect(assessed.body.facts).toMatchObject({ jurisdiction: 'scotland', pile_on: true });
    const aged = { facts: { first_published_days_ago: 4000 } };
    await call('put', `${path}/triage-answers`).send(aged).expect(422);
  });

  it('says what is open, what “not sure” would mean, and gives one advice with every rule', async () => {
    const { path, assessment } = await anAssessed(nobodyInDanger);
    const answers = await call('get', `${path}/triage-answers`).expect(200);
    expect(answers.body.open[0]).toMatchObject({
      page: expect.any(String),
      isRequired: false,
      notSure: { countsAs: expect.anything(), otherwise: expect.any(Array) },
    });
    const [listed] = (await call('get', `${path}/assessments`)).body.items;
    expect(listed.recommendation.trace).toBeUndefined();
    expect(listed.recommendation.severity.parts).toHaveLength(8);
    const one = await call('get', `${path}/assessments/${assessment}`).expect(200);
    expect(one.body.recommendation.trace).toHaveLength(102);
    expect(one.body.recommendation.exposure).toHaveLength(4);
    expect(one.body.recommendation.nearest).toMatchObject({ fact: expect.any(String) });
    expect(one.body.replay).toMatchObject({ isIdentical: true, primary: null });
    await call('get', `${path}/assessments/${assessment}`, 'stranger').expect(404);
    const other = '00000000-0000-7000-8000-000000000000';
    const none = await call('get', `${path}/assessments/${other}`).expect(404);
    expect(none.body.code).toBe('assessment-not-found');
  });

  it('puts back what a change replaced, once', async () => {
    const path = await aCase({ direction: 'by_doctor' });
    await call('post', `${path}/triage-answers/put-back`, 'reader').expect(403);
    const none = await call('post', `${path}/triage-answers/put-back`).expect(409);
    expect(none.body.code).toBe('nothing-replaced');
    const facts = { ...nobodyInDanger, health_misinformation: true };
    const put = (more: object) =>
      call('put', `${path}/triage-answers`)
        .send({ facts: { ...facts, ...more } })
        .expect(200);
    expect((await put({})).body.replaced).toBeNull();
    const changed = await put({ direction: 'about_doctor' });
    expect(changed.body.replaced.facts).toEqual({ direction: 'by_doctor' });
    expect(changed.body.replaced.idle).toContain('health_misinformation');
    expect(changed.body.idle).toContain('health_misinformation');
    expect(changed.body.facts.health_misinformation).toBe(true);
    const back = await call('post', `${path}/triage-answers/put-back`).expect(200);
    expect(back.body.known.direction).toBe('by_doctor');
    expect(back.body.idle).not.toContain('health_misinformation');
  });

  it('sets the time of the first response, and alerts those on duty once (seeds row 61)', async () => {
    const path = await aCase();
    const put = (facts: object) =>
      call('put', `${path}/triage-answers`).send({ facts }).expect(200);
    await put({ ...nobodyInDanger, contains_threat: 'explicit' });
    const urgent = (await call('get', path)).body;
    expect(urgent).toMatchObject({ urgency: 'now', isUrgent: true });
    expect(urgent.firstResponseDueAt).not.toBeNull();
    const caseId = await idOf(path);
    const raise = () =>
      test.app
        .get(Transactions)
        .run(scopeOf(adviser.actor.organisationId), () =>
          test.app
            .get(RaiseCaseAlert)
            .handle({ caseId }, { outboxId: caseId, organisationId: adviser.actor.organisationId }),
        );
    expect(await jobsFor(caseId)).toBe(1);
    await raise();
    await raise();
    const alerts = (await alertsOf()).filter(({ urgentCase }) => urgentCase !== null);
    expect(alerts).toHaveLength(1);
    expect(alerts[0]!.urgentCase).toEqual({ reference: path.split('/').at(-1), urgency: 'now' });
    await put(nobodyInDanger);
    expect((await call('get', path)).body).toMatchObject({
      urgency: 'routine',
      firstResponseDueAt: null,
    });
  });

  it('does not let advice be adopted while somebody might be in danger and nobody asked', async () => {
    const { path, assessment } = await anAssessed({ raises_care_concern: true });
    const answer = await call('post', `${path}/decisions`).send({ assessment }).expect(409);
    expect(answer.body.code).toBe('must-ask-open');
    expect(answer.body.errors).toHaveLength(6);
    expect((await call('get', path)).body.primaryRoute).toBeNull();
  });

  it('takes "not sure" for an answer, and counts it as yes for urgency', async () => {
    const { immediate_danger: _asked, ...facts } = grievance;
    const { path, assessment, advice } = await anAssessed(facts, {}, ['immediate_danger']);
    expect(advice).toMatchObject({
      primaryRoute: 'acknowledge_signpost',
      urgency: { level: 'now', assumed: ['immediate_danger'] },
    });
    expect((await call('get', path)).body).toMatchObject({ isUrgent: true, nextStep: 'decide' });
    await call('post', `${path}/decisions`).send({ assessment }).expect(201);
  });

  it('adopts a public acknowledgement for a grievance on a site with a reply of its own', async () => {
    const { path, assessment, advice } = await anAssessed(grievance);
    expect(advice).toMatchObject({ primaryRoute: 'acknowledge_signpost', also: ['monitor'] });
    expect(advice.never).toEqual(
      expect.arrayContaining(['public_patient_detail', 'moderator_report']),
    );
    const decided = await call('post', `${path}/decisions`).send({ assessment }).expect(201);
    expect(decided.body).toMatchObject({
      route: 'acknowledge_signpost',
      isOverride: false,
      reason: null,
    });
    expect((await call('get', path)).body).toMatchObject({
      primaryRoute: 'acknowledge_signpost',
      alsoRoutes: ['monitor'],
      nextStep: 'draft',
    });
    expect(await clocksOf(path)).toEqual([]);
    const events = (await call('get', `${path}/timeline`)).body.items;
    expect(events.map(({ action }: { action: string }) => action)).toEqual([
      'route.adopted',
      'triage.assessed',
      'triage.answered',
      'case.opened',
    ]);
  });

  it('overrides with a reason only, never by a barred route, and keeps advice and decision apart', async () => {
    const { path, assessment } = await anAssessed(grievance);
    const decide = (choice: object) =>
      call('post', `${path}/decisions`).send({ assessment, ...choice });
    expect((await decide({ route: 'monitor' }).expect(422)).body.code).toBe('reason-needed');
    expect((await decide({ also: [] }).expect(422)).body.code).toBe('reason-needed');
    const barred = await decide({ route: 'moderator_report', reason: 'The doctor asks' });
    expect([barred.status, barred.body.code]).toEqual([422, 'route-barred']);
    expect(barred.body.title).toContain('“Moderator route” is ruled out');
    const reason = 'The practice has closed its profile.';
    await decide({ route: 'monitor', also: [], reason }).expect(201);
    const [decision] = (await call('get', `${path}/decisions`)).body.items;
    expect(decision).toMatchObject({
      route: 'monitor',
      isOverride: true,
      reason,
      by: adviser.actor.name,
    });
    const [kept] = (await call('get', `${path}/assessments`)).body.items;
    expect([kept.id, kept.recommendation.primaryRoute]).toEqual([
      decision.assessment,
      'acknowledge_signpost',
    ]);
    expect((await call('get', path)).body).toMatchObject({ nextStep: 'follow-up' });
  });

  it('refuses to decide on advice that rests on older answers', async () => {
    const { path, assessment } = await anAssessed(grievance);
    const facts = { ...grievance, platform_policy_breach: true };
    await call('put', `${path}/triage-answers`).send({ facts }).expect(200);
    const answer = await call('post', `${path}/decisions`).send({ assessment }).expect(409);
    expect(answer.body.code).toBe('assessment-out-of-date');
  });

  describe('a breach in the doctor’s own post', () => {
    const own = { direction: 'by_doctor', kind: 'confidentiality_text', platform: 'facebook' };

    it('asks for the start in the past and by whom, and starts no clock without', async () => {
      const { path, assessment } = await anAssessed(breach, own);
      const decide = (start: object) =>
        call('post', `${path}/decisions`).send({ assessment, starts: { controller_aware: start } });
      const answer = await decide({ at: '2199-01-01T00:00:00Z' }).expect(422);
      expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
        '/starts/controller_aware/at',
        '/starts/controller_aware/noticedBy',
      ]);
      expect(await clocksOf(path)).toEqual([]);
    });

    it('runs 72 hours from the moment the controller knew, not from the case', async () => {
      const { path, assessment, advice } = await anAssessed(breach, own);
      expect(advice).toMatchObject({ primaryRoute: 'data_protection' });
      const starts = {
        controller_aware: { at: '2026-03-27T17:45', noticedBy: 'Practice manager' },
      };
      await call('post', `${path}/decisions`).send({ assessment, starts }).expect(201);
      const clock = (await clocksOf(path)).find(({ deadline }) => deadline === 'ico_breach_72h');
      // 17:45 in London is 17:45 UTC on the Friday; the clocks go forward on the Sunday.
      expect(clock).toMatchObject({
        start: { at: '2026-03-27T17:45:00Z', noticedBy: 'Practice manager' },
        dueAt: '2026-03-30T17:45:00.000Z',
        state: 'open',
        needs: null,
      });
      const work = await call('get', '/cases?view=due').expect(200);
      expect(work.body.items).toContainEqual(
        expect.objectContaining({
          reference: path.slice('/cases/'.length),
          dueAt: '2026-03-30T17:45:00.000Z',
        }),
      );
    });

    it('shows a clock whose start nobody knows, without a date, until it is told', async () => {
      const { path, assessment } = await anAssessed(breach, own);
      await call('post', `${path}/decisions`).send({ assessment }).expect(201);
      const [clock] = await clocksOf(path);
      expect(clock).toMatchObject({ deadline: 'ico_breach_72h', dueAt: null, needs: 'start' });
      const start = { at: '2026-11-20T09:00:00Z', noticedBy: 'Practice manager' };
      const told = await call('patch', `${path}/deadlines/${clock!['id']}`).send({ start });
      expect([told.status, told.body.dueAt]).toEqual([200, '2026-11-23T09:00:00.000Z']);
      const [running, old] = await clocksOf(path);
      expect([running!['id'], old!['id'], old!['state']]).toEqual([
        told.body.id,
        clock!['id'],
        'withdrawn',
      ]);
      await call('patch', `${path}/deadlines/${clock!['id']}`).send({ state: 'met' }).expect(409);
    });
  });

  describe('running clocks', () => {
    const complaint = { ...grievance, formal_complaint_received: true };
    const starts = { complaint_received: { at: '2026-11-19' } };

    async function aComplaint() {
      const { path, assessment } = await anAssessed(complaint);
      await call('post', `${path}/decisions`).send({ assessment, starts }).expect(201);
      return path;
    }
    const open = async (path: string) =>
      (await clocksOf(path)).filter(({ state }) => state === 'open');

    it('start together where they start from the same event, and say why', async () => {
      const path = await aComplaint();
      const clocks = await open(path);
      expect(clocks.map(({ deadline, dueOn }) => [deadline, dueOn])).toEqual([
        ['eng_complaint_ack_3wd', '2026-11-24'],
        ['eng_complaint_6m', '2027-05-19'],
      ]);
      expect(clocks[0]!['steps']).toContainEqual(expect.stringContaining('Start, '));
      const list = await call('get', '/cases?view=all&limit=1').expect(200);
      expect(list.body.items[0].dueAt).not.toBeNull();
    });

    it('are counted anew when the place changes: the old ones are withdrawn and logged', async () => {
      const path = await aComplaint();
      const facts = { ...complaint, jurisdiction: 'wales' };
      await call('put', `${path}/triage-answers`).send({ facts }).expect(200);
      expect(await open(path)).toEqual([]);
      const assessed = await call('post', `${path}/assessments`).expect(201);
      const request = { assessment: assessed.body.id, starts };
      await call('post', `${path}/decisions`).send(request).expect(201);
      const clocks = await open(path);
      expect(clocks.map(({ deadline, needs }) => [deadline, needs])).toEqual([
        ['wal_ack_5wd', null],
        ['wal_response', 'date'],
      ]);
      const events = (await call('get', `${path}/timeline`)).body.items;
      const withdrawn = events.filter(
        ({ action }: { action: string }) => action === 'deadline.withdrawn',
      );
      expect(withdrawn).toHaveLength(2);
    });

    it('follow the details of the case when they are put right after the decision', async () => {
      const path = await aComplaint();
      const start = { at: '2026-11-19' };
      const limitation = { deadline: 'defamation_1y', start };
      const first = await call('post', `${path}/deadlines`).send(limitation).expect(201);
      const put = async (change: object) => {
        const { version } = (await call('get', path)).body;
        await call('patch', path).set('If-Match', `"${version}"`).send(change).expect(200);
      };
      await put({ postedOn: '2026-11-09' });
      const moved = (await open(path)).find(({ deadline }) => deadline === 'defamation_1y')!;
      expect(moved).toMatchObject({ start: { at: '2026-11-09' } });
      expect(String(moved['dueOn']) < String(first.body.dueOn)).toBe(true);
      await put({ jurisdiction: 'scotland' });
      const left = (await open(path)).map(({ deadline }) => deadline);
      expect(left.filter((deadline) => String(deadline).startsWith('eng_'))).toEqual([]);
    });

    it('take a date that a person enters only where the rule has no number', async () => {
      const { path, assessment } = await anAssessed(complaint, { jurisdiction: 'wales' });
      await call('post', `${path}/decisions`).send({ assessment, starts }).expect(201);
      const response = (await open(path)).find(({ deadline }) => deadline === 'wal_response')!;
      const change = (body: object) =>
        call('patch', `${path}/deadlines/${response['id']}`).send(body);
      expect((await change({ stated: 'soon' }).expect(422)).body.code).toBe('stated-wrong');
      expect((await change({ stated: '2026-12-24' }).expect(200)).body.dueOn).toBe('2026-12-24');
    });

    it('end when met, or withdrawn with a reason, and are not started again', async () => {
      const path = await aComplaint();
      const [ack, answer] = await open(path);
      const change = (clock: typeof ack, body: object) =>
        call('patch', `${path}/deadlines/${clock!['id']}`).send(body);
      await change(ack, { state: 'met' }).expect(200);
      expect((await change(answer, { state: 'withdrawn' }).expect(422)).body.code).toBe(
        'reason-needed',
      );
      await change(answer, { state: 'withdrawn', reason: 'Complaint withdrawn' }).expect(200);
      expect(await open(path)).toEqual([]);
      const assessed = await call('post', `${path}/assessments`).expect(201);
      const again = { assessment: assessed.body.id, starts };
      await call('post', `${path}/decisions`).send(again).expect(201);
      expect(await open(path)).toEqual([]);
      const later = { complaint_received: { at: '2026-11-20' } };
      const another = { assessment: assessed.body.id, starts: later };
      await call('post', `${path}/decisions`).send(another).expect(201);
      expect((await open(path)).map(({ deadline }) => deadline)).toEqual([
        'eng_complaint_ack_3wd',
        'eng_complaint_6m',
      ]);
    });

    it('are started by hand once, and only those of the place', async () => {
      const path = await aCase();
      const start = (body: object) => call('post', `${path}/deadlines`).send(body);
      await start({ deadline: 'nothing' }).expect(422);
      await start({ deadline: 'hse_30wd' }).expect(422);
      await start({ deadline: 'sar_1m', start: { at: '2026-10-31' } }).expect(201);
      expect((await start({ deadline: 'sar_1m' }).expect(409)).body.code).toBe(
        'deadline-runs-already',
      );
      expect((await open(path))[0]).toMatchObject({ dueOn: '2026-11-30' });
    });
  });
});
