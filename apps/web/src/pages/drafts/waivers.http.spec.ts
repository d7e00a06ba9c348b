import request from 'supertest';
import { PatientFactsService } from '#cases';
import type { Category } from '#confidentiality';
import { ApiTokensService, scopeOfActor } from '#identity';
import { newId } from '#kernel';
import { Transactions } from '#platform';
import {
  type Draft,
  DraftApprovalService,
  DraftCheckService,
  DraftCompositionService,
  DraftReadingService,
  WaitingDraftsService,
  DraftReleaseService,
  isWaivable,
  WAIVABLE,
  WaiversService,
} from '#responses';
import { Visit } from '../../../../../test/support/browsing.js';
import { aCase } from '../../../../../test/support/casework.js';
import { Given, type TestPerson } from '../../../../../test/support/given.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { trailOf } from '../../../../../test/support/trail.js';

let test: TestApp;
let given: Given;
let adviser: TestPerson;
let first: TestPerson;
let second: TestPerson;
let third: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  test = await startTestApp();
  given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation('trust')];
  adviser = await given.aPerson(own, 'adviser');
  first = await given.aPerson(own, 'approver');
  second = await given.aPerson(own, 'approver');
  third = await given.aPerson(own, 'approver');
  stranger = await given.aPerson(other, 'approver');
});
afterAll(() => test.close());

const REASON = 'The site asks for the day, and the patient has agreed to it.';
const DISCLOSES = 'Your operation on Tuesday went wrong.';
const NAMES = 'The NHS number is 943 476 5919.';
const RELATIVE = 'Desmond Pellow';
const NAMES_RELATIVE = `${RELATIVE} was seen on Tuesday.`;

/** A report to a site with words added by hand, and the address of its page. */
async function aReport(typed = DISCLOSES) {
  const { id: caseId, reference } = await aCase(test, adviser);
  const relative = { kind: 'third_party', value: RELATIVE } as const;
  await test.app.get(PatientFactsService).add(adviser.actor, reference, relative);
  const composition = test.app.get(DraftCompositionService);
  const blank = { template: 'T-MOD-APPEAL', given: { inputs: {}, facts: {} }, bodyId: null };
  const { asked } = await composition.preview(adviser.actor, reference, blank);
  const ground = asked.find(({ name }) => name === 'ground.key')?.choices?.[0]?.value ?? '';
  const given = { inputs: { siteReference: 'A1' }, facts: { 'ground.key': ground } };
  const made = await composition.createFromTemplate(adviser.actor, reference, { ...blank, given });
  const draft = await edited(made, `${made.text}\n${typed}`);
  return { draft, caseId, page: `/cases/${reference}/drafts/${draft.id}/waivers` };
}

const edited = ({ id, version }: Draft, text: string, by = adviser) =>
  test.app.get(DraftCompositionService).edit(by.actor, id, { text, version });
const fileOf = ({ id }: Draft) => test.app.get(DraftReadingService).get(adviser.actor, id);
const blockingOf = ({ findings }: Draft) => findings.filter(({ severity }) => severity >= 2);

type But = { reason?: string; readHash?: string; rules?: string };

async function waived(draft: Draft, by = first, { rules, ...but }: But = {}) {
  for (const place of blockingOf(draft).filter(({ rule }) => rule === (rules ?? rule))) {
    const said = { readHash: draft.textHash, place, reason: REASON, ...but };
    await test.app.get(WaiversService).waive(by.actor, draft.id, said);
  }
}

async function seconded(draft: Draft, by = second) {
  for (const { id: waiverId } of (await fileOf(draft)).draft.waivers) {
    const said = { waiverId, readHash: draft.textHash };
    await test.app.get(WaiversService).second(by.actor, draft.id, said);
  }
}

const submitted = ({ id }: Draft) =>
  test.app.get(DraftCheckService).submit(adviser.actor, id, 'Said as the site asks.');
const approved = ({ id, textHash }: Draft, by = second) =>
  test.app.get(DraftApprovalService).approve(by.actor, id, textHash);
const released = ({ id }: Draft, by = first) =>
  test.app.get(DraftReleaseService).release(by.actor, id);
const inSql = (sql: string, values: unknown[], { actor } = first) => {
  const tx = test.app.get(Transactions);
  return tx.run(scopeOfActor(actor), () => tx.query<Record<string, unknown>>(sql, values));
};
const code = (expected: string) => expect.objectContaining({ code: expected }) as Error;

