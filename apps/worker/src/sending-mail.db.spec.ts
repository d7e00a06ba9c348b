import { newId } from '#kernel';
import { Letters, SendMail } from '#notifications';
import { JobProcessor, Mailer, scopeOf, SmtpMailer, Transactions } from '#platform';
import { aCase } from '../../../test/support/casework.js';
import { SmtpServer } from '../../../test/support/smtp-server.js';
import { peopleOf, type SignedIn } from '../../../test/support/steps/people.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

const CANARY = 'yellowhammer';
const FROM = 'parapet@parapet.example';

describe('mail, with a mail server that is really there', () => {
  const server = new SmtpServer();
  let test: TestApp;
  let adviser: SignedIn;
  let admin: SignedIn;

  beforeAll(async () => {
    await server.begin();
    test = await startTestApp({
      SMTP_URL: server.url('sender:not%20secret@'),
      PARAPET_MAIL_FROM: FROM,
    });
    const { app } = test;
    app
      .get(JobProcessor)
      .register(new SendMail(app.get(Transactions), app.get(Letters), app.get(Mailer)));
    [adviser, admin] = await peopleOf(test, 'mdo', ['adviser', 'admin']);
  });
  afterAll(async () => {
    await test.close();
    await server.end();
  });
  beforeEach(() => {
    server.taken.length = 0;
    server.heard.length = 0;
    server.answers = {};
    server.offersTls = true;
  });

  /** Writes a letter about a new case. @returns its reference and the job that sends it */
  async function aLetter(): Promise<{ reference: string; job: string }> {
    const { actor, email } = adviser;
    const { reference } = await aCase(test, adviser, { title: CANARY, postText: CANARY });
    const before = new Set(await jobs());
    await test.app
      .get(Transactions)
      .run(scopeOf(actor.organisationId), () =>
        test.app
          .get(Letters)
          .write(
            actor.organisationId,
            { id: actor.personId, name: 'An Adviser', email, coverId: null },
            reference,
          ),
      );
    return { reference, job: (await jobs()).find((id) => !before.has(id))! };
  }

  async function jobs(): Promise<string[]> {
    const { organisationId } = adviser.actor;
    const rows = await test.app
      .get(Transactions)
      .run(scopeOf(organisationId), () =>
        test.app
          .get(Transactions)
          .query<{ id: string }>(
            `select id from outbox where organisation_id = $1 and name = 'send-mail'`,
            [organisationId],
          ),
      );
    return rows.map(({ id }) => id);
  }

  const work = (job: string) => test.app.get(JobProcessor).process(job);
  const givenUp = async () => (await admin.visit.open('/admin/jobs')).text;

  it('arrives once with its envelope, encrypted and signed in, and without a word of the case', async () => {
    const { reference, job } = await aLetter();
    await work(job);
    await work(job);
    expect(server.taken).toHaveLength(1);
    const [letter] = server.taken;
    expect(letter).toMatchObject({ from: FROM, to: adviser.email, isEncrypted: true });
    expect(letter!.user).toBe('sender');
    expect(letter!.data).toContain(`Something to do on ${reference}`);
    expect(letter!.data.toLowerCase()).toContain('auto-submitted: auto-generated');
    expect(letter!.data).not.toContain(CANARY);
    const inClear = server.heard.filter((line) => line.startsWith('*'));
    expect(inClear.map((line) => line.split(' ')[0])).toEqual(['*EHLO', '*STARTTLS']);
  });

  it('says neither password nor address to a server that cannot encrypt, and is sent once it can', async () => {
    const { job } = await aLetter();
    server.offersTls = false;
    await work(job);
    expect(server.heard.join('\n')).not.toMatch(/AUTH|MAIL|RCPT/);
    server.offersTls = true;
    await work(job);
    expect(server.taken).toHaveLength(1);
  });

  it('is tried again when the server is away, puts it off or turns the password down, and never doubled', async () => {
    const { job } = await aLetter();
    await server.end();
    await work(job);
    await server.begin();
    for (const answers of [
      { AUTH: '535 wrong password' },
      { RCPT: '450 greylisted' },
      { END: '451 later' },
    ]) {
      server.answers = answers;
      await work(job);
    }
    expect(server.taken).toEqual([]);
    expect(await givenUp()).not.toContain(job);
    server.answers = {};
    await work(job);
    await work(job);
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]!.data.match(/message-id:/gi)).toHaveLength(1);
  });

  it('that is refused for good is given up at once, seen by the administrator, and sent when tried again', async () => {
    const { job } = await aLetter();
    server.answers = { RCPT: `550 no such user ${adviser.email}` };
    await work(job);
    await work(job);
    expect(server.heard.filter((line) => line.startsWith('RCPT'))).toHaveLength(1);
    const page = await givenUp();
    expect(page).toContain(job);
    expect(page).toContain('mail-refused');
    expect(page).not.toContain(adviser.email);
    server.answers = {};
    await admin.visit.send(`/admin/jobs/${job}/retry`, {}).expect(303);
    await work(job);
    expect(server.taken).toHaveLength(1);
    expect(await givenUp()).not.toContain(job);
  });

  it('names what failed by a code alone: what the server said holds the address', async () => {
    server.answers = { RCPT: `451 ${adviser.email} is busy` };
    const mailer = new SmtpMailer(server.url(), FROM);
    const letter = { to: adviser.email, subject: 'x', text: 'x' };
    const failure: Error = await mailer.send(letter, newId()).then(
      () => new Error('sent'),
      (error: Error) => error,
    );
    mailer.onApplicationShutdown();
    expect(failure).toMatchObject({ code: 'mail-put-off' });
    expect(`${failure.stack} ${JSON.stringify(failure)}`).not.toContain(adviser.email);
  });
});
