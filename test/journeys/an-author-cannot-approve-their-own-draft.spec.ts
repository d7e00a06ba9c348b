import { Client } from 'pg';
import request from 'supertest';
import type { Permission } from '#identity';
import { Given } from '../support/given.js';
import {
  approves,
  sendsForApproval,
  startsDraft,
  triesToApprove,
  wordsOf,
  writes,
} from '../support/steps/drafts.js';
import { offers, read } from '../support/steps/forms.js';
import { peopleOf, type SignedIn } from '../support/steps/people.js';
import { logsIncident } from '../support/steps/triage.js';
import { startTestInstallation, type TestInstallation } from '../support/test-installation.js';

const APPROVE = `update draft set state = 'approved', approved_by = $2, approved_hash = text_hash,
  approved_at = now() where id = $1`;

describe('the author of a draft, who may approve drafts of others', () => {
  let test: TestInstallation;
  let author: SignedIn;
  let contributor: SignedIn;
  let other: SignedIn;
  let draft: string;
  let textHash: string;

  beforeAll(async () => {
    test = await startTestInstallation();
    const roles = ['approver', 'approver', 'approver'] as const;
    [author, contributor, other] = await peopleOf(test, 'trust', roles);
    draft = await startsDraft(author, await logsIncident(author));
    const text = `${await wordsOf(author, draft)}\n\nThank you.`;
    await writes(contributor, draft, text);
    await sendsForApproval(author, draft);
    const page = await read(other.visit, `${draft}/approval`);
    textHash = /name="textHash" value="(\w+)"/.exec(page)![1]!;
  });
  afterAll(() => test.close());

  const isStillWaiting = async () => (await read(other.visit, '/approvals')).includes(draft);
  const idOf = (path: string) => path.split('/').at(-1)!;

  /** Works as the role that the web process has, in the name of a person. */
  async function inSql(person: SignedIn, sql: string, values: unknown[]): Promise<number | null> {
    const client = new Client({ connectionString: test.config.databaseUrl });
    await client.connect();
    try {
      await client.query(
        `select set_config('app.organisation', $1, false), set_config('app.person', $2, false)`,
        [person.actor.organisationId, person.actor.personId],
      );
      return (await client.query(sql, values)).rowCount;
    } finally {
      await client.end();
    }
  }

  it('is not offered the approval and is refused when they send it, like all who wrote words', async () => {
    for (const person of [author, contributor]) {
      const page = await read(person.visit, `${draft}/approval`);
      expect(page).toContain('You wrote words of it');
      expect(offers(page, 'decision', 'approve')).toBe(false);
      expect((await triesToApprove(person, draft, textHash)).status).toBe(403);
    }
    expect(await isStillWaiting()).toBe(true);
  });

  it('is refused by the API, with any token that they can have and with their session', async () => {
    const given = new Given(test.app);
    const ruling = { decision: 'approve', textHash };
    const path = `/api/v1/drafts/${idOf(draft)}/approval`;
    const scopes: Permission[] = ['draft:approve-high'];
    await expect(given.aToken(author, scopes)).rejects.toMatchObject({ code: 'scope-not-held' });
    const most: Permission[] = ['case:read', 'case:write', 'draft:write'];
    const bearer = await given.aToken(author, most);
    const api = () => request(test.app.getHttpServer()).post(path).send(ruling);
    expect((await api().auth(bearer, { type: 'bearer' })).status).toBe(403);
    expect((await author.visit.send(path, ruling)).status).toBe(401);
    expect(await isStillWaiting()).toBe(true);
  });

  it('is refused by the database in the role of the web process, and cannot leave the list of authors', async () => {
    const id = idOf(draft);
    for (const { actor } of [author, contributor]) {
      await expect(inSql(author, APPROVE, [id, actor.personId])).rejects.toThrow(
        'draft_approver_is_not_author',
      );
    }
    const shed = 'update draft set contributor_ids = array[$2::uuid], author_id = $2 where id = $1';
    await expect(inSql(author, shed, [id, other.actor.personId])).rejects.toThrow('contributor');
    await expect(
      inSql(author, 'alter table draft drop constraint draft_approver_is_not_author', []),
    ).rejects.toThrow('must be owner');
    await expect(inSql(author, 'alter table draft disable trigger all', [])).rejects.toThrow(
      'must be owner',
    );
    expect(await isStillWaiting()).toBe(true);
  });

  it('sees it approved by somebody who wrote none of it', async () => {
    await approves(other, draft);
    expect(await read(author.visit, draft)).toContain(`Approved by ${other.actor.name}`);
  });
});
