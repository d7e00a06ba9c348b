import { CaseReadingService, WallsService } from '#cases';
import { Correspondents, scopeOfActor } from '#identity';
import { Letters, Notices, TellOfWaiver } from '#notifications';
import { JobProcessor, Transactions } from '#platform';
import {
  type Draft,
  DraftCompositionService,
  DraftReadingService,
  isWaivable,
  WaiversService,
} from '#responses';
import { aCase } from '../../../test/support/casework.js';
import type { TestPerson } from '../../../test/support/given.js';
import { peopleOf, type SignedIn } from '../../../test/support/steps/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

const CANARY = 'yellowhammer';
const REASON = 'The patient has agreed to these words.';

describe('those who may agree that a finding passes are told', () => {
  let test: TestApp;
  let adviser: SignedIn;
  let first: SignedIn;
  let second: SignedIn;
  let third: SignedIn;
  let dpo: SignedIn;

  beforeAll(async () => {
    test = await startTestApp({ PARAPET_DEMO: '1' });
    const { app } = test;
    const [waivers, people] = [app.get(WaiversService), app.get(Correspondents)];
    const handler = new TellOfWaiver(waivers, people, app.get(Notices), app.get(Letters));
    app.get(JobProcessor).register(handler);
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    const roles = ['adviser', 'approver', 'approver', 'approver', 'dpo'] as const;
    [adviser, first, second, third, dpo] = await peopleOf(test, 'mdo', roles);
  });

  /** A text with several findings that block; its third author is a lead adviser too. */
  async function aDraft() {
    const { reference } = await aCase(test, adviser, { title: CANARY, postText: CANARY });
    const composition = test.app.get(DraftCompositionService);
    const wanted = { template: 'T-PUB-ACK-UK', given: { inputs: {}, facts: {} }, bodyId: null };
    const { id, version, text } = await composition.createFromTemplate(
      adviser.actor,
      reference,
      wanted,
    );
    const said = `${text}\nYour operation on Tuesday went wrong. We gave you insulin.`;
    const typed = await edited({ id, version }, `${said} ${CANARY}`);
    return { draft: await edited(typed, said, third), reference };
  }

  const edited = ({ id, version }: Pick<Draft, 'id' | 'version'>, text: string, by = adviser) =>
    test.app.get(DraftCompositionService).edit(by.actor, id, { text, version });

  async function waived(draft: Draft, by: TestPerson = first) {
    for (const place of draft.findings.filter(isWaivable)) {
      const said = { readHash: draft.textHash, place, reason: REASON };
      await test.app.get(WaiversService).waive(by.actor, draft.id, said);
    }
  }

  /** Does the jobs that wait, each as if it were delivered twice. */
  async function doAll(): Promise<void> {
    const tx = test.app.get(Transactions);
    const rows = await tx.run(scopeOfActor(adviser.actor), () =>
      tx.query<{ id: string }>(
        `select id from outbox where organisation_id = $1 and name = 'tell-of-waiver' order by id`,
        [adviser.actor.organisationId],
      ),
    );
    for (const { id } of [...rows, ...rows]) await test.app.get(JobProcessor).process(id);
  }

  async function told({ actor }: TestPerson) {
    const { items } = await test.app.get(Notices).list(actor, { limit: 100 });
    return items.map(({ kind, settledAt }) => ({ kind, isDone: settledAt !== null }));
  }

  const NEW = { kind: 'waiver', isDone: false };

  it('once for all findings of a text, by a notice and by mail, without a word of it', async () => {
    const { draft, reference } = await aDraft();
    await waived(draft);
    expect(draft.findings.filter(isWaivable).length).toBeGreaterThan(1);
    expect(await told(second)).toEqual([]);
    await doAll();
    expect(await told(second)).toEqual([NEW]);
    for (const person of [adviser, first, third, dpo]) expect(await told(person)).toEqual([]);
    const letters = await test.app.get(Letters).listForDemo(adviser.actor);
    expect(letters.map(({ subject }) => subject)).toEqual([`Something to do on ${reference}`]);
    expect(JSON.stringify(letters)).not.toContain(CANARY);
    const page = await second.visit.open('/notices');
    expect(page.text).toContain('href="/waivers"');
    expect(page.text).not.toContain(CANARY);
  });

  it('but not who may not know of the case', async () => {
    const { draft, reference } = await aDraft();
    const members = [first.actor.personId, adviser.actor.personId];
    await test.app.get(WallsService).raise(first.actor, reference, members);
    const { isWalled } = await test.app.get(CaseReadingService).get(first.actor, reference);
    expect(isWalled).toBe(true);
    await waived(draft);
    await doAll();
    expect(await told(second)).toEqual([]);
  });

  it('that it is done, once all is agreed to', async () => {
    const { draft } = await aDraft();
    await waived(draft);
    await doAll();
    const file = await test.app.get(DraftReadingService).get(second.actor, draft.id);
    for (const { id: waiverId } of file.draft.waivers) {
      expect(await told(second)).toEqual([NEW]);
      const said = { waiverId, readHash: draft.textHash };
      await test.app.get(WaiversService).second(second.actor, draft.id, said);
      await doAll();
    }
    expect(await told(second)).toEqual([{ ...NEW, isDone: true }]);
    expect((await second.visit.open('/notices')).text).toContain('It no longer does');
  });

  it('that it is done, once the words are others; and anew of what is let pass in those', async () => {
    const { draft } = await aDraft();
    await waived(draft);
    await doAll();
    const changed = await edited(draft, `${draft.text} Thank you.`);
    await doAll();
    expect(await told(second)).toEqual([{ ...NEW, isDone: true }]);
    await waived(changed, second);
    await doAll();
    expect(await told(second)).toEqual([{ ...NEW, isDone: true }]);
    expect(await told(first)).toEqual([NEW]);
  });
});
