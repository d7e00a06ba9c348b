import { AuditTrail } from '#audit';
import { type Actor, scopeOfActor } from '#identity';
import { Transactions } from '#platform';
import { assess, RULE_PACK, type Rule, SHIPPED_RULES } from '#triage';
import { Given } from '../../../../test/support/given.js';
import {
  asOwner,
  startTestServices,
  type TestServices,
} from '../../../../test/support/test-services.js';
import { contentOf, packVersionOf, type RulePackContent } from './rule-pack.js';
import { RulePackComparison } from './rule-pack-comparison.service.js';
import { RulePackEditingService } from './rule-pack-editing.service.js';
import { RulePackInForce } from './rule-pack-in-force.js';
import { RulePackPublishingService } from './rule-pack-publishing.service.js';
import { RulePackReadingService } from './rule-pack-reading.service.js';

let test: TestServices;
let admin: Actor;
let otherAdmin: Actor;
let approver: Actor;
let otherApprover: Actor;
let stranger: Actor;

beforeAll(async () => {
  test = await startTestServices();
});
afterAll(() => test.close());

beforeEach(async () => {
  const given = new Given(test.app);
  const [own, other] = [await given.anOrganisation(), await given.anOrganisation()];
  const actorOf = async (...args: Parameters<Given['aPerson']>) =>
    (await given.aPerson(...args)).actor;
  admin = await actorOf(own, 'admin');
  otherAdmin = await actorOf(own, 'admin');
  approver = await actorOf(own, 'approver');
  otherApprover = await actorOf(own, 'approver');
  stranger = await actorOf(other, 'approver');
});

const publishing = () => test.app.get(RulePackPublishingService);
const editing = () => test.app.get(RulePackEditingService);
const inForce = () => test.app.get(RulePackInForce).of(admin.organisationId);
const code = (expected: string) => expect.objectContaining({ code: expected });

/** The shipped rules, with a rule that changes no golden case. */
function rulesWith(change: Partial<Rule> = {}): RulePackContent {
  const rule: Rule = {
    id: 'R200',
    priority: null,
    when: "reach=='viral' and pattern_persistent",
    primary: null,
    also: ['press_office'],
    never: [],
    deadlines: [],
    cites: ['A3.press'],
    why: 'What goes on and is widely seen reaches the press.',
    ...change,
  };
  const content = contentOf(SHIPPED_RULES);
  return { ...content, rules: [...content.rules, rule] };
}

/** A proposal that was tried on the open cases, as it is read afterwards. */
async function proposed(content = rulesWith(), by = admin) {
  const { id } = await publishing().proposeRules(by, content, 'Why it changes.');
  await test.app.get(RulePackComparison).note(by.organisationId, id, {
    compared: 0,
    toCompare: 0,
    comparedAt: new Date(),
  });
  return found(id);
}

const found = async (id: string) =>
  (await test.app.get(RulePackReadingService).review(admin, id)).found;

const asPerson = <T>(actor: Actor, work: (tx: Transactions) => Promise<T>) => {
  const tx = test.app.get(Transactions);
  return tx.run(scopeOfActor(actor), () => work(tx));
};

