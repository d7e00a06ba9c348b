import { jest } from '@jest/globals';
import { Client } from 'pg';
import request from 'supertest';
import {
  CaseClosingService,
  CaseKeys,
  CaseOpeningService,
  CaseReadingService,
  CaseRepository,
  type Incident,
} from '#cases';
import { REFLECTIVE_PROMPTS } from '#guidance';
import { type Actor, type Permission, scopeOfActor } from '#identity';
import { newId } from '#kernel';
import { Transactions } from '#platform';
import {
  AUDIENCES,
  type Draft,
  DraftApprovalService,
  DraftCheckService,
  DraftCompositionService,
  DraftReadingService,
  WaitingDraftsService,
  DraftReleaseService,
  Inspector,
  PublishedBodiesService,
  TemplateCatalogue,
  TemplateOffersService,
} from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { sentencesAskedOn } from '../../../../../test/support/steps/drafts.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

const incident: Incident = {
  title: 'One-star review of the clinic',
  direction: 'about_doctor',
  kind: 'negative_review',
  platform: 'google_business',
  url: 'https://maps.example/review/1',
  handle: 'angry reader',
  postText: 'Waited an hour.',
  postedOn: '2026-11-19',
  seenOn: '2026-11-20',
  visibility: 'public',
  groupSize: null,
  sharing: 'unknown',
  jurisdiction: 'england',
  setting: 'private_practice',
  doctorName: 'Dr Example',
  doctorId: null,
  isUrgent: false,
};

const PUBLIC = 'T-PUB-ACK-UK';
const ALL: Permission[] = ['case:read', 'case:write', 'draft:write'];
const nothing = { inputs: {}, facts: {} };

/** The hidden fields of the form on a page, save those that every form carries. */
function hiddenIn(html: string): Record<string, string> {
  const fields = html.matchAll(/<input type="hidden" name="([a-zA-Z]+)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name, value]) => [name!, plain(value!)]));
}

/** The findings that the buttons of a page take suggestions of. */
function usesOn(html: string): string[] {
  return [...html.matchAll(/name="use" value="([^"]+)"/g)].map(([, key]) => plain(key!));
}

function plain(html: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return html.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name]!);
}

