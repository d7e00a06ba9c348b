import { Visit } from '../../../../../test/support/browsing.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { Client } from 'pg';
import { REFLECTIVE_PROMPTS } from '#guidance';
import { QUESTIONS } from './check-a-post.view.js';

const LEAK =
  'Lovely to see you in my clinic on Tuesday, hope the warfarin suits you, quetzalcoatl.';

describe('checking a post before it is published (seeds row 68)', () => {
  let test: TestApp;
  let visit: Visit;

  beforeAll(async () => {
    test = await startTestApp();
    visit = new Visit(test.app);
  });
  afterAll(() => test.close());
  beforeEach(() => visit.open('/check-a-post'));

  const check = (fields: Record<string, unknown>) => visit.send('/check-a-post', fields);

  it('is refused without the token of the page', async () => {
    const answer = await new Visit(test.app).send('/check-a-post', { text: 'Hello' });
    expect(answer.status).toBe(403);
  });

  it('asks for a text, and says beside it when it is too long', async () => {
    const empty = await check({ text: ' ', doubts: 'offence' });
    expect([empty.status, empty.text.includes('Enter what you want to post')]).toEqual([422, true]);
    expect(empty.text).toMatch(/value="offence"[^>]* checked/);
    expect((await check({ text: 'a'.repeat(5_001) })).status).toBe(422);
    expect((await check({ text: 'Hello', doubts: 'never-heard-of' })).status).toBe(422);
  });

  it('asks the six questions, without signing in', async () => {
    const { status, text } = await visit.open('/check-a-post');
    expect(status).toBe(200);
    for (const { text: question } of Object.values(QUESTIONS)) {
      expect(text).toContain(question);
    }
  });

  it('puts the two questions to sit with beside the text, before and after (seeds row 69)', async () => {
    const pages = [await visit.open('/check-a-post'), await check({ text: 'Come along!' })];
    for (const { text } of pages) {
      expect(text).toContain('Ask yourself');
      for (const prompt of REFLECTIVE_PROMPTS) expect(text).toContain(prompt.text);
    }
    const words = REFLECTIVE_PROMPTS.map(({ text }) => text).join(' ');
    for (const one of ['newspaper', 'patient', 'colleague', 'in person']) {
      expect(words).toContain(one);
    }
  });

  it('marks what could tell of a patient, and answers each doubt', async () => {
    const answer = await check({ text: LEAK, doubts: ['aloud', 'regulator'] });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Must fix');
    expect(answer.text).toContain(QUESTIONS.aloud.advice);
    expect(answer.text).toContain(QUESTIONS.regulator.advice);
    expect(answer.text).not.toContain(QUESTIONS.offence.advice);
  });

  it('advises on two signs of one person, and stops at three without consent (seeds row 83)', async () => {
    const told = async (text: string, fields = {}) => (await check({ text, ...fields })).text;
    const three = 'A pilot with narcolepsy in Crewe.';
    expect(await told('A pilot with narcolepsy.')).toContain('Take something out');
    expect(await told(three)).toContain('Stop: one person may be recognised');
    const agreed = await told(three, { consent: 'on' });
    expect(agreed).not.toContain('Stop: one person may be recognised');
    expect(agreed).toContain('Take something out');
  });

  it('says so where it finds nothing, and that it can be wrong', async () => {
    const answer = await check({ text: 'Our clinic walks for charity next month. Come along!' });
    expect(answer.text).toContain('We found nothing to change');
    expect(answer.text).toContain('misses things');
  });

  it('keeps nothing: no table holds a word of it', async () => {
    await check({ text: LEAK });
    const client = new Client({ connectionString: test.ownerUrl });
    await client.connect();
    try {
      const { rows: tables } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
          where schemaname not in ('pg_catalog', 'information_schema')`,
      );
      for (const { name } of tables) {
        const { rows } = await client.query(
          `select 1 from ${name} t where t::text like '%quetzalcoatl%' limit 1`,
        );
        expect([name, rows.length]).toEqual([name, 0]);
      }
    } finally {
      await client.end();
    }
  });
});