describe('letting a finding pass that blocks a draft', () => {
  it('is refused to whoever has not the right, to authors, and hidden from another organisation', async () => {
    const { draft } = await aReport();
    await expect(waived(draft, adviser)).rejects.toEqual(code('permission-missing'));
    await expect(waived(draft, stranger)).rejects.toEqual(code('draft-not-found'));
    const own = await edited(draft, `${draft.text} Thank you.`, first);
    await expect(waived(own, first)).rejects.toEqual(code('approver-is-author'));
  });

  it('is refused to a program, whatever its scopes are', async () => {
    const { draft } = await aReport();
    const token = await given.aToken(first, test.app.get(ApiTokensService).scopesOf(first.actor));
    const [{ rule, start, end }] = blockingOf(draft) as [Draft['findings'][number]];
    const post = (path: string, body: object) =>
      request(test.app.getHttpServer())
        .post(`/api/v1/drafts/${draft.id}/${path}`)
        .set('authorization', `Bearer ${token}`)
        .set('idempotency-key', newId())
        .send(body);
    const { textHash } = draft;
    await post('waivers', { textHash, rule, start, end, reason: REASON }).expect(403);
    await waived(draft);
    const id = (await fileOf(draft)).draft.waivers[0]!.id;
    await post(`waivers/${id}/second`, { textHash }).expect(403);
    await post('approval', { decision: 'approve', textHash }).expect(403);
    await post('release', {}).expect(403);
  });

  it('is refused without a reason, for other words, for what is not found, and twice', async () => {
    const { draft } = await aReport();
    await expect(waived(draft, first, { reason: '' })).rejects.toEqual(
      code('waiver-needs-a-reason'),
    );
    await expect(waived(draft, first, { readHash: '0'.repeat(64) })).rejects.toEqual(
      code('words-changed-since-read'),
    );
    const elsewhere = { ...draft, findings: [{ ...blockingOf(draft)[0]!, start: 0, end: 1 }] };
    await expect(waived(elsewhere)).rejects.toEqual(code('finding-not-found'));
    await waived(draft);
    await expect(waived(draft, third)).rejects.toEqual(code('finding-waived-already'));
  });

  it('is refused for a direct identifier, whoever asks', async () => {
    const { draft } = await aReport(NAMES);
    await expect(waived(draft)).rejects.toEqual(code('finding-never-waived'));
    const { draft: naming, page } = await aReport(NAMES_RELATIVE);
    const rules = 'third-party.named';
    await expect(waived(naming, first, { rules })).rejects.toEqual(code('finding-never-waived'));
    expect((await fileOf(naming)).draft.waivers).toEqual([]);
    const { text } = await (await new Visit(test.app).signIn(first)).open(page);
    expect(text).toContain('a relative or another patient');
    expect(text).not.toContain(`value="${rules}@`);
    expect(text).toContain(`value="over-disclosure.platform@`);
  });

  it('is not enough of one approver, who cannot agree with themselves', async () => {
    const { draft } = await aReport();
    await waived(draft);
    await expect(seconded(draft, first)).rejects.toEqual(code('waiver-is-own'));
    await expect(seconded(draft, adviser)).rejects.toEqual(code('permission-missing'));
    await expect(submitted(draft)).rejects.toEqual(code('draft-has-blocking-findings'));
    await seconded(draft);
    await expect(seconded(draft, third)).rejects.toEqual(code('waiver-seconded-already'));
  });

  it('is void with one changed character, also when the words come back', async () => {
    const { draft } = await aReport();
    await waived(draft);
    await seconded(draft);
    const changed = await edited(draft, `${draft.text}!`);
    await expect(submitted(changed)).rejects.toEqual(code('draft-has-blocking-findings'));
    const again = await edited(changed, draft.text);
    expect(again.textHash).toBe(draft.textHash);
    await expect(submitted(again)).rejects.toEqual(code('draft-has-blocking-findings'));
  });

  it('takes a text to its readers with both names in the record; a low approval is not enough', async () => {
    const { draft, caseId } = await aReport();
    await waived(draft);
    await seconded(draft);
    const waiting = await submitted(draft);
    const helper = await given.aPerson(adviser.actor.organisationId, 'adviser');
    await expect(approved(waiting, helper)).rejects.toEqual(code('permission-missing'));
    await approved(waiting);
    await released(waiting);
    const file = await fileOf(draft);
    expect(file.draft).toMatchObject({ state: 'released', verdict: 'block' });
    expect(file.draft.waivers[0]).toMatchObject({
      textHash: file.release?.textHash,
      reason: REASON,
      waivedBy: first.actor.personId,
      secondedBy: second.actor.personId,
    });
    const trail = await trailOf(test, adviser.actor, caseId);
    const actions = trail.map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['draft.finding-waived', 'draft.waiver-seconded', 'draft.released']),
    );
  });
});