describe('publishing rules', () => {
  it('refuses whoever has not the right', async () => {
    const made = await proposed();
    await expect(async () => publishing().publish(admin, made, [])).rejects.toEqual(
      code('permission-missing'),
    );
    await expect(async () =>
      publishing().proposeRules(approver, rulesWith(), 'Why.'),
    ).rejects.toEqual(code('permission-missing'));
  });

  it('refuses the proposer, whatever rights they hold', async () => {
    const both = {
      ...admin,
      permissions: new Set([...admin.permissions, 'rule:publish'] as const),
    };
    const made = await proposed();
    await expect(publishing().publish(both, made, [])).rejects.toEqual(
      code('publisher-is-proposer'),
    );
  });

  it('refuses whoever wrote any of it, though another person proposed it', async () => {
    const begun = await editing().prepare(otherAdmin);
    const changed = await editing().switchRule(otherAdmin, begun, { rule: 'R35', isOn: false });
    const made = await publishing().propose(admin, changed, 'Why.');
    const both = {
      ...otherAdmin,
      permissions: new Set([...otherAdmin.permissions, 'rule:publish'] as const),
    };
    await expect(publishing().publish(both, made, [])).rejects.toEqual(
      code('publisher-is-proposer'),
    );
  });

  it('does not find the proposal of another organisation', async () => {
    const made = await proposed();
    await expect(publishing().publish(stranger, made, [])).rejects.toEqual(
      code('rule-pack-not-found'),
    );
  });

  it('refuses a version that has changed since the person saw it', async () => {
    const made = await proposed();
    const older = { id: made.id, version: made.version + 1 };
    await expect(publishing().publish(approver, older, [])).rejects.toEqual(code('rules-changed'));
  });

  it('refuses while the open cases are still looked at', async () => {
    const made = await publishing().proposeRules(admin, rulesWith(), 'Why.');
    await expect(publishing().publish(approver, made, [])).rejects.toEqual(code('comparison-runs'));
  });

  it('refuses while golden cases fail without a reason, and keeps the reasons', async () => {
    const content = contentOf(SHIPPED_RULES);
    const made = await proposed({ ...content, off: ['R62'] });
    const { golden } = await test.app.get(RulePackReadingService).review(approver, made.id);
    const failing = golden.filter(({ faults }) => faults.length > 0).map(({ id }) => id);
    expect(failing.length).toBeGreaterThan(0);
    await expect(publishing().publish(approver, made, [])).rejects.toMatchObject({
      code: 'golden-cases-fail',
      faults: failing.map((id) => expect.objectContaining({ field: `reason-${id}` })),
    });
    const reasons = failing.map((id) => ({ golden: id, reason: 'Agreed at the meeting.' }));
    await publishing().publish(approver, made, reasons);
    expect((await found(made.id)).acknowledged).toEqual(reasons);
  });

  it('puts the rules in force with one event; the earlier version is superseded', async () => {
    const first = await proposed();
    await publishing().publish(approver, first, []);
    expect((await inForce()).version).toBe(packVersionOf(first.number));
    const second = await proposed(rulesWith({ why: 'Other words.' }));
    await publishing().publish(otherApprover, second, []);
    expect((await found(first.id)).state).toBe('superseded');
    const pack = await inForce();
    expect(pack.rules.at(-1)!.why).toBe('Other words.');
    const { items } = await asPerson(admin, () =>
      test.app.get(AuditTrail).listOf(admin.organisationId, second.id, { limit: 10 }),
    );
    expect(items.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['rules.published', otherApprover.personId],
      ['rules.proposed', admin.personId],
    ]);
    expect(items[0]!.detail).toMatchObject({ replaces: first.number, acknowledged: [] });
  });

  it('leaves the rules of another organisation as they were', async () => {
    const made = await proposed();
    await publishing().publish(approver, made, []);
    const theirs = await test.app.get(RulePackInForce).of(stranger.organisationId);
    expect(theirs).toBe(RULE_PACK);
  });

  it('lets one of two win who publish two proposals at once', async () => {
    const [one, two] = [await proposed(), await proposed(rulesWith({ why: 'Other words.' }))];
    const tries = await Promise.allSettled([
      publishing().publish(approver, one, []),
      publishing().publish(otherApprover, two, []),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = tries.find((each) => each.status === 'rejected');
    expect(lost).toMatchObject({ reason: { code: 'version-outdated' } });
    const states = [await found(one.id), await found(two.id)].map(({ state }) => state);
    expect(states.sort()).toEqual(['proposed', 'published']);
  });

  it('lets one of two win who publish one proposal at once', async () => {
    const made = await proposed();
    const tries = await Promise.allSettled([
      publishing().publish(approver, made, []),
      publishing().publish(otherApprover, made, []),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('rolls back by proposing an earlier version again, to be published by another person', async () => {
    const first = await proposed();
    await publishing().publish(approver, first, []);
    const shipped = await publishing().proposeAgain(admin, null, 'Back to what ships.');
    expect(shipped).toMatchObject({ state: 'proposed', basedOn: packVersionOf(first.number) });
    expect(shipped.content.rules).toHaveLength(RULE_PACK.rules.length);
    const again = await publishing().proposeAgain(otherAdmin, first.id, 'Back to the first.');
    expect(again.content).toEqual((await found(first.id)).content);
    expect((await inForce()).version).toBe(packVersionOf(first.number));
  });
});

describe('the rules in force', () => {
  it('are those that ship until an organisation publishes its own', async () => {
    expect(await inForce()).toBe(RULE_PACK);
  });

  it('are compiled once, and hold in another process from its next transaction on', async () => {
    const other = await startTestServices([], test);
    try {
      const theirs = () => other.app.get(RulePackInForce).of(admin.organisationId);
      expect(await theirs()).toBe(RULE_PACK);
      const made = await proposed();
      await publishing().publish(approver, made, []);
      const first = await theirs();
      expect(first.version).toBe(packVersionOf(made.number));
      expect(await theirs()).toBe(first);
    } finally {
      await other.close();
    }
  });

  it('advise by the new rule', async () => {
    const made = await proposed();
    await publishing().publish(approver, made, []);
    const facts = { reach: 'viral', pattern_persistent: true, media_interest: 'enquiry' };
    const { rules, packVersion } = assess(facts, '2026-01-05', await inForce());
    expect(rules.map(({ id }) => id)).toContain('R200');
    expect(packVersion).toBe(packVersionOf(made.number));
  });

  it('are refused where they do not fit this release, and others can be proposed', async () => {
    const made = await proposed();
    await publishing().publish(approver, made, []);
    await asOwner(test, admin.organisationId, async (client) => {
      await client.query('alter table rule_pack disable trigger user');
      await client.query(
        `update rule_pack set content = jsonb_set(content, '{rules,0,when}', '"forgotten_fact"')
          where id = $1`,
        [made.id],
      );
      await client.query('alter table rule_pack enable trigger user');
    });
    await expect(inForce()).rejects.toEqual(code('rules-unreadable'));
    const repaired = await proposed();
    await publishing().publish(approver, repaired, []);
    expect((await inForce()).version).toBe(packVersionOf(repaired.number));
  });
});

describe('the database', () => {
  const refusal = (work: (tx: Transactions) => Promise<unknown>, by = approver) =>
    expect(asPerson(by, work)).rejects.toMatchObject({ driverError: { code: '23514' } });
  const publishAs = (id: string, person: string) => (tx: Transactions) =>
    tx.query(
      `update rule_pack set state = 'published', published_by = $2, published_at = now() where id = $1`,
      [id, person],
    );

  it('refuses the proposer as publisher', async () => {
    const made = await proposed();
    await refusal(publishAs(made.id, admin.personId), admin);
  });

  it('refuses to change the rules, the note or the proposer of what is proposed', async () => {
    const { id } = await proposed();
    for (const change of [
      `content = '{}'`,
      `note = 'Other'`,
      `based_on = 'other'`,
      `proposed_by = '${otherAdmin.personId}', contributor_ids = contributor_ids || '${otherAdmin.personId}'::uuid`,
    ]) {
      await refusal((tx) => tx.query(`update rule_pack set ${change} where id = $1`, [id]));
    }
  });

  it('refuses to publish what nobody has tried on the open cases, and what was withdrawn', async () => {
    const fresh = await publishing().proposeRules(admin, rulesWith(), 'Why.');
    await refusal(publishAs(fresh.id, approver.personId));
    const made = await proposed();
    await publishing().withdraw(admin, made);
    await refusal(publishAs(made.id, approver.personId));
  });

  it('holds one version in force', async () => {
    const [one, two] = [await proposed(), await proposed()];
    await publishing().publish(approver, one, []);
    await expect(asPerson(approver, publishAs(two.id, approver.personId))).rejects.toMatchObject({
      driverError: { code: '23505' },
    });
  });

  it('refuses a change of rules by somebody who is not on the list of those who worked on them', async () => {
    const { id } = await editing().prepare(admin);
    await refusal((tx) => tx.query(`update rule_pack set content = '{}' where id = $1`, [id]));
  });
});