describe('a text on its way out', () => {
  let test: TestApp;
  let given: Given;
  let adviser: TestPerson;
  let colleague: TestPerson;
  let approver: TestPerson;
  let manager: TestPerson;
  let stranger: TestPerson;
  let token: string;

  beforeAll(async () => {
    test = await startTestApp();
    given = new Given(test.app);
    const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
    adviser = await given.aPerson(own, 'adviser');
    colleague = await given.aPerson(own, 'adviser');
    approver = await given.aPerson(own, 'approver');
    manager = await given.aPerson(own, 'manager');
    stranger = await given.aPerson(other, 'approver');
    token = await given.aToken(adviser, ALL);
  });
  afterAll(() => test.close());
  afterEach(() => jest.restoreAllMocks());

  const aCase = (change: Partial<Incident> = {}, actor = adviser.actor) =>
    test.app.get(CaseOpeningService).open(actor, { ...incident, ...change });
  const composition = () => test.app.get(DraftCompositionService);
  const aDraft = async (template = PUBLIC, actor = adviser.actor) => {
    const { reference } = await aCase({}, actor);
    const wanted = { template, given: nothing, bodyId: null };
    const draft = await composition().createFromTemplate(actor, reference, wanted);
    return { draft, reference };
  };
  const edited = (draft: Draft, text: string, actor = adviser.actor) =>
    composition().edit(actor, draft.id, { text, version: draft.version });
  const submitted = (draft: Draft, reason = '') =>
    test.app.get(DraftCheckService).submit(adviser.actor, draft.id, reason);
  const approved = (draft: Draft) =>
    test.app.get(DraftApprovalService).approve(approver.actor, draft.id, draft.textHash);
  const anApproved = async () => {
    const { draft, reference } = await aDraft();
    return { draft: await approved(await submitted(draft)), reference };
  };
  const stateOf = async (id: string) =>
    (await test.app.get(DraftReadingService).get(adviser.actor, id)).draft.state;
  const inSql = (actor: Actor, sql: string, parameters: unknown[]) => {
    const tx = test.app.get(Transactions);
    return tx.run(scopeOfActor(actor), () => tx.query(sql, parameters));
  };
  const api = (method: 'get' | 'post' | 'patch' | 'put', path: string, bearer = token) =>
    request(test.app.getHttpServer())[method](`/api/v1${path}`).auth(bearer, { type: 'bearer' });

  describe('is kept from', () => {
    it('those who are not signed in, and those without the right', async () => {
      const { draft, reference } = await aDraft();
      const page = `/cases/${reference}/drafts/${draft.id}`;
      expect((await new Visit(test.app).open(page)).status).toBe(303);
      await request(test.app.getHttpServer()).get(`/api/v1/drafts/${draft.id}`).expect(401);
      const visit = await new Visit(test.app).signIn(manager);
      for (const path of [page, `/cases/${reference}/drafts`, '/approvals', '/bodies']) {
        expect((await visit.open(path)).status).toBe(403);
      }
      await visit.send(page, { text: 'x', version: 1 }).expect(403);
    });

    it('another organisation, to which it does not exist', async () => {
      const { draft, reference } = await aDraft();
      const theirs = await given.aToken(stranger, ALL);
      await api('get', `/drafts/${draft.id}`, theirs).expect(404);
      await api('get', `/cases/${reference}/drafts`, theirs).expect(404);
      await api('patch', `/drafts/${draft.id}`, theirs).send({ text: 'x', version: 1 }).expect(404);
      await api('post', `/drafts/${draft.id}/submission`, theirs).send({}).expect(404);
      const visit = await new Visit(test.app).signIn(stranger);
      expect((await visit.open(`/cases/${reference}/drafts/${draft.id}/approval`)).status).toBe(
        404,
      );
      const body = { template: PUBLIC, body: newId() };
      await api('post', `/cases/${reference}/drafts`).send(body).expect(404);
    });

    it('the address of another case', async () => {
      const { draft } = await aDraft();
      const { reference } = await aCase();
      const visit = await new Visit(test.app).signIn(adviser);
      expect((await visit.open(`/cases/${reference}/drafts/${draft.id}`)).status).toBe(404);
    });

    it('people outside the wall of its case, list of what waits included', async () => {
      const { draft, reference } = await aDraft();
      await submitted(draft);
      const { id } = await test.app.get(CaseReadingService).get(adviser.actor, reference);
      const { organisationId, personId } = adviser.actor;
      await inSql(adviser.actor, 'insert into wall_member values ($1, $2, $3)', [
        id,
        organisationId,
        personId,
      ]);
      await inSql(adviser.actor, 'update case_record set is_walled = true where id = $1', [id]);
      const reading = test.app.get(DraftReadingService);
      await expect(reading.get(approver.actor, draft.id)).rejects.toMatchObject({
        code: 'draft-not-found',
      });
      const waiting = await test.app
        .get(WaitingDraftsService)
        .listWaiting(approver.actor, { limit: 100 });
      expect(waiting.items.map((row) => row.id)).not.toContain(draft.id);
      await expect(approved(draft)).rejects.toMatchObject({ code: 'draft-not-found' });
    });
  });

  describe('is not sent for approval', () => {
    it('when the check blocks it, in page and API', async () => {
      const { draft, reference } = await aDraft();
      const unsafe = await edited(draft, 'We are sorry that your operation in June went badly.');
      expect(unsafe.verdict).toBe('block');
      const answer = await api('post', `/drafts/${draft.id}/submission`).send({}).expect(422);
      expect(answer.body.code).toBe('draft-has-blocking-findings');
      const visit = await new Visit(test.app).signIn(adviser);
      const page = await visit.open(`/cases/${reference}/drafts/${draft.id}`);
      expect(page.text).toContain('It cannot be sent yet');
      expect(page.text).not.toContain('value="submit"');
      const form = { text: unsafe.text, version: unsafe.version, action: 'submit' };
      await visit.send(`/cases/${reference}/drafts/${draft.id}`, form).expect(422);
      await expect(
        inSql(adviser.actor, `update draft set state = 'submitted' where id = $1`, [draft.id]),
      ).rejects.toThrow('what blocks is let pass by two approvers, or stops');
    });

    it('when the guard fails', async () => {
      const { draft } = await aDraft();
      jest.spyOn(test.app.get(Inspector), 'inspect').mockImplementation(() => {
        throw new Error('out of order');
      });
      await expect(submitted(draft)).rejects.toMatchObject({ code: 'draft-has-blocking-findings' });
      const unchecked = await edited(draft, 'Thank you.');
      expect(unchecked).toMatchObject({
        verdict: 'block',
        findings: [{ rule: 'guard-could-not-check' }],
      });
    });

    it('when facts of the case cannot be opened', async () => {
      const { draft, reference } = await aDraft();
      const { id } = await test.app.get(CaseReadingService).get(adviser.actor, reference);
      await aPatientFact(reference, 'name', 'Mary Kelly');
      await inSql(adviser.actor, 'delete from case_key where case_id = $1', [id]);
      await expect(submitted(draft)).rejects.toMatchObject({ code: 'draft-has-blocking-findings' });
    });

    it('with warnings that nobody has answered for', async () => {
      const { draft } = await aDraft();
      const warned = await edited(draft, 'Thank you for the review. Whatever.');
      expect(warned.verdict).toBe('warn');
      await expect(submitted(warned)).rejects.toMatchObject({ code: 'warnings-need-a-reason' });
      await expect(
        inSql(adviser.actor, `update draft set state = 'submitted' where id = $1`, [draft.id]),
      ).rejects.toThrow('draft_warnings_are_accepted');
      expect(await submitted(warned, 'It is the name of a song.')).toMatchObject({
        state: 'submitted',
        warningsReason: 'It is the name of a song.',
      });
      const visit = await new Visit(test.app).signIn(approver);
      const { reference } = (await test.app.get(DraftReadingService).get(adviser.actor, draft.id))
        .found;
      const page = await visit.open(`/cases/${reference}/drafts/${draft.id}/approval`);
      expect(page.text).toContain('It is the name of a song.');
    });

    it('twice', async () => {
      const { draft } = await aDraft();
      await submitted(draft);
      await expect(submitted(draft)).rejects.toMatchObject({ code: 'draft-already-submitted' });
    });
  });

  describe('is not approved', () => {
    it('by its author: not in the page, not by the service, not in SQL (seeds row 3)', async () => {
      const own = await aDraft(PUBLIC, approver.actor);
      const checks = test.app.get(DraftCheckService);
      const draft = await checks.submit(approver.actor, own.draft.id, '');
      await expect(approved(draft)).rejects.toMatchObject({ code: 'approver-is-author' });
      const visit = await new Visit(test.app).signIn(approver);
      const path = `/cases/${own.reference}/drafts/${draft.id}/approval`;
      const page = await visit.open(path);
      expect(page.text).toContain('You wrote words of it');
      expect(page.text).not.toContain('value="approve"');
      await visit.send(path, { decision: 'approve', textHash: draft.textHash }).expect(403);
      await expect(approveInSql(approver.actor, draft)).rejects.toThrow(
        'draft_approver_is_not_author',
      );
    });

    it('by anybody who has written words of it, and nobody is taken off that list', async () => {
      const { draft } = await aDraft();
      const theirs = await edited(draft, `${draft.text}\nThank you.`, approver.actor);
      expect(theirs.contributorIds).toEqual([adviser.actor.personId, approver.actor.personId]);
      const waiting = await submitted(theirs);
      await expect(approved(waiting)).rejects.toMatchObject({ code: 'approver-is-author' });
      const sql = 'update draft set contributor_ids = array[author_id] where id = $1';
      await expect(inSql(approver.actor, sql, [draft.id])).rejects.toThrow('contributor');
      const silent = `update draft set text = text || '!', checked_hash = text_sha256(text || '!'),
        state = 'draft' where id = $1`;
      await expect(inSql(colleague.actor, silent, [draft.id])).rejects.toThrow('contributor');
    });

    it('at high risk by somebody who may approve low risk only', async () => {
      const { draft, reference } = await aDraft();
      const waiting = await submitted(draft);
      expect(waiting.risk).toBe('high');
      await expect(
        test.app.get(DraftApprovalService).approve(colleague.actor, draft.id, draft.textHash),
      ).rejects.toMatchObject({ code: 'permission-missing' });
      const visit = await new Visit(test.app).signIn(colleague);
      const path = `/cases/${reference}/drafts/${draft.id}/approval`;
      expect((await visit.open(path)).text).toContain('A lead adviser decides');
      await visit.send(path, { decision: 'approve', textHash: draft.textHash }).expect(403);
    });

    it('by a token that holds the scopes all the same; nor released by one', async () => {
      const { draft } = await aDraft();
      const waiting = await submitted(draft);
      const ready = (await anApproved()).draft;
      const strong = await given.aToken(approver, ['case:read']);
      const scopes = ['draft:write', 'draft:approve-low', 'draft:approve-high', 'release:make'];
      expect(
        scopes.filter((scope) => !approver.actor.permissions.has(scope as Permission)),
      ).toEqual([]);
      await asOwner(`update api_token set scopes = scopes || $2 where person_id = $1`, [
        approver.actor.personId,
        scopes,
      ]);
      // The scopes are taken up: with one of them, which is not for people only, the token writes.
      const again = await api('post', `/drafts/${waiting.id}/check`, strong).send({});
      expect(again.status).toBe(200);
      for (const decision of ['approve', 'return']) {
        const ruling = { decision, textHash: waiting.textHash, comment: 'No.' };
        const answer = await api('post', `/drafts/${draft.id}/approval`, strong).send(ruling);
        expect([answer.status, answer.body.code]).toEqual([403, 'permission-missing']);
      }
      const release = await api('post', `/drafts/${ready.id}/release`, strong).send({});
      expect([release.status, release.body.code]).toEqual([403, 'permission-missing']);
      expect([await stateOf(waiting.id), await stateOf(ready.id)]).toEqual([
        'submitted',
        'approved',
      ]);
    });

    it('before it was sent for approval, in words other than those read, or without them', async () => {
      const { draft, reference } = await aDraft();
      await expect(approved(draft)).rejects.toMatchObject({ code: 'draft-not-submitted' });
      await expect(approveInSql(approver.actor, draft)).rejects.toThrow('only a submitted draft');
      await submitted(draft);
      const approvals = test.app.get(DraftApprovalService);
      await expect(
        approvals.approve(approver.actor, draft.id, '0'.repeat(64)),
      ).rejects.toMatchObject({ code: 'words-changed-since-read' });
      const visit = await new Visit(test.app).signIn(approver);
      const path = `/cases/${reference}/drafts/${draft.id}/approval`;
      await visit.send(path, { decision: 'approve', textHash: 'none' }).expect(422);
    });

    it('by a second press, when its author changed the words after they were read', async () => {
      const { draft, reference } = await aDraft();
      await submitted(draft);
      const visit = await new Visit(test.app).signIn(approver);
      const path = `/cases/${reference}/drafts/${draft.id}/approval`;
      const form = await formOn(visit, path);
      expect(form['wordsRead']).toBe(draft.text);
      const other = await submitted(
        await edited(await nowOf(draft), `${draft.text}\nOnly kind ones.`),
      );
      const approve = { decision: 'approve' };
      const first = await visit.send(path, { ...form, ...approve }).expect(409);
      expect(first.text).toContain(
        'These are not the words you read: the author has changed them since.',
      );
      expect(first.text).toMatch(/The words you read[^]*The words now[^]*<ins>[^<]*Only kind ones/);
      const second = hiddenIn(first.text);
      expect(second).toMatchObject({ textHash: other.textHash, wordsRead: draft.text });
      const unread = await visit.send(path, { ...second, ...approve }).expect(422);
      expect(unread.text).toContain('href="#hasReadNewWords"');
      expect(unread.text).toContain('The words now');
      expect(unread.text).not.toMatch(/hasReadNewWords[^>]* checked/);
      expect(await stateOf(draft.id)).toBe('submitted');
      const confirmed = sentencesAskedOn(unread.text);
      const ticks = { ...approve, hasReadNewWords: 'true', confirmed };
      await visit.send(path, { ...hiddenIn(unread.text), ...ticks }).expect(303);
      expect(await stateOf(draft.id)).toBe('approved');
    });

    it('by a tick for words that were changed once more', async () => {
      const { draft, reference } = await aDraft();
      await submitted(draft);
      const visit = await new Visit(test.app).signIn(approver);
      const path = `/cases/${reference}/drafts/${draft.id}/approval`;
      const form = { ...(await formOn(visit, path)), decision: 'approve' };
      await submitted(await edited(await nowOf(draft), 'Thank you, twice.'));
      const second = hiddenIn((await visit.send(path, form)).text);
      await submitted(await edited(await nowOf(draft), 'Thank you, three times.'));
      const ticked = { ...second, decision: 'approve', hasReadNewWords: 'true' };
      const third = await visit.send(path, ticked).expect(409);
      expect(third.text).toContain('three times');
      expect(third.text).toContain('name="hasReadNewWords"');
      expect(third.text).not.toMatch(/hasReadNewWords[^>]* checked/);
      expect(await stateOf(draft.id)).toBe('submitted');
    });

    it('nor returned for words that were not read; for those that were it is, without a tick', async () => {
      const { draft, reference } = await aDraft();
      await submitted(draft);
      const visit = await new Visit(test.app).signIn(approver);
      const path = `/cases/${reference}/drafts/${draft.id}/approval`;
      const back = { decision: 'return', comment: 'Shorter.' };
      const form = await formOn(visit, path);
      await submitted(await edited(await nowOf(draft), 'Thank you\r\n\r\nfor writing.'));
      const again = await visit.send(path, { ...form, ...back }).expect(409);
      expect(again.text).toContain('Shorter.');
      await visit.send(path, { ...hiddenIn(again.text), ...back }).expect(303);
    });

    it('when facts that were added since are in it', async () => {
      const { draft, reference } = await aDraft();
      const named = await edited(draft, 'Thank you for the review, Brightmoon.');
      const waiting = await submitted(named);
      await aPatientFact(reference, 'alias', 'Brightmoon');
      await expect(approved(waiting)).rejects.toMatchObject({
        code: 'draft-has-blocking-findings',
      });
      const rechecked = await test.app.get(DraftCheckService).recheck(adviser.actor, draft.id);
      expect(rechecked).toMatchObject({ state: 'draft', verdict: 'block' });
    });

    it('twice: of two approvals at once one is taken', async () => {
      const { draft } = await aDraft();
      await submitted(draft);
      const second = await given.aPerson(adviser.actor.organisationId, 'approver');
      const approvals = test.app.get(DraftApprovalService);
      const both = await Promise.allSettled([
        approvals.approve(approver.actor, draft.id, draft.textHash),
        approvals.approve(second.actor, draft.id, draft.textHash),
      ]);
      const refused = both.filter(({ status }) => status === 'rejected');
      expect(refused).toMatchObject([{ reason: { code: 'draft-not-submitted' } }]);
    });
  });

  describe('is not released', () => {
    it('before it is approved, and not with one character changed since (seeds row 3)', async () => {
      const { draft } = await aDraft();
      const releases = test.app.get(DraftReleaseService);
      const early = releases.release(adviser.actor, draft.id);
      await expect(early).rejects.toMatchObject({ code: 'draft-not-approved' });
      const ready = await approved(await submitted(draft));
      const changed = await edited(ready, `${ready.text}.`);
      expect(changed).toMatchObject({ state: 'draft', approvedBy: null, approvedHash: null });
      const late = releases.release(adviser.actor, draft.id);
      await expect(late).rejects.toMatchObject({ code: 'draft-not-approved' });
    });

    it('in SQL with other words than the approved ones', async () => {
      const { draft } = await anApproved();
      const change = `update draft set text = text || '!', checked_hash = text_sha256(text || '!')
        where id = $1`;
      await expect(inSql(adviser.actor, change, [draft.id])).rejects.toThrow('new approval');
      const release = `insert into release (id, organisation_id, case_id, draft_id, text, text_hash,
          released_by, released_at)
        select $2, organisation_id, case_id, id, text || '!', text_sha256(text || '!'), $3, now()
          from draft where id = $1`;
      const other = [draft.id, newId(), adviser.actor.personId];
      await expect(inSql(adviser.actor, release, other)).rejects.toThrow('foreign key');
      const unlike = release.replace(`text_sha256(text || '!')`, 'text_hash');
      await expect(inSql(adviser.actor, unlike, other)).rejects.toThrow('release_hash');
    });

    it('in SQL past the approval', async () => {
      const { draft } = await aDraft();
      const skip = `update draft set state = 'released' where id = $1`;
      await expect(inSql(adviser.actor, skip, [draft.id])).rejects.toThrow();
      const born = `insert into draft select (jsonb_populate_record(d, jsonb_build_object(
          'id', $2::text, 'state', 'approved', 'approved_by', $3::text,
          'approved_hash', d.text_hash, 'approved_at', now()))).* from draft d where d.id = $1`;
      const values = [draft.id, newId(), approver.actor.personId];
      await expect(inSql(adviser.actor, born, values)).rejects.toThrow();
    });

    it('twice, and a released text stays as it is', async () => {
      const { draft } = await anApproved();
      const releases = test.app.get(DraftReleaseService);
      await releases.release(adviser.actor, draft.id);
      await expect(releases.release(adviser.actor, draft.id)).rejects.toMatchObject({
        code: 'draft-not-approved',
      });
      await expect(edited(draft, 'Other words.')).rejects.toMatchObject({
        code: expect.stringMatching(/draft-(changed|is-released)/),
      });
      const sql = `update draft set title = 'x' where id = $1`;
      await expect(inSql(adviser.actor, sql, [draft.id])).rejects.toThrow('cannot be changed');
      const text = `update release set text = 'x' where draft_id = $1`;
      await expect(inSql(adviser.actor, text, [draft.id])).rejects.toThrow('permission denied');
    });
  });

  describe('of a case that is closed', () => {
    const close = (reference: string) =>
      test.app.get(CaseClosingService).close(adviser.actor, reference, {
        withdrawClocks: true,
        cancelTasks: true,
        outcome: 'no-action',
        reason: 'Nothing to do.',
      });

    it('waits for nobody until the case is open again', async () => {
      const { draft, reference } = await aDraft();
      await submitted(draft);
      const waitsFor = async () => {
        const waiting = test.app.get(WaitingDraftsService);
        return (await waiting.listWaiting(approver.actor, { limit: 100 })).items.map(
          ({ id }) => id,
        );
      };
      expect(await waitsFor()).toContain(draft.id);
      await close(reference);
      expect(await waitsFor()).not.toContain(draft.id);
      await expect(approved(draft)).rejects.toMatchObject({ code: 'case-closed' });
      const visit = await new Visit(test.app).signIn(approver);
      const page = `/cases/${reference}/drafts/${draft.id}`;
      const decide = (await visit.open(`${page}/approval`)).text;
      expect(decide).toContain('This case is closed');
      expect(decide).not.toContain('value="approve"');
      expect((await visit.open(page)).text).not.toContain('Read and decide');
      await test.app.get(CaseClosingService).reopen(adviser.actor, reference);
      expect(await waitsFor()).toContain(draft.id);
    });

    it('is not released, and its page does not offer it', async () => {
      const { draft, reference } = await anApproved();
      await close(reference);
      const releases = test.app.get(DraftReleaseService);
      await expect(releases.release(adviser.actor, draft.id)).rejects.toMatchObject({
        code: 'case-closed',
      });
      const visit = await new Visit(test.app).signIn(adviser);
      const page = await visit.open(`/cases/${reference}/drafts/${draft.id}`);
      expect(page.text).not.toContain('Release this text');
    });

    it('can still be recorded as posted, and the case stays closed', async () => {
      const { draft, reference } = await anApproved();
      await test.app.get(DraftReleaseService).release(adviser.actor, draft.id);
      await close(reference);
      const visit = await new Visit(test.app).signIn(adviser);
      const page = `/cases/${reference}/drafts/${draft.id}`;
      expect((await visit.open(page)).text).toContain('Record where it went');
      const happenedOn = new Date().toISOString().slice(0, 10);
      const note = { way: 'posted', happenedOn, place: 'https://maps.example/review/1#reply' };
      await visit.send(`${page}/posting`, note).expect(303);
      expect((await visit.open(page)).text).toContain('maps.example/review/1#reply');
      const after = await test.app.get(CaseReadingService).get(adviser.actor, reference);
      expect(after).toMatchObject({ state: 'closed', nextStep: 'none' });
    });
  });

  describe('is not lost', () => {
    it('when two people save it: the second sees both versions', async () => {
      const { draft, reference } = await aDraft();
      const path = `/cases/${reference}/drafts/${draft.id}`;
      await edited(draft, 'The words of the first person.', colleague.actor);
      const visit = await new Visit(test.app).signIn(adviser);
      const form = { text: 'The words of the second person.', version: draft.version };
      const answer = await visit.send(path, form).expect(409);
      expect(answer.text).toContain('The words of the first person.');
      expect(answer.text).toContain('The words of the second person.');
      expect(answer.text).toContain('name="version" value="2"');
      const refused = await api('patch', `/drafts/${draft.id}`).send(form).expect(409);
      expect(refused.body).toMatchObject({
        code: 'draft-changed',
        details: { version: 2, text: 'The words of the first person.' },
      });
    });

    it('when it holds what would hurt a page: it is kept and shown as typed', async () => {
      const { draft, reference } = await aDraft();
      const hostile = `<script>alert(1)</script> {{patient.name}} '; drop table draft; -- 👩‍⚕️ \u202Eabc`;
      await api('patch', `/drafts/${draft.id}`).send({ text: hostile, version: 1 }).expect(200);
      const read = await api('get', `/drafts/${draft.id}`).expect(200);
      expect(read.body.text).toBe(hostile);
      const visit = await new Visit(test.app).signIn(adviser);
      const page = await visit.open(`/cases/${reference}/drafts/${draft.id}`);
      expect(page.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(page.text).not.toContain('<script>alert');
    });

    it('when a form is sent twice: one draft is made', async () => {
      const { reference } = await aCase();
      const visit = await new Visit(test.app).signIn(adviser);
      const path = `/cases/${reference}/drafts/new/${PUBLIC}/own`;
      const one = await visit.send(path, { _once: 'draft-once' }).expect(303);
      const two = await visit.send(path, { _once: 'draft-once' }).expect(303);
      expect(two.headers['location']).toBe(one.headers['location']);
      const list = await api('get', `/cases/${reference}/drafts`).expect(200);
      expect(list.body.items).toHaveLength(1);
    });

    it('when a form is sent again with other answers: it says so in plain words and shows them', async () => {
      const { reference } = await aCase();
      const visit = await new Visit(test.app).signIn(adviser);
      const path = `/cases/${reference}/drafts/new/T-CMP-ACK-ENG/own`;
      const once = { _once: 'altered-once', 'inputs-addressee': 'Ms Jones' };
      const fields = { ...once, ...(await answersFor(reference, 'T-CMP-ACK-ENG')) };
      await visit.send(path, { ...fields, ...once }).expect(303);
      const altered = { ...fields, 'inputs-addressee': 'Ms Altered' };
      const answer = await visit.send(path, altered).expect(422);
      expect(answer.text).toContain('You have sent this form before and changed it since.');
      expect(answer.text).not.toContain('This key');
      expect(answer.text).toContain('value="Ms Altered"');
      const key = /name="_once" value="([^"]+)"/.exec(answer.text)![1];
      await visit.send(path, { ...altered, _once: key }).expect(303);
      const list = await api('get', `/cases/${reference}/drafts`).expect(200);
      expect(list.body.items).toHaveLength(2);
    });

    it('when another body is chosen after the answers: they stay, and nothing is made or kept', async () => {
      const { reference } = await aCase();
      const visit = await new Visit(test.app).signIn(adviser);
      const body = await aBody('Hillview Surgery');
      const base = `/cases/${reference}/drafts/new`;
      const page = await visit.open(`${base}?template=T-CMP-ACK-ENG`);
      expect(page.text).toContain(`formaction="${base}?template=T-CMP-ACK-ENG`);
      const typed = { 'inputs-handler': 'Jo Kind, <b>manager</b>', template: 'T-CMP-ACK-ENG' };
      const chosen = await visit.send(base, { ...typed, body: body.id, _once: 'chosen-once' });
      expect(chosen.status).toBe(200);
      expect(chosen.text).toContain('Jo Kind, &lt;b&gt;manager&lt;/b&gt;');
      expect(chosen.text).toContain(`action="${base}/T-CMP-ACK-ENG/${body.id}"`);
      expect(chosen.text).toMatch(new RegExp(`value="${body.id}" selected`));
      expect(chosen.text).toMatch(/id="sketch">[^]*Hillview Surgery/);
      const kept = await inSql(
        adviser.actor,
        `select key from idempotency_key where key = 'chosen-once'`,
        [],
      );
      expect(kept).toEqual([]);
      const list = await api('get', `/cases/${reference}/drafts`).expect(200);
      expect(list.body.items).toEqual([]);
    });

    it('when another body is chosen and the draft made at once: it is shown in that name first', async () => {
      const { reference } = await aCase();
      const visit = await new Visit(test.app).signIn(adviser);
      const body = await aBody('Riverside Surgery');
      const base = `/cases/${reference}/drafts/new`;
      const typed = { template: PUBLIC, body: body.id };
      const answer = await visit.send(`${base}/${PUBLIC}/own`, typed).expect(422);
      expect(answer.text).toContain('href="#body"');
      expect(answer.text).toMatch(/id="sketch">[^]*Riverside Surgery/);
      expect(answer.text).toContain(`action="${base}/${PUBLIC}/${body.id}"`);
      await visit.send(`${base}/${PUBLIC}/${body.id}`, typed).expect(303);
    });

    it('when an answer is too long for another body to be chosen: the form comes back with it', async () => {
      const { reference } = await aCase();
      const visit = await new Visit(test.app).signIn(adviser);
      const typed = { template: 'T-CMP-ACK-ENG', body: 'own', 'inputs-handler': 'x'.repeat(4001) };
      const answer = await visit.send(`/cases/${reference}/drafts/new`, typed).expect(422);
      expect(answer.text).toContain('href="#inputs-handler"');
      expect(answer.text).toContain('x'.repeat(4001));
    });

    it('when answers are missing: each is named beside its field and the others are kept', async () => {
      const { reference } = await aCase();
      const visit = await new Visit(test.app).signIn(adviser);
      const path = `/cases/${reference}/drafts/new/T-CMP-ACK-ENG/own`;
      const typed = { 'inputs-handler': 'Jo Kind, <b>manager</b>', 'facts-response-dueOn': 'soon' };
      const answer = await visit.send(path, typed).expect(422);
      expect(answer.text).toContain('href="#inputs-addressee"');
      expect(answer.text).toContain('Jo Kind, &lt;b&gt;manager&lt;/b&gt;');
    });
  });

  describe('says nothing of a case in public', () => {
    it('to the byte, for two cases that differ in every field (seeds row 3)', async () => {
      const one = await aCase();
      const other = await aCase({
        title: 'Complaint about Mary Kelly',
        direction: 'both',
        kind: 'threat',
        platform: 'nhs_uk',
        url: 'https://nhs.example/kelly',
        handle: 'mary kelly',
        postText: 'My name is Mary Kelly and they lost my scan.',
        postedOn: '2025-01-01',
        seenOn: '2025-01-02',
        visibility: 'closed_group',
        jurisdiction: 'scotland',
        setting: 'nhs_trust',
        doctorName: 'Dr Entirely Other',
        isUrgent: true,
      });
      await aPatientFact(other.reference, 'name', 'Mary Kelly');
      const published = test.app
        .get(TemplateCatalogue)
        .templates.filter(({ audience }) => AUDIENCES[audience].isPublished);
      expect(published.length).toBeGreaterThan(4);
      for (const template of published) {
        const inputs = Object.fromEntries(
          Object.entries(template.inputs).map(([name, { choices }]) => [name, choices![0]!]),
        );
        const wanted = { template: template.id, given: { inputs, facts: {} }, bodyId: null };
        const [first, second] = [
          await composition().createFromTemplate(adviser.actor, one.reference, wanted),
          await composition().createFromTemplate(colleague.actor, other.reference, wanted),
        ];
        expect(second.text).toBe(first.text);
        expect([template.id, second.verdict, first.risk]).toEqual([template.id, 'pass', 'high']);
      }
    });

    it('and takes no fact that somebody types in', async () => {
      const { reference } = await aCase();
      const facts = { 'organisation.name': 'Mary Kelly’s surgery' };
      const answer = await api('post', `/cases/${reference}/drafts`).send({
        template: PUBLIC,
        facts,
      });
      expect([answer.status, answer.body.code]).toEqual([422, 'draft-not-rendered']);
    });
  });

  it('goes from template to posted, with the case and its history beside it', async () => {
    const { reference, id: caseId } = await aCase();
    await inSql(adviser.actor, `update case_record set next_step = 'draft' where id = $1`, [
      caseId,
    ]);
    const nextStep = async () =>
      (await test.app.get(CaseReadingService).get(adviser.actor, reference)).nextStep;
    const author = await new Visit(test.app).signIn(adviser);
    expect((await author.open(`/cases/${reference}/drafts`)).text).toContain('No route has been');
    const start = await author.open(`/cases/${reference}/drafts/new?template=${PUBLIC}`);
    expect(start.text).toContain('our feedback team');
    const made = await author.send(`/cases/${reference}/drafts/new/${PUBLIC}/own`, {}).expect(303);
    const page = made.headers['location']!;
    const draft = await api('get', page.replace(/.*(\/drafts\/.*)/, '$1')).expect(200);
    const text = `${draft.body.text}\n\nWe read every review.`;
    await author.send(page, { text, version: 1, action: 'check' }).expect(303);
    expect((await author.open(page)).text).toContain('Checked: nothing was found.');
    await author.send(page, { text, version: 2, action: 'submit' }).expect(303);
    expect(await nextStep()).toBe('approve');

    const second = await new Visit(test.app).signIn(approver);
    expect((await second.open('/approvals')).text).toContain(reference);
    const approval = await second.open(`${page}/approval`);
    expect(approval.text).toContain('We read every review.');
    const textHash = /name="textHash" value="(\w+)"/.exec(approval.text)![1];
    await second.send(`${page}/approval`, { decision: 'return', textHash }).expect(422);
    await second.send(`${page}/approval`, { decision: 'approve', textHash }).expect(303);
    expect(await nextStep()).toBe('release');

    expect((await author.open(page)).text).not.toContain('parapet-copy');
    await author.send(`${page}/release`, {}).expect(303);
    expect(await nextStep()).toBe('post');
    expect((await author.open(page)).text).toContain('data-module="parapet-copy"');
    const today = new Date().toISOString().slice(0, 10);
    const note = { way: 'posted', happenedOn: today, place: 'https://maps.example/review/1#reply' };
    await author.send(`${page}/posting`, { ...note, happenedOn: '2199-01-01' }).expect(422);
    await author.send(`${page}/posting`, note).expect(303);
    await author.send(`${page}/posting`, note).expect(409);
    expect(await nextStep()).toBe('follow-up');
    const read = await api('get', page.replace(/.*(\/drafts\/.*)/, '$1')).expect(200);
    expect(read.body).toMatchObject({
      state: 'released',
      release: { text, textHash },
      posting: note,
      approvedBy: approver.actor.name,
    });
    expect(JSON.stringify(read.body)).not.toContain(adviser.actor.personId);
    const history = await timelineOf(reference);
    expect(history).toEqual([
      'case.opened',
      'draft.created',
      'draft.edited',
      'draft.submitted',
      'draft.approved',
      'draft.released',
      'draft.posted',
    ]);
  });

  it('is approved without a tick where only the form wrote the ends of lines in its own way', async () => {
    const { draft, reference } = await aDraft();
    const long = await submitted(await edited(draft, 'Thank you.\n\nWrite to us.'));
    const visit = await new Visit(test.app).signIn(approver);
    const path = `/cases/${reference}/drafts/${draft.id}/approval`;
    const form = await formOn(visit, path);
    const wordsRead = long.text.replaceAll('\n', '\r\n');
    await visit.send(path, { ...form, wordsRead, decision: 'approve' }).expect(303);
  });

  it('returned with a comment, can be changed and sent again', async () => {
    const { draft, reference } = await aDraft();
    const waiting = await submitted(draft);
    const approvals = test.app.get(DraftApprovalService);
    await expect(
      approvals.giveBack(approver.actor, draft.id, { readHash: draft.textHash, comment: '' }),
    ).rejects.toMatchObject({ code: 'return-needs-a-comment' });
    const comment = 'Name <i>nobody</i>.';
    await approvals.giveBack(approver.actor, draft.id, { readHash: waiting.textHash, comment });
    const visit = await new Visit(test.app).signIn(adviser);
    const page = await visit.open(`/cases/${reference}/drafts/${draft.id}`);
    expect(page.text).toContain('Name &lt;i&gt;nobody&lt;/i&gt;.');
    expect(await stateOf(draft.id)).toBe('returned');
    const { version } = await test.app
      .get(DraftReadingService)
      .get(adviser.actor, draft.id)
      .then((file) => file.draft);
    const better = await edited({ ...draft, version }, `${draft.text}\nThank you.`);
    expect(await submitted(better)).toMatchObject({ state: 'submitted', returnReason: null });
  });

  it('takes the guard’s suggestion in the place of what was found', async () => {
    const { draft, reference } = await aDraft();
    const unsafe = await edited(
      draft,
      'Thank you. We are sorry your operation hurt. Please phone.',
    );
    const visit = await new Visit(test.app).signIn(adviser);
    const path = `/cases/${reference}/drafts/${draft.id}`;
    const use = usesOn((await visit.open(path)).text)[0]!;
    const form = { text: unsafe.text, version: unsafe.version, use };
    await visit.send(path, { ...form, use: '1' }).expect(422);
    await visit.send(path, { ...form, use: 'echo.nothing@0-5' }).expect(409);
    await visit.send(path, form).expect(303);
    const after = await test.app.get(DraftReadingService).get(adviser.actor, draft.id);
    const [{ suggestion }] = unsafe.findings as [(typeof unsafe.findings)[0]];
    expect(after.draft.text).toBe(`Thank you. ${suggestion} Please phone.`);
  });

  it('takes the suggestion whose button was pressed, also where facts were added since', async () => {
    const { draft, reference } = await aDraft();
    const words = 'Thank you, Brightmoon. We are sorry your operation hurt. Please phone.';
    const unsafe = await edited(draft, words);
    const path = `/cases/${reference}/drafts/${draft.id}`;
    const visit = await new Visit(test.app).signIn(adviser);
    const [before] = usesOn((await visit.open(path)).text);
    await aPatientFact(reference, 'alias', 'Brightmoon');
    const page = await visit.open(path);
    expect(page.text).toContain('“Brightmoon”');
    expect(usesOn(page.text)).toContain(before);
    const form = { text: unsafe.text, version: unsafe.version, use: before };
    await visit.send(path, form).expect(303);
    const after = (await nowOf(draft)).text;
    expect(after).toMatch(/^Thank you, Brightmoon\. .* Please phone\.$/);
    expect(after).not.toContain('operation');
  });

  it('is checked while it is typed, and nothing of that is kept', async () => {
    const { draft, reference } = await aDraft();
    const visit = await new Visit(test.app).signIn(adviser);
    const text = '  Sorry about your operation, <b>Mary</b>.';
    const answer = await visit
      .send(`/cases/${reference}/drafts/${draft.id}/check`, { text })
      .expect(200);
    expect(answer.body).toMatchObject({ verdict: 'block', words: 5 });
    expect(answer.body.segments.map((part: { text: string }) => part.text).join('')).toBe(text);
    expect((await api('get', `/drafts/${draft.id}`)).body).toMatchObject({ version: 1 });
    const alone = { text: 'Thank you.', channel: 'review_reply', audience: 'public' };
    const checked = await api('post', '/guard/checks').send(alone).expect(200);
    expect(checked.body).toMatchObject({ verdict: 'pass', findings: [] });
    expect(checked.body.askYourself).toEqual(REFLECTIVE_PROMPTS);
  });

  it('asks whoever writes for the doctor’s own account to sit with it first (seeds row 69)', async () => {
    const visit = await new Visit(test.app).signIn(adviser);
    const promptsOf = async (change: Partial<Incident>) => {
      const { reference } = await aCase(change);
      const wanted = { template: 'T-RETRACT', given: nothing, bodyId: null };
      const { id } = await composition().createFromTemplate(adviser.actor, reference, wanted);
      const page = (await visit.open(`/cases/${reference}/drafts/${id}`)).text;
      const answer = await api('get', `/drafts/${id}`).expect(200);
      return [page.includes(REFLECTIVE_PROMPTS[0].text), answer.body.askYourself.length];
    };
    expect(await promptsOf({ direction: 'by_doctor', kind: 'colleague_comment' })).toEqual([
      true,
      2,
    ]);
    expect(await promptsOf({})).toEqual([false, 0]);
  });

  it('is held against the facts of a case for those only who may read them, and that is recorded', async () => {
    const { reference } = await aCase();
    await aPatientFact(reference, 'alias', 'Brightmoon');
    const guess = {
      text: 'Thank you, Brightmoon.',
      channel: 'review_reply',
      audience: 'public',
      reference,
    };
    const actions = () => timelineOf(reference);
    const blind = await api('post', '/guard/checks').send(guess).expect(403);
    expect(blind.body.code).toBe('permission-missing');
    const person = new Set(ALL);
    const alike = { ...adviser.actor, permissions: person };
    const checks = test.app.get(DraftCheckService);
    expect(() => checks.checkText(alike, { ...guess } as never, reference)).toThrow(
      expect.objectContaining({ code: 'permission-missing' }) as Error,
    );
    expect(await actions()).toEqual(['case.opened']);
    const seeing = await given.aToken(adviser, [...ALL, 'patient-fact:read']);
    const theirs = await given.aToken(stranger, [...ALL, 'patient-fact:read']);
    await api('post', '/guard/checks', theirs).send(guess).expect(404);
    const found = await api('post', '/guard/checks', seeing).send(guess).expect(200);
    expect(found.body.verdict).toBe('block');
    expect(await actions()).toEqual(['case.opened', 'draft.text-checked']);
    const [event] = await inSql(
      adviser.actor,
      `select detail from audit_event where action = 'draft.text-checked'`,
      [],
    );
    expect(event).toEqual({
      detail: {
        channel: 'review_reply',
        audience: 'public',
        verdict: 'block',
        guardVersion: found.body.guardVersion,
      },
    });
  });

  it('goes out in the name of a body of one’s own organisation', async () => {
    const { reference } = await aCase();
    const visit = await new Visit(test.app).signIn(adviser);
    await visit.send('/bodies/new', { name: '' }).expect(422);
    const surgery = {
      name: 'Larkfield Surgery',
      complaintsContact: 'our manager',
      website: 'x.example',
    };
    await visit.send('/bodies/new', { ...surgery, supportServices: 'One\nTwo' }).expect(303);
    await visit.send('/bodies/new', surgery).expect(409);
    const list = await api('get', '/bodies').expect(200);
    const body = list.body.items.find((item: { name: string }) => item.name === surgery.name);
    expect(body.supportServices).toEqual(['One', 'Two']);
    const made = await api('post', `/cases/${reference}/drafts`)
      .send({ template: PUBLIC, body: body.id })
      .expect(201);
    expect(made.body.text).toContain('Larkfield Surgery');
    expect(made.body.text).not.toContain('Organisation');
    const change = { ...surgery, version: 1, name: 'Larkfield Practice' };
    await api('put', `/bodies/${body.id}`).send(change).expect(200);
    await api('put', `/bodies/${body.id}`).send(change).expect(409);
    const bodies = test.app.get(PublishedBodiesService);
    await expect(bodies.get(stranger.actor, body.id)).rejects.toMatchObject({
      code: 'body-not-found',
    });
  });

  it('offers the words for an emergency where the post holds words of risk (seeds row 100)', async () => {
    const author = await new Visit(test.app).signIn(adviser);
    const draftsOf = async (postText: string) => {
      const { reference } = await aCase({ postText });
      return (await author.open(`/cases/${reference}/drafts`)).text;
    };
    const warning = 'The post may be about an emergency';
    expect(await draftsOf('I have chest pain, what should I take?')).toContain(warning);
    expect(await draftsOf('Waited an hour.')).not.toContain(warning);
  });

  it('starts from the templates of the decided route', async () => {
    const found = await aCase();
    const tx = test.app.get(Transactions);
    await tx.run(scopeOfActor(adviser.actor), () =>
      test.app.get(CaseRepository).update(found, { primaryRoute: 'acknowledge_signpost' }),
    );
    const decided = await test.app.get(CaseReadingService).get(adviser.actor, found.reference);
    const { fitting } = await test.app.get(TemplateOffersService).offerTemplates(decided);
    expect(fitting.map(({ id }) => id)).toContain(PUBLIC);
    expect(fitting.map(({ id }) => id)).not.toContain('T-PUB-ACK-IE');
    const templates = await api('get', '/templates').expect(200);
    expect(templates.body.items.length).toBe(51);
  });

  const nowOf = async ({ id }: Draft) =>
    (await test.app.get(DraftReadingService).get(adviser.actor, id)).draft;
  const timelineOf = async (reference: string) => {
    const found = await test.app.get(CaseReadingService).get(adviser.actor, reference);
    return (await trailOf(test, adviser.actor, found.id)).map(({ action }) => action);
  };
  const formOn = async (visit: Visit, path: string) => hiddenIn((await visit.open(path)).text);
  const aBody = async (name: string): Promise<{ id: string }> => {
    const details = { name, complaintsContact: 'our manager', website: 'x.example' };
    return (await api('post', '/bodies').send(details).expect(201)).body;
  };

  /** What the form of a template asks for, filled in. */
  async function answersFor(reference: string, template: string): Promise<Record<string, string>> {
    const wanted = { template, given: nothing, bodyId: null };
    const { template: read, asked } = await composition().preview(adviser.actor, reference, wanted);
    const day = '2026-11-23';
    const own = Object.entries(read.inputs).map(([name, { type, choices }]) => [
      `inputs-${name}`,
      type === 'choice' ? choices![0]! : type === 'date' ? day : 'Some words',
    ]);
    const facts = asked.map(({ name, kind }) => [
      `facts-${name.replaceAll('.', '-')}`,
      kind === 'date' ? day : 'Some words',
    ]);
    return Object.fromEntries([...own, ...facts]) as Record<string, string>;
  }

  async function asOwner(sql: string, parameters: unknown[]): Promise<void> {
    const client = new Client({ connectionString: test.ownerUrl });
    await client.connect();
    try {
      await client.query(`select set_config('app.organisation', $1, false)`, [
        approver.actor.organisationId,
      ]);
      const { rowCount } = await client.query(sql, parameters);
      expect(rowCount).toBe(1);
    } finally {
      await client.end();
    }
  }

  async function aPatientFact(reference: string, kind: string, value: string): Promise<void> {
    const { actor } = adviser;
    const { id: caseId } = await test.app.get(CaseReadingService).get(actor, reference);
    const tx = test.app.get(Transactions);
    const id = newId();
    await tx.run(scopeOfActor(actor), async () => {
      const cipher = await test.app.get(CaseKeys).of(actor.organisationId, caseId);
      const sealed = cipher.seal(value, `patient_fact.value_sealed:${id}`);
      await tx.query(
        `insert into patient_fact (id, organisation_id, case_id, kind, value_sealed, added_by, added_at)
         values ($1, $2, $3, $4, $5, $6, now())`,
        [id, actor.organisationId, caseId, kind, sealed, actor.personId],
      );
    });
  }

  function approveInSql(actor: Actor, draft: Draft) {
    return inSql(
      actor,
      `update draft set state = 'approved', approved_by = $2, approved_hash = text_hash,
              approved_at = now() where id = $1`,
      [draft.id, actor.personId],
    );
  }
});
