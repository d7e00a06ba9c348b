import { assert, property, string } from 'fast-check';
import { compileFacts, guardLine, inspect, inspectSafely, markUp, verdictOf } from './index.js';
import type { Audience, CaseContext, GuardReport } from './index.js';

const CONTEXT: CaseContext = {
  organisation: {
    name: 'Elmbank Surgery',
    phones: ['01632 960555'],
    emails: ['hello@elmbank.example'],
    addresses: ['2 Weir Street, Elmbank EB1 1ZZ'],
    website: 'https://elmbank.example',
    clinicians: ['Dr Olga Petrie'],
    contacts: ['Ann Leith'],
  },
  patient: {
    names: ['Harriet Penrose'],
    aliases: ['Hattie'],
    dob: '1980-06-09',
    identifiers: { nhs: '999 123 4578' },
    phones: ['07700 900555'],
    emails: ['h.penrose@example.org'],
    addresses: ['7 Quarry Rise, Elmbank'],
    postcode: 'EB4 7ZZ',
    handles: ['@hpenrose80'],
  },
  third_parties: ['Desmond Penrose'],
  appointments: ['2026-01-15'],
  conditions: ['epilepsy'],
  medications: ['levetiracetam'],
  post: {
    handle: '@hpenrose80',
    url: 'https://posts.example/77',
    date: '2026-01-20',
    text: 'Stood beside the broken aquarium for forty minutes before the nurse even looked up.',
  },
};

const FACTS = compileFacts(CONTEXT);

function check(text: string, audience: Audience = 'public', facts = FACTS): GuardReport {
  return inspectSafely({ text, channel: 'review_reply', audience, facts });
}
const categories = (report: GuardReport): string[] =>
  report.findings.map(({ category }) => category);

describe('what the guard refuses to let the public read', () => {
  it.each([
    ['the name', 'Harriet, please ring us.', 'person_name'],
    ['a short form of the name', 'Hattie, please ring us.', 'person_name'],
    ['title and surname', 'We wish Mrs Penrose well.', 'person_name'],
    ['initials', 'H. Penrose is welcome to write.', 'person_name'],
    ['a misspelling', 'We wish Ms Penrsoe well.', 'person_name'],
    ['look-alike letters', 'We wish Hаrriet well.', 'person_name'],
    ['invisible characters', 'We wish Har\u200Briet well.', 'person_name'],
    ['a name taken apart', 'We wish H a r r i e t well.', 'person_name'],
    ['a name with letters struck out', 'We wish Ms Penr*se well.', 'person_name'],
    ['a name spelled as it sounds', 'We wish Hattey well.', 'person_name'],
    ['a spaced-out NHS number', 'Quote 9 9 9 1 2 3 4 5 7 8 please.', 'nhs_number'],
    ['a mobile number', 'Are you still on 07700 900 555?', 'phone'],
    ['a spelled-out address', 'Write from h dot penrose at example dot org.', 'email'],
    ['a postcode', 'Is EB4 7ZZ right?', 'postcode'],
    ['a date of birth', 'Born 9 June 1980.', 'dob'],
    ['that care was given', 'We treated you with respect.', 'relationship_confirmation'],
    ['that care was not given', 'You have never been a patient here.', 'relationship_confirmation'],
    ['that records were read', 'We have read your notes.', 'relationship_confirmation'],
    ['a condition', 'Your epilepsy is well controlled.', 'clinical_disclosure'],
    ['a medicine of somebody', 'She was given diazepam.', 'clinical_disclosure'],
    ['the date of a visit', 'You came in on 15 January.', 'encounter_detail'],
    ['a detail of the post', 'The broken aquarium has gone.', 'echo_of_post'],
    ['a relative', 'Desmond was most helpful.', 'third_party'],
  ])('finds %s', (_what, text, category) => {
    const report = check(text);
    expect(categories(report)).toContain(category);
    expect(report.verdict).toBe('block');
  });

  it.each(['public', 'platform'] as const)(
    'says that a relative is named, though the whole sentence speaks of them, for the %s',
    (audience) => {
      const { findings } = check('Desmond was most helpful.', audience);
      const named = findings.filter(({ category }) => category === 'third_party');
      expect(named).toMatchObject([{ rule: 'third-party.named', start: 0, end: 24 }]);
    },
  );
});

describe('what the guard lets pass', () => {
  it.each([
    'We welcome all feedback and take it seriously.',
    'If you have been a patient here, please ring Ann Leith on 01632 960555.',
    'Dr Petrie has worked at Elmbank Surgery for many years.',
    'We cannot say whether anybody is or is not a patient.',
    'Our patients can book online, and any patient may ask for a chaperone.',
    'People with epilepsy can find advice on the website of the charity.',
    'Write to hello@elmbank.example or 2 Weir Street, Elmbank EB1 1ZZ.',
  ])('%s', (text) => {
    expect(check(text).findings).toEqual([]);
  });

  it('warns of tone without blocking', () => {
    expect(check('This is a pathetic smear.').verdict).toBe('warn');
  });
});