describe('the pages of findings that are let pass', () => {
  it('take the reason, ask for the second approver, and tell the approver of both', async () => {
    const { draft, page } = await aReport();
    const { textHash } = draft;
    const author = await new Visit(test.app).signIn(adviser);
    expect((await author.open(page.replace('/waivers', ''))).text).toContain(page);
    expect((await author.open(page)).text).toContain('two other people decide');
    const lead = await new Visit(test.app).signIn(first);
    const options = (await lead.open(page)).text.matchAll(/name="finding"[^>]*value="([^"]+)"/g);
    const findings = [...options].map(([, value]) => value!);
    expect(findings).not.toEqual([]);
    const half = await lead.send(page, { textHash, finding: findings[0]! }).expect(422);
    expect(half.text).toContain('href="#reason"');
    for (const finding of findings) {
      await lead.send(page, { textHash, finding, reason: REASON }).expect(303);
    }
    expect((await lead.open(page)).text).toContain('another lead adviser has to agree');
    const other = await new Visit(test.app).signIn(second);
    expect((await other.open('/approvals')).text).toContain('href="/waivers"');
    const list = (await other.open('/waivers')).text;
    expect(list.split(`href="${page}"`)).toHaveLength(findings.length + 1);
    expect(list).toContain(`“${DISCLOSES.slice(0, -1)}”`);
    expect(list).toContain('Date or time of contact');
    expect(list).toContain('More than the readers need');
    const seconds = (await other.open(page)).text.matchAll(/action="([^"]+\/second)"/g);
    for (const [, path] of seconds) await other.send(path!, { textHash }).expect(303);
    expect((await other.open(page)).text).toContain('Nothing stops this text any more');
    await submitted(draft);
    const approval = (await other.open(page.replace('waivers', 'approval'))).text;
    expect(approval).toContain(REASON);
    expect(approval).toContain(`Let pass by ${first.actor.name}`);
    expect(approval).toContain(`Agreed by ${second.actor.name}`);
  });
});

describe('findings that are let pass, in SQL', () => {
  const insert = `insert into finding_waiver (id, organisation_id, case_id, draft_id, text_hash, rule, starts,
      ends, category, reason, waived_by, waived_at)
    select $2, d.organisation_id, d.case_id, d.id, d.text_hash, f ->> 'rule', (f ->> 'start')::int,
      (f ->> 'end')::int, f ->> 'category', 'x', $3, now()
      from draft d, jsonb_array_elements(d.findings) f
     where d.id = $1 and (f ->> 'severity')::int >= 2 and f ->> 'rule' like $4 limit 1`;

  it('are never a direct identifier, never in another’s name and never of an author', async () => {
    const { draft } = await aReport();
    const own = first.actor.personId;
    for (const [typed, rule] of [
      [NAMES, 'identifier.nhs_number'],
      [NAMES_RELATIVE, 'third-party.named'],
    ] as const) {
      const { draft: naming } = await aReport(typed);
      await expect(inSql(insert, [naming.id, newId(), own, rule])).rejects.toThrow('names nobody');
    }
    const other = [draft.id, newId(), second.actor.personId, '%'];
    await expect(inSql(insert, other)).rejects.toThrow('by the one who does it');
    const author = [draft.id, newId(), adviser.actor.personId, '%'];
    await expect(inSql(insert, author, adviser)).rejects.toThrow('by nobody who wrote it');
  });

  it('are what a text that blocks needs to go on, both people of it', async () => {
    const { draft } = await aReport();
    const send = "update draft set state = 'submitted' where id = $1";
    await expect(inSql(send, [draft.id])).rejects.toThrow('let pass by two approvers');
    await waived(draft);
    await expect(inSql(send, [draft.id])).rejects.toThrow('let pass by two approvers');
    const agree = `update finding_waiver set seconded_by = waived_by, seconded_at = now() where draft_id = $1`;
    await expect(inSql(agree, [draft.id])).rejects.toThrow('finding_waiver_has_two_people');
    const change = `update finding_waiver set reason = 'y' where draft_id = $1`;
    await expect(inSql(change, [draft.id])).rejects.toThrow('permission denied');
    expect(await inSql('select id from finding_waiver', [], stranger)).toEqual([]);
  });

  it('can be of the same kinds as the code says', async () => {
    const kinds: Record<Category, true> = {
      person_name: true,
      nhs_number: true,
      chi_number: true,
      hc_number: true,
      ihi_number: true,
      pps_number: true,
      mrn: true,
      dob: true,
      phone: true,
      email: true,
      address: true,
      postcode: true,
      eircode: true,
      url: true,
      handle: true,
      ip: true,
      tone_war: true,
      tone_admission: true,
      tone_threat: true,
      tone_accusation: true,
      tone_sarcasm: true,
      clinical_disclosure: true,
      relationship_confirmation: true,
      encounter_detail: true,
      quasi_identifier: true,
      third_party: true,
      echo_of_post: true,
      over_disclosure: true,
      guard_failure: true,
    };
    const rules = {
      'third-party.named': false,
      'third-party.told': true,
      'a-rule-of-later': false,
    };
    const pairs = [...Object.keys(kinds), 'a_kind_of_later'].flatMap((category) =>
      Object.keys(rules).map((rule) => ({
        category: category as Category,
        rule,
        severity: 2 as const,
      })),
    );
    const rows = await inSql(
      'select f from jsonb_array_elements($1::jsonb) f where not holds_unwaivable(jsonb_build_array(f))',
      [JSON.stringify(pairs)],
    );
    expect(rows.map(({ f }) => f)).toEqual(pairs.filter(isWaivable));
    expect(new Set(pairs.filter(isWaivable).map(({ category }) => category))).toEqual(
      new Set([...WAIVABLE, 'third_party']),
    );
    for (const [rule, may] of Object.entries(rules)) {
      expect(isWaivable({ category: 'third_party', rule, severity: 2 })).toBe(may);
    }
  });
});

