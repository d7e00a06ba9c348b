import { type Absence, Absences, scopeOfActor } from '#identity';
import { WallsService } from '#cases';
import { Transactions } from '#platform';
import {
  type Draft,
  DraftApprovalService,
  DraftCheckService,
  DraftCompositionService,
  DraftReadingService,
  WaitingDraftsService,
} from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase, decideRoutes } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

let test: TestApp;
let given: Given;
let author: TestPerson;
let lead: TestPerson;
let otherLead: TestPerson;
let cover: TestPerson;
let admin: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  author = await given.aPerson(own, 'adviser');
  lead = await given.aPerson(own, 'approver');
  otherLead = await given.aPerson(own, 'approver');
  cover = await given.aPerson(own, 'adviser');
  admin = await given.aPerson(own, 'admin');
  stranger = await given.aPerson(other, 'adviser');
});
afterAll(() => test.close());
beforeEach(async () => {
  for (const { actor } of [lead, otherLead]) await test.app.get(Absences).setOwn(actor, null);
});

const code = (expected: string) => expect.objectContaining({ code: expected }) as Error;
const inSql = (sql: string, values: unknown[], { actor } = cover) => {
  const tx = test.app.get(Transactions);
  return tx.run(scopeOfActor(actor), () => tx.query<Record<string, unknown>>(sql, values));
};

/** The lead adviser is away, and the cover approves for them. */
const away = (by = lead, but: Partial<Absence> = {}, { actor } = cover) =>
  test.app.get(Absences).setOwn(by.actor, {
    awayUntil: '2199-01-01',
    coverId: actor.personId,
    coverApproves: true,
    ...but,
  });

/** A text of high risk that waits. */
async function aDraft(by = author, typed = '') {
  const { id: caseId, reference } = await aCase(test, by);
  const made = await madeFrom(reference, 'T-PUB-ACK-UK', by, {});
  const draft = await sent(typed === '' ? made : await edited(made, `${made.text}\n${typed}`));
  await inSql("update draft set risk = 'high' where id = $1", [draft.id]);
  return { draft, caseId, reference, page: `/cases/${reference}/drafts/${draft.id}/approval` };
}

/** A statement to the press, of an organisation without a press office: two lead advisers approve it. */
async function aStatement() {
  const { reference } = await aCase(test, author);
  await decideRoutes(test, author, reference, ['press_office']);
  const inputs = { nextStep: 'We have no more to add at present.' };
  return sent(await madeFrom(reference, 'T-HOLDING', author, inputs));
}

function madeFrom(reference: string, template: string, { actor }: TestPerson, inputs: object) {
  const wanted = { template, given: { inputs: { ...inputs }, facts: {} }, bodyId: null };
  return test.app.get(DraftCompositionService).createFromTemplate(actor, reference, wanted);
}

const edited = ({ id, version }: Draft, text: string, by = cover) =>
  test.app.get(DraftCompositionService).edit(by.actor, id, { text, version });
const sent = ({ id }: Draft) =>
  test.app.get(DraftCheckService).submit(author.actor, id, 'As it should be.');
const fileOf = ({ id }: Draft) => test.app.get(DraftReadingService).get(author.actor, id);

async function approved(draft: Draft, { actor } = cover) {
  const { sentences } = await fileOf(draft);
  const hashes = sentences.map(({ hash }) => hash);
  return test.app.get(DraftApprovalService).approve(actor, draft.id, draft.textHash, hashes);
}