describe('rules by audience', () => {
  it('lets a platform read the address, the account and the date of the post', () => {
    const text =
      'https://posts.example/77 by @hpenrose80 on 20 January breaks your harassment rules.';
    expect(check(text, 'platform').verdict).toBe('pass');
  });

  it('counts anything about care as over-disclosure to a platform', () => {
    const report = check('The author was seen here for epilepsy.', 'platform');
    expect(categories(report)).toEqual(
      expect.arrayContaining(['over_disclosure', 'clinical_disclosure']),
    );
  });

  it('lets patients read their own facts, but not those of others', () => {
    expect(
      check('Dear Ms Penrose, your epilepsy was discussed on 15 January.', 'complainant').verdict,
    ).toBe('pass');
    expect(check('Dear Ms Penrose, Desmond Penrose told us.', 'complainant').verdict).toBe('block');
  });

  it('lets a letter to somebody without authority be addressed to them, and not to the patient', () => {
    const stranger = compileFacts({ ...CONTEXT, complainant: 'Tom Mulcahy (neighbour)' });
    const letter = (name: string) =>
      check(`Dear ${name}, thank you for your letter.`, 'complainant', stranger).verdict;
    expect(letter('Mr Mulcahy')).toBe('pass');
    expect(letter('Harriet')).toBe('block');
  });

  it('takes a house or a mail box that bears the name for no mention of the person', () => {
    expect(categories(check('Talk on hips: Harriet’s Hall, Saturday.'))).not.toContain(
      'person_name',
    );
    const adviser = check('Her e-mail is harriet.smith@example.org.', 'adviser');
    expect(categories(adviser)).not.toContain('person_name');
  });

  it('keeps the facts of a patient from a relative without authority', () => {
    const relative = { ...CONTEXT, complainant: 'Desmond Penrose (brother)' };
    const text = 'Dear Mr Penrose, your sister has epilepsy.';
    expect(check(text, 'complainant', compileFacts(relative)).verdict).toBe('block');
    const authorised = compileFacts({ ...relative, complainant_authority: true });
    expect(
      check('Dear Mr Penrose, her epilepsy was discussed.', 'complainant', authorised).verdict,
    ).toBe('pass');
  });

  it('warns when contact data goes to a regulator', () => {
    expect(check('Her number is 07700 900555.', 'regulator').verdict).toBe('warn');
  });
});

describe('failing closed', () => {
  it('blocks a text that is too long to check', () => {
    const report = check('a '.repeat(50_001));
    expect(report.verdict).toBe('block');
    expect(report.findings[0]?.rule).toBe('guard-could-not-check');
  });

  it('blocks when the guard itself fails', () => {
    const broken = new Proxy(FACTS, {
      get: () => {
        throw new Error('unreadable');
      },
    });
    expect(check('Hello.', 'public', broken).findings[0]?.rule).toBe('guard-could-not-check');
  });

  it('works for a case that knows nothing', () => {
    expect(check('We treated you well.', 'public', compileFacts({})).verdict).toBe('block');
  });
});

describe('one line of the command line', () => {
  it.each([
    [null, null],
    [{ text: 'x' }, null],
    [{ id: 'a', channel: 'review_reply', audience: 'nobody', text: 'x' }, 'a'],
    [{ id: 'a', channel: 'letter', audience: 'public', text: 7 }, 'a'],
    [
      {
        id: 'a',
        channel: 'letter',
        audience: 'public',
        text: 'x',
        context: { patient: { names: 'Jo' } },
      },
      'a',
    ],
  ])('refuses %j', (line, id) => {
    expect(guardLine(line)).toMatchObject({ id, error: { code: 'invalid-line' } });
  });

  it('answers with verdict and spans', () => {
    const line = {
      id: 'a',
      channel: 'letter',
      audience: 'public',
      text: 'Hattie!',
      context: CONTEXT,
    };
    expect(guardLine(line)).toMatchObject({
      id: 'a',
      verdict: 'block',
      spans: expect.arrayContaining([
        expect.objectContaining({ start: 0, end: 6, category: 'person_name', severity: 3 }),
      ]),
    });
  });
});

describe('what is nobody', () => {
  it('takes no reference of a case for a postcode', () => {
    expect(check('Our reference is PAR-26-F54RX-F. Thank you.').verdict).toBe('pass');
    expect(check('Our reference is F5 4RX. Thank you.').findings).toMatchObject([
      { category: 'postcode' },
    ]);
  });

  it('takes no line after “Dear Sir or Madam” for a name', () => {
    const letter = (opening: string) =>
      inspect({
        text: `${opening}\n\nThank you for your letter.`,
        channel: 'letter',
        audience: 'complainant',
        facts: FACTS,
      });
    expect(letter('Dear Sir or Madam').verdict).toBe('pass');
    expect(letter('Dear Ms Penrose. It was Madam Pellow who rang').verdict).toBe('block');
  });
});

describe('properties', () => {
  it('keeps every finding inside the text and the verdict a function of the findings', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 400 }), (noise) => {
        const text = `${noise} Harriet was treated by us ${noise}`;
        const { findings, verdict } = inspect({
          text,
          channel: 'free_text',
          audience: 'public',
          facts: FACTS,
        });
        expect(verdict).toBe(verdictOf(findings));
        for (const { start, end } of findings) {
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('cuts marked text into segments that join to the text', () => {
    assert(
      property(string({ maxLength: 80 }), (noise) => {
        const text = `${noise} Hattie ${noise} you were seen ${noise}`;
        const segments = markUp(text, check(text).findings);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        expect(segments.some((segment) => segment.findings.length > 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('hashes the text in UTF-8', () => {
    expect(check('abc').textHash).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