describe('many approvals at once', () => {
  it('count once, whoever gives them, and the text goes out once', async () => {
    const { draft } = await aReport('Thank you.');
    const waiting = await submitted(draft);
    const people = [first, first, first, second, second, third, third, adviser];
    const rulings = await Promise.allSettled(people.map((person) => approved(waiting, person)));
    expect(rulings.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const releases = await Promise.allSettled(people.map((person) => released(waiting, person)));
    expect(releases.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows = await inSql('select id from release where draft_id = $1', [draft.id]);
    expect(rows).toHaveLength(1);
  });

  it('that a finding passes count once for each person, and never of one person twice', async () => {
    const { draft } = await aReport();
    const people = [first, first, second, second, third];
    await Promise.allSettled(people.map((person) => waived(draft, person)));
    await Promise.allSettled(people.map((person) => seconded(draft, person)));
    const { waivers } = (await fileOf(draft)).draft;
    expect(waivers).toHaveLength(blockingOf(draft).length);
    for (const { waivedBy, secondedBy } of waivers) {
      expect(secondedBy).not.toBeNull();
      expect(secondedBy).not.toBe(waivedBy);
    }
  });
});

describe('the queue of approvals', () => {
  it('stands in the order of risk, then of the due time of the case, also when that moves', async () => {
    const dueIn = async (days: number | null, risk: 'low' | 'high') => {
      const { id, reference } = await aCase(test, adviser);
      const wanted = { template: 'T-PUB-ACK-UK', given: { inputs: {}, facts: {} }, bodyId: null };
      const composition = test.app.get(DraftCompositionService);
      const draft = await composition.createFromTemplate(adviser.actor, reference, wanted);
      await submitted(draft);
      await inSql('update draft set risk = $2 where id = $1', [draft.id, risk]);
      const due = `update case_record set next_due_at = coalesce(now() + make_interval(days => $2::int), 'infinity')
        where id = $1`;
      await inSql(due, [id, days]);
      return draft.id;
    };
    const long = await dueIn(9, 'low');
    const short = await dueIn(1, 'low');
    const high = await dueIn(30, 'high');
    const none = await dueIn(null, 'low');
    const made = new Set([long, short, high, none]);
    const order = async () => {
      const ids: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const query = { limit: 2, cursor };
        const page = await test.app.get(WaitingDraftsService).listWaiting(first.actor, query);
        ids.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      return ids.filter((id) => made.has(id));
    };
    expect(await order()).toEqual([high, short, long, none]);
    await inSql(
      `update case_record c set next_due_at = now() + interval '1 hour' from draft d
        where d.case_id = c.id and d.id = $1`,
      [long],
    );
    expect(await order()).toEqual([high, long, short, none]);
    const { id, version, text } = (await fileOf({ id: short } as Draft)).draft;
    const again = await edited({ id, version } as Draft, `${text}!`);
    await inSql('update case_record set next_due_at = now() where id = $1', [again.caseId]);
    await submitted(again);
    await inSql("update draft set risk = 'low' where id = $1", [short]);
    expect(await order()).toEqual([high, short, long, none]);
    const visit = await new Visit(test.app).signIn(first);
    expect((await visit.open('/approvals')).text).toContain('0 of 1 approval, waiting for');
  });
});