describe('approving for somebody who is away', () => {
  it('is refused where nobody is away, and where the cover was not asked to approve', async () => {
    const { draft } = await aDraft();
    await expect(approved(draft)).rejects.toEqual(code('permission-missing'));
    await away(lead, { coverApproves: false });
    await expect(approved(draft)).rejects.toEqual(code('permission-missing'));
    await away(lead, {}, otherLead);
    await expect(approved(draft)).rejects.toEqual(code('permission-missing'));
  });

  it('is not passed on by whoever has no approvals to give, nor by a program, nor to another organisation', async () => {
    await expect(away(author)).rejects.toEqual(code('nothing-to-approve'));
    const program = { ...lead, actor: { ...lead.actor, tokenId: lead.actor.personId } };
    await expect(away(program)).rejects.toEqual(code('permission-missing'));
    await expect(away(lead, {}, stranger)).rejects.toEqual(code('cover-wrong'));
    const backwards = { awayFrom: '2198-01-02', awayUntil: '2198-01-01' };
    await expect(away(lead, backwards)).rejects.toEqual(code('away-until-before-from'));
  });

  it('is refused before the first day, after the last, and once it was ended', async () => {
    const { draft } = await aDraft();
    await away(lead, { awayFrom: '2198-01-01' });
    await expect(approved(draft)).rejects.toEqual(code('permission-missing'));
    await away();
    const past = `update person set away_from = current_date - 9, away_until = current_date - 2 where id = $1`;
    await inSql(past, [lead.actor.personId]);
    await expect(approved(draft)).rejects.toEqual(code('permission-missing'));
    await away();
    await test.app.get(Absences).setOf(admin.actor, lead.actor.personId, null);
    await expect(approved(draft)).rejects.toEqual(code('permission-missing'));
  });

  it('is refused of words of either of the two, and of a case that is walled from the one who is away', async () => {
    await away();
    const { draft: ofCover } = await aDraft(author, 'Thank you.');
    await expect(approved(ofCover)).rejects.toEqual(code('approver-is-author'));
    const { draft: ofLead } = await aDraft(lead);
    await expect(approved(ofLead)).rejects.toEqual(code('permission-missing'));
    const { draft: walled, reference } = await aDraft();
    const members = [author, otherLead, cover].map(({ actor }) => actor.personId);
    await test.app.get(WallsService).raise(otherLead.actor, reference, members);
    await expect(approved(walled)).rejects.toEqual(code('permission-missing'));
  });

  it('is refused to a program of the cover', async () => {
    await away();
    const { draft } = await aDraft();
    const program = { ...cover, actor: { ...cover.actor, tokenId: cover.actor.personId } };
    await expect(approved(draft, program)).rejects.toEqual(code('permission-missing'));
  });

  it('stands with both names, on the page and in the record', async () => {
    await away();
    const { draft, caseId, reference, page } = await aDraft();
    const visit = await new Visit(test.app).signIn(cover);
    expect((await visit.open('/my/settings')).text).toContain(
      `You stand in for ${lead.actor.name}`,
    );
    expect((await visit.open(page)).text).toContain(`You decide for ${lead.actor.name}`);
    const { items } = await test.app
      .get(WaitingDraftsService)
      .listWaiting(cover.actor, { limit: 100 });
    expect(items.find(({ id }) => id === draft.id)).toMatchObject({
      mayDecide: 'yes',
      onBehalfOf: lead.actor.name,
    });
    await approved(draft);
    expect((await fileOf(draft)).draft).toMatchObject({
      state: 'approved',
      approvedBy: cover.actor.personId,
      approvedFor: lead.actor.personId,
    });
    const said = `${cover.actor.name} for ${lead.actor.name}, who was away`;
    const told = await visit.open(`/cases/${reference}/drafts/${draft.id}`);
    expect(told.text).toContain(said);
    const trail = await trailOf(test, author.actor, caseId);
    expect(trail.find(({ action }) => action === 'draft.approved')).toMatchObject({
      actorId: cover.actor.personId,
      detail: { onBehalfOf: lead.actor.personId },
    });
  });

  it('is not needed where the cover’s own right is enough', async () => {
    await away(lead, {}, otherLead);
    const { draft } = await aDraft();
    await approved(draft, otherLead);
    expect((await fileOf(draft)).draft).toMatchObject({ state: 'approved', approvedFor: null });
  });
});

