import { jest } from '@jest/globals';
import { Client } from 'pg';
import { scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

const incident = {
  title: 'One-star review about waiting and manner',
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'nhs_uk',
  seenOn: '2026-11-20',
  postedOn: '2026-11-19',
  visibility: 'public',
  jurisdiction: 'england',
  setting: 'nhs_gp',
};

const ownPost = {
  ...incident,
  title: 'Post with details of a patient',
  direction: 'by_doctor',
  kind: 'confidentiality_text',
  platform: 'facebook',
};

const nobodyInDanger = {
  immediate_danger: 'false',
  contains_threat: 'none',
  doctor_risk_to_self: 'false',
  self_harm_risk_author: 'false',
  safeguarding_concern: 'false',
  intimate_image_abuse: 'false',
};

describe('triage of a case in pages', () => {
  let test: TestApp;
  let adviser: TestPerson;
  let visit: Visit;

  beforeAll(async () => {
    test = await startTestApp();
    const given = new Given(test.app);
    adviser = await given.aPerson(await given.anOrganisation(), 'adviser');
    visit = await new Visit(test.app).signIn(adviser);
  });
  afterAll(() => test.close());

  async function aCase(logged: object = incident): Promise<string> {
    const answer = await visit.send('/cases/new', { ...logged }).expect(303);
    return answer.headers['location'] as string;
  }

  const versionIn = (page: { text: string }) =>
    /name="version" value="(\d+)"/.exec(page.text)?.[1] ?? '';

  async function answer(path: string, group: string, answers: object) {
    const address = `${path}/triage/questions/${group}`;
    const version = versionIn(await visit.open(address));
    return visit.send(address, { ...answers, version });
  }

  /** Goes on from a page with what is given; of its list nothing else is true, and nothing else is known. */
  async function fillIn(path: string, group: string, answers: Readonly<Record<string, string>>) {
    const { text } = await visit.open(`${path}/triage/questions/${group}`);
    const namesIn = (field: RegExp) => [...text.matchAll(field)].map(([, name]) => name!);
    const asked = namesIn(/name="asked" value="([^"]+)"/g);
    const ticked = asked.filter((name) => answers[name] === 'true');
    const others = namesIn(/name="([a-z_]+)"[^>]*value="unsure"/g);
    const unsure = Object.fromEntries(others.map((name) => [name, 'unsure']));
    const single = Object.entries(answers).filter(([name]) => !asked.includes(name));
    const yes = ticked.length > 0 ? ticked : ['none'];
    return answer(path, group, { ...unsure, ...Object.fromEntries(single), asked, yes });
  }

  const assessmentIn = (page: { text: string }) =>
    /name="assessment" value="([^"]+)"/.exec(page.text)?.[1] ?? '';

  it('is kept from those who are not signed in, have no right, or are of another organisation', async () => {
    const path = await aCase();
    const given = new Given(test.app);
    const stranger = await given.aPerson(await given.anOrganisation('trust'), 'adviser');
    const manager = await given.aPerson(adviser.actor.organisationId, 'manager');
    const [outside, foreign, without] = [
      new Visit(test.app),
      await new Visit(test.app).signIn(stranger),
      await new Visit(test.app).signIn(manager),
    ];
    const pages = ['triage', 'triage/questions/safety', 'triage/result', 'deadlines'];
    for (const page of pages) {
      expect((await outside.open(`${path}/${page}`)).status).toBe(303);
      expect((await foreign.open(`${path}/${page}`)).status).toBe(404);
      expect((await without.open(`${path}/${page}`)).status).toBe(403);
    }
    expect((await visit.open(`${path}/triage/questions/hearsay`)).status).toBe(404);
    expect(
      (await foreign.send(`${path}/triage/result`, { assessment: adviser.actor.personId })).status,
    ).toBe(404);
  });

  it('says beside each question about danger that it must be answered, and keeps the others', async () => {
    const path = await aCase();
    const { immediate_danger: _left, ...rest } = nobodyInDanger;
    const refused = await answer(path, 'safety', { ...rest, contains_threat: 'veiled' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('href="#immediate_danger"');
    expect(refused.text).toMatch(/value="veiled" checked/);
  });

  it.each<[string, object, string, Record<string, string>, string, string]>([
    [
      'a reply that gave details, where only the doctor posted',
      ownPost,
      'patient-information',
      { reply_confirms_patient: 'true' },
      'reply_confirms_patient',
      'Choose “Both” for who posted, or say that no reply gave details.',
    ],
    [
      'an outsider who saw it, and no patient information in it',
      ownPost,
      'patient-information',
      { wrong_recipient_or_outsider: 'true', patient_info_disclosed: 'false' },
      'wrong_recipient_or_outsider',
      'Was there patient information in it?',
    ],
    [
      'the doctor as author, where others posted',
      incident,
      'who',
      { author_identity: 'self' },
      'author_identity',
      'Choose “The doctor” or “Both”, or another author.',
    ],
    [
      'opinion only, with a false statement of fact',
      incident,
      'content',
      { content_is_opinion_only: 'true', contains_false_fact: 'true' },
      'contains_false_fact',
      'Which of the two is right?',
    ],
  ])('refuses with words, and keeps what was answered: %s', async (...row) => {
    const [, logged, group, answers, field, words] = row;
    const path = await aCase(logged);
    const refused = await fillIn(path, group, { ...answers, go: 'stay' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
    expect(refused.text).toContain(`href="#${field}"`);
    for (const [name, value] of Object.entries(answers).filter(([, one]) => one !== 'false')) {
      const kept = `id="${name}(?:-\\d+)?"[^>]*checked|value="${value}" (?:checked|selected)`;
      expect(refused.text).toMatch(new RegExp(kept));
    }
    const { text } = await visit.open(`${path}/triage/questions/${group}`);
    expect(versionIn({ text })).toBe('0');
  });

  it('refuses to say that only others posted, once a reply is known to have given details', async () => {
    const path = await aCase({ ...incident, direction: 'both' });
    const reply = { reply_confirms_patient: 'true', go: 'stay' };
    await fillIn(path, 'patient-information', reply).then(({ status }) => expect(status).toBe(303));
    const refused = await answer(path, 'background', { direction: 'about_doctor', go: 'stay' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('or say that no reply gave details.');
    expect(refused.text).toMatch(/name="direction"[^>]*value="about_doctor" checked/);
    expect((await visit.open(`${path}/triage/questions/background`)).text).toMatch(
      /name="direction"[^>]*value="both" checked/,
    );
  });

  it('says where somebody replied already that both posted, so that the reply is asked about', async () => {
    const words = 'choose “Both” for who posted';
    const others = await visit.open(`${await aCase()}/triage/questions/who`);
    expect(others.text).toContain(words);
    const both = await aCase({ ...incident, direction: 'both' });
    expect((await visit.open(`${both}/triage/questions/who`)).text).not.toContain(words);
  });

  it('takes “Not sure” beside an answer that it would contradict as “No”', async () => {
    const path = await aCase(ownPost);
    const answers = { wrong_recipient_or_outsider: 'true', patient_info_disclosed: 'unsure' };
    await answer(path, 'safety', nobodyInDanger);
    const saved = await fillIn(path, 'patient-information', { ...answers, go: 'stay' });
    expect(saved.status).toBe(303);
    await visit.send(`${path}/triage/assessments`, {}).expect(303);
    expect((await visit.open(`${path}/triage/result`)).text).not.toContain('Some of the answers');
  });

  it('shows both answers when somebody else answered in between', async () => {
    const path = await aCase();
    const address = `${path}/triage/questions/content`;
    const version = versionIn(await visit.open(address));
    const [mine, theirs] = [['contains_false_fact'], ['is_troll']];
    const asked = [...mine, ...theirs];
    await visit.send(address, { asked, yes: theirs, version, go: 'stay' }).expect(303);
    const late = await visit.send(address, { asked, yes: mine, version, go: 'stay' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Somebody else answered questions');
    expect(late.text).toMatch(/name="yes"[^>]*value="contains_false_fact" checked/);
    expect(late.text).not.toMatch(/name="yes"[^>]*value="is_troll" checked/);
    expect(versionIn(late)).toBe('1');
  });

  it('leads from an incident to an acknowledgement, asks for no more than counts, and adopts it', async () => {
    const path = await aCase();
    const first = await visit.open(`${path}/triage`);
    expect(first.text).toContain(`href="${path}/triage/questions/safety"`);
    const safety = await answer(path, 'safety', nobodyInDanger);
    expect(safety.headers['location']).not.toContain('questions/safety');
    await fillIn(path, 'who', { author_identity: 'anonymous', provider_can_reply: 'true' });
    const content = await answer(path, 'content', { raises_care_concern: 'true', go: 'advice' });
    expect(content.headers['location']).toBe(`${path}/triage/result`);
    const result = await visit.open(`${path}/triage/result`);
    expect(result.text).toContain('Public acknowledgement');
    expect(result.text).toContain('What not to do');
    expect(result.text).toContain('Do not reply from a personal account.');
    expect(result.text).toContain('What would change this');
    const assessment = assessmentIn(result);
    await visit.send(`${path}/triage/result`, { assessment }).expect(303);
    const decided = await visit.open(`${path}/triage/result`);
    expect(decided.text).toContain('Decided');
    expect(decided.text).toContain(`By ${adviser.actor.name}`);
    expect((await visit.open('/work')).text).toContain('Write a draft');
  });

  it('goes on only when each question of the page has an answer, and saves at any time', async () => {
    const path = await aCase();
    await answer(path, 'safety', nobodyInDanger);
    const { text } = await visit.open(`${path}/triage/questions/processes`);
    const asked = [...text.matchAll(/name="asked" value="([^"]+)"/g)].map(([, name]) => name!);
    expect(asked).toContain('formal_complaint_received');
    const refused = await answer(path, 'processes', { asked });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('or “None of these”');
    expect(refused.text).toContain(`href="#${asked[0]}"`);
    const torn = await answer(path, 'processes', { asked, yes: ['none', asked[0]] });
    expect(torn.status).toBe(422);
    const saved = await answer(path, 'processes', { asked, go: 'leave' });
    expect(saved.headers['location']).toBe(path);
    await fillIn(path, 'processes', { formal_complaint_received: 'true' });
    const again = await visit.open(`${path}/triage/questions/processes`);
    expect(again.text).toMatch(/id="formal_complaint_received"[^>]*checked/);
  });

  it('asks nothing further that another answer of the page has settled', async () => {
    const path = await aCase();
    await answer(path, 'safety', nobodyInDanger);
    const { text } = await visit.open(`${path}/triage/questions/reach`);
    expect(text).toContain('name="media_deadline_hours"');
    const pressAsks = await answer(path, 'reach', { reach: 'low', media_interest: 'enquiry' });
    expect(pressAsks.status).toBe(422);
    expect(pressAsks.text).toContain('href="#media_deadline_hours"');
    const quiet = await answer(path, 'reach', { reach: 'low', media_interest: 'none' });
    expect(quiet.text).not.toContain('href="#media_deadline_hours"');
    expect(quiet.text).toContain('href="#boundary_breach"');
  });

  it('says before it is chosen what “Not sure” counts as and what it would leave open', async () => {
    const path = await aCase();
    const { text } = await visit.open(`${path}/triage/questions/safety`);
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain(
      'Counts as “No” for the route, and as “Yes” for urgency and clocks. How soon: act now. ' +
        'If it is “Yes” after all, the route would be “Police report”.',
    );
  });

  it('marks answers that a change leaves without effect, keeps them, and puts the earlier answer back', async () => {
    const path = await aCase(ownPost);
    await answer(path, 'safety', nobodyInDanger);
    await fillIn(path, 'conduct', { health_misinformation: 'true' });
    const { text } = await visit.open(`${path}/triage/questions/background`);
    expect(text).toContain('name="direction"');
    await answer(path, 'background', { direction: 'about_doctor', go: 'stay' });
    const overview = await visit.open(`${path}/triage`);
    expect(overview.text).toContain('Some answers make no difference now');
    expect(overview.text).toContain('“The doctor” became “Someone else, about the doctor”');
    const conduct = await visit.open(`${path}/triage/questions/conduct`);
    expect(conduct.text).toMatch(/id="health_misinformation"[^>]*checked/);
    expect(conduct.text).toContain('Kept as it was answered.');
    const back = await visit.send(`${path}/triage/put-back`, {}).expect(303);
    expect(back.headers['location']).toBe(`${path}/triage`);
    const after = await visit.open(`${path}/triage`);
    expect(after.text).not.toContain('Some answers make no difference now');
    const twice = await visit.send(`${path}/triage/put-back`, {});
    expect([twice.status, twice.text.includes('There is nothing to put back')]).toEqual([
      409,
      true,
    ]);
  });

  it('refuses in words to adopt advice while a question about danger is open', async () => {
    const path = await aCase();
    await visit.open(`${path}/triage`);
    await visit.send(`${path}/triage/assessments`, {}).expect(303);
    const result = await visit.open(`${path}/triage/result`);
    expect(result.text).toContain('This advice cannot be adopted before these are answered');
    const [, id] = (await visit.open(`${path}/triage/override`)).text.match(
      /name="assessment" value="([^"]+)"/,
    )!;
    const refused = await visit.send(`${path}/triage/result`, { assessment: id });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('“Not sure” is an answer');
  });

  it('explains the advice: severity, exposure, every rule, and what lies nearest to another route', async () => {
    const path = await aCase();
    await answer(path, 'safety', { ...nobodyInDanger, contains_threat: 'explicit', go: 'advice' });
    const { text } = await visit.open(`${path}/triage/result`);
    const words = text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(words).toContain('3 of 3. Somebody is in danger, or is threatened outright.');
    expect(words).toContain('What it may cost the doctor');
    expect(words).toContain('All 102 rules were considered.');
    expect(words).toMatch(/Missing input: \d+/);
    expect(words).toMatch(/Nearest: .+ would lead to/);
    expect(words).toContain('First response by');
  });

  it('says what the rules in force say of advice that rests on older ones', async () => {
    const path = await aCase();
    await answer(path, 'safety', { ...nobodyInDanger, go: 'advice' });
    const reference = path.split('/').at(-1)!;
    // Advice is never changed once given, so that of the older rules stands beside it.
    await test.app.get(Transactions).run(scopeOfActor(adviser.actor), () =>
      test.app.get(Transactions).query(
        `with older as (
           insert into assessment (id, organisation_id, case_id, facts, unsure, pack_version,
                                   assessed_for, recommendation, assessed_by, assessed_at)
           select gen_random_uuid(), a.organisation_id, a.case_id, a.facts, a.unsure, '2025.1.1',
                  a.assessed_for, a.recommendation, a.assessed_by, a.assessed_at + interval '1 second'
             from assessment a join case_record c on c.id = a.case_id where c.reference = $1
           returning id)
         select id from older`,
        [reference],
      ),
    );
    const { text } = await visit.open(`${path}/triage/result`);
    expect(text).toContain('The rules have changed since');
    expect(text).toContain('say the same of the same answers');
  });

  it('lets an earlier answer be changed, and says that the advice is then out of date', async () => {
    const path = await aCase();
    await answer(path, 'safety', { ...nobodyInDanger, go: 'advice' });
    const before = assessmentIn(await visit.open(`${path}/triage/result`));
    await answer(path, 'safety', { ...nobodyInDanger, immediate_danger: 'unsure' });
    const result = await visit.open(`${path}/triage/result`);
    expect(result.text).toContain('This advice is out of date');
    expect(assessmentIn(result)).toBe('');
    const late = await visit.send(`${path}/triage/result`, { assessment: before });
    expect([late.status, late.text.includes('Get the advice again')]).toEqual([409, true]);
    const questions = await visit.open(`${path}/triage/questions/safety`);
    expect(questions.text).toMatch(/name="immediate_danger"[^>]*value="unsure" checked/);
    expect(questions.text).toContain('Act now');
  });

  it('hands a breach to data protection and runs 72 hours from when the controller knew', async () => {
    const path = await aCase(ownPost);
    await answer(path, 'safety', nobodyInDanger);
    const disclosed = {
      patient_info_disclosed: 'true',
      patient_identifiable: 'yes',
      post_still_live: 'true',
      wrong_recipient_or_outsider: 'true',
    };
    await answer(path, 'patient-information', { ...disclosed, go: 'advice' });
    const result = await visit.open(`${path}/triage/result`);
    expect(result.text).toContain('Data protection');
    expect(result.text).toContain('When did the controller become aware of the breach?');
    const adopt = {
      assessment: assessmentIn(result),
      'starts-controller_aware-at': '2026-11-20',
      'starts-controller_aware-time': '17:45',
    };
    const refused = await visit.send(`${path}/triage/result`, adopt);
    expect([refused.status, refused.text.includes('Say who became aware of it')]).toEqual([
      422,
      true,
    ]);
    expect(refused.text).toContain('value="17:45"');
    const told = { ...adopt, 'starts-controller_aware-noticedBy': 'Practice manager' };
    await visit.send(`${path}/triage/result`, told).expect(303);
    const deadlines = await visit.open(`${path}/deadlines`);
    expect(deadlines.text).toContain('datetime="2026-11-23T17:45:00.000Z"');
    expect(deadlines.text).toContain('noticed by Practice manager');
    expect(deadlines.text).toContain('Why this date?');
    expect(deadlines.text).toContain('hours without a pause');
  });

  it('overrides with a reason only, and offers no route that is ruled out', async () => {
    const path = await aCase();
    await answer(path, 'safety', { ...nobodyInDanger, go: 'advice' });
    const form = await visit.open(`${path}/triage/override`);
    expect(form.text).not.toContain('value="moderator_report"');
    const choice = { assessment: assessmentIn(form), route: 'private_contact' };
    const refused = await visit.send(`${path}/triage/override`, choice);
    expect([refused.status, refused.text.includes('Say why')]).toEqual([422, true]);
    const barred = { ...choice, route: 'moderator_report', reason: 'The doctor asks' };
    expect((await visit.send(`${path}/triage/override`, barred)).text).toContain('is ruled out');
    const reason = 'The patient has rung the practice.';
    await visit.send(`${path}/triage/override`, { ...choice, reason }).expect(303);
    const result = await visit.open(`${path}/triage/result`);
    expect(result.text).toContain('Overridden');
    expect(result.text).toContain(reason);
  });

  it('starts, dates, meets and withdraws deadlines by hand', async () => {
    const path = await aCase();
    const started = await visit.send(`${path}/deadlines`, { deadline: 'sar_1m' }).expect(303);
    const clock = started.headers['location'] as string;
    expect((await visit.open(clock)).text).toContain(
      'When was the request for personal data received?',
    );
    const future = await visit.send(clock, { 'start-at': '2199-01-01' });
    expect([future.status, future.text.includes('not in the future')]).toEqual([422, true]);
    await visit.send(clock, { 'start-at': '2026-10-31' }).expect(303);
    const list = await visit.open(`${path}/deadlines`);
    expect(list.text).toContain('datetime="2026-11-30"');
    const running = /deadlines\/([0-9a-f-]{36})"/.exec(list.text)![1];
    expect((await visit.send(`${path}/deadlines/${running}/withdrawn`, {})).status).toBe(422);
    await visit.send(`${path}/deadlines/${running}/met`, {}).expect(303);
    expect((await visit.open(`${path}/deadlines`)).text).toContain('No deadline runs on this case');
  });

  it('says on every page of the case who owns it, and what is due next', async () => {
    const path = await aCase();
    const started = await visit.send(`${path}/deadlines`, { deadline: 'sar_1m' }).expect(303);
    const clock = started.headers['location'] as string;
    await visit.send(clock, { 'start-at': '2026-10-31' }).expect(303);
    await answer(path, 'safety', { ...nobodyInDanger, go: 'advice' });
    const own = ['', '/triage', '/triage/questions/safety', '/triage/result', '/triage/override'];
    const others = ['/deadlines', '/drafts', '/notes', '/parties', '/closing', '/edit'];
    for (const page of [...own, ...others]) {
      const { text } = await visit.open(`${path}${page}`);
      const bar = /<dl class="parapet-case-bar__facts">.*?<\/dl>/s.exec(text)?.[0] ?? '';
      expect([page, bar.includes(adviser.actor.name)]).toEqual([page, true]);
      expect([page, bar.includes('2026-11-30T')]).toEqual([page, true]);
    }
  });

  it('asks the database nine times at most for a page of triage', async () => {
    const path = await aCase();
    const query = jest.spyOn(Client.prototype, 'query');
    for (const page of ['triage', 'triage/questions/safety', 'triage/result', 'deadlines']) {
      query.mockClear();
      expect((await visit.open(`${path}/${page}`)).status).toBe(200);
      const questions = query.mock.calls
        .map(([sql]) => String(sql))
        .filter((sql) => /^\s*(select|insert|with)/i.test(sql) && !sql.includes('set_config'));
      expect(questions.length).toBeGreaterThanOrEqual(4);
      expect(questions.length).toBeLessThanOrEqual(9);
    }
    query.mockRestore();
  });
});