describe('two approvals of one text', () => {
  it('are never of one person, nor of the two people of one of them', async () => {
    await away();
    await away(otherLead);
    const statement = await aStatement();
    await approved(statement);
    for (const person of [cover, lead]) {
      await expect(approved(statement, person)).rejects.toEqual(code('approver-has-approved'));
    }
    const inPress = `update draft set state = 'approved', second_approved_by = $2, second_approved_for = $3,
      second_approved_hash = text_hash, second_approved_at = now() where id = $1`;
    const ids = [otherLead, lead, cover].map(({ actor }) => actor.personId);
    for (const [by, behalf, person] of [
      [ids[1], null, lead],
      [ids[2], ids[0], cover],
    ] as const) {
      await expect(inSql(inPress, [statement.id, by, behalf], person)).rejects.toThrow(
        /draft_(nobody_approves_in_two_names|second_approver_is_another)/,
      );
    }
    await approved(statement, otherLead);
    expect((await fileOf(statement)).draft).toMatchObject({
      state: 'approved',
      approvedBy: cover.actor.personId,
      approvedFor: lead.actor.personId,
      secondApprovedBy: otherLead.actor.personId,
      secondApprovedFor: null,
    });
  });
});

describe('an approval for somebody, in SQL', () => {
  const approve = `update draft set state = 'approved', approved_by = $2, approved_for = $3,
    approved_hash = text_hash, approved_at = now() where id = $1`;

  it('is of somebody who stands in for them today, by the one who does it', async () => {
    const { draft } = await aDraft();
    const people = [cover.actor.personId, lead.actor.personId];
    const refused = 'who approves for another stands in for them today';
    await expect(inSql(approve, [draft.id, ...people])).rejects.toThrow(refused);
    await away(lead, { awayFrom: '2198-01-01' });
    await expect(inSql(approve, [draft.id, ...people])).rejects.toThrow(refused);
    await away();
    await expect(inSql(approve, [draft.id, ...people], otherLead)).rejects.toThrow(refused);
    const { draft: own } = await aDraft(lead);
    await expect(inSql(approve, [own.id, ...people])).rejects.toThrow(
      'draft_is_approved_for_another',
    );
    await inSql(approve, [draft.id, ...people]);
    const forget = 'update draft set approved_for = null where id = $1';
    await expect(inSql(forget, [draft.id])).rejects.toThrow('in the name in which it was given');
  });
});

describe('the pages of being away', () => {
  it('pass approvals on with a first and a last day, and say so to the person and the administrator', async () => {
    const said = { awayUntil: '2199-01-01', coverId: cover.actor.personId, coverApproves: 'true' };
    const clerk = await new Visit(test.app).signIn(author);
    expect((await clerk.open('/my/settings')).text).not.toContain('coverApproves');
    const refused = await clerk.send('/my/settings/absence', said).expect(422);
    expect(refused.text).toContain('href="#coverApproves"');
    const visit = await new Visit(test.app).signIn(lead);
    await visit.open('/my/settings');
    await visit.send('/my/settings/absence', { ...said, awayFrom: '2198-12-01' }).expect(303);
    const words = 'stands in for you and approves drafts for you';
    const { text } = await visit.open('/my/settings');
    expect(text).toContain(words);
    expect(text).toContain('from 1 December 2198 until 1 January 2199');
    const keeper = await new Visit(test.app).signIn(admin);
    const person = `/admin/people/${lead.actor.personId}`;
    expect((await keeper.open(person)).text).toContain('and approves drafts for them');
    await keeper.send(`${person}/absence/end`, {}).expect(303);
    expect((await visit.open('/my/settings')).text).not.toContain(words);
    const trail = await trailOf(test, admin.actor, lead.actor.personId);
    expect(trail.slice(-2).map(({ action }) => action)).toEqual([
      'person.away-set',
      'person.away-ended',
    ]);
    expect(trail.at(-2)?.detail).toMatchObject({ coverApproves: true, awayFrom: '2198-12-01' });
  });
});
