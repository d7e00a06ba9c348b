import {
  type CaseContext,
  compileFacts,
  type EarlierText,
  guardLine,
  inspectSafely,
  MOST_EARLIER,
} from './index.js';

const CASE: CaseContext = {
  organisation: { name: 'Elm Bank Surgery', addresses: ['Elm Road, Norwich NR1 9ZZ'] },
  conditions: ['sarcoidosis'],
  post: { handle: 'Roger D', text: 'Nobody listened to me at all. Roger' },
};

const facts = compileFacts(CASE);

const crossIn = (
  text: string,
  earlier: readonly EarlierText[],
  { audience = 'public', of = facts }: { audience?: 'public' | 'adviser'; of?: typeof facts } = {},
) =>
  inspectSafely({ text, channel: 'press_statement', audience, facts: of, earlier }).findings.filter(
    ({ rule }) => rule.startsWith('cross.'),
  );

const said = (text: string, label = 'the reply of 3 March'): EarlierText => ({ label, text });

const told = (text: string, ...earlier: string[]) =>
  crossIn(
    text,
    earlier.map((words) => said(words)),
  ).map(({ rule, start, end, severity }) => [rule, text.slice(start, end), severity]);

describe('a draft beside what is public already', () => {
  it.each([
    [
      'age, ward and day in three texts (seeds row 84)',
      'It happened on Tuesday, and staff responded.',
      ['We heard from a 41-year-old.', 'Staff looked at what happened on Ward 7.'],
      [['cross.singled-out', 'on Tuesday', 2]],
    ],
    [
      'a relative here, a town there (seeds rows 83 and 84)',
      'Your mother deserves an answer.',
      ['We spoke with a reader from Bangor.'],
      [['cross.described', 'mother', 1]],
    ],
    [
      'a job here, a condition of the case there',
      'We met a retired teacher.',
      ['Our team discussed what was said about sarcoidosis.'],
      [['cross.described', 'teacher', 1]],
    ],
    [
      'a name of address there, the complainant here',
      'The complainant has heard from us.',
      ['Thank you for your comments, Roger.'],
      [['cross.named', 'complainant', 2]],
    ],
    [
      'the complainant there, a name of address here',
      'Thank you for your comments, Roger.',
      ['The complainant has heard from us.'],
      [['cross.named', 'Roger', 2]],
    ],
  ])('is found with %s', (_, text, earlier, found) => {
    expect(told(text, ...earlier)).toEqual(found);
    for (const words of [text, ...earlier]) expect(told(words)).toEqual([]);
  });

  it.each([
    [
      'A retired teacher asked about our garden.',
      ['Our open day began in Bangor.', 'The lift near Ward 7 failed.'],
    ],
    [
      'We do not comment on what the complainant has said.',
      ['Thank you for your comments, Roger.'],
    ],
  ])('is blocked although each text passes alone (seeds row 84): %s', (text, earlier) => {
    const request = { channel: 'press_statement', audience: 'public', facts } as const;
    for (const words of [text, ...earlier]) {
      expect([words, inspectSafely({ ...request, text: words }).verdict]).toEqual([words, 'pass']);
    }
    const together = inspectSafely({ ...request, text, earlier: earlier.map((one) => said(one)) });
    expect(together.verdict).toBe('block');
  });

  it('counts the post as well', () => {
    const post = { handle: 'x', text: 'I was there on Good Friday.' };
    const of = compileFacts({ ...CASE, post });
    const [finding] = crossIn(
      'Your mother deserves an answer.',
      [said('A reader from Bangor wrote.')],
      {
        of,
      },
    );
    expect(finding).toMatchObject({ rule: 'cross.singled-out', severity: 2 });
    expect(finding?.why).toContain('“Good Friday” in the post');
  });

  it('names the earlier text and quotes the words that join', () => {
    const [finding] = crossIn('We spoke with a reader from Bangor.', [
      said('We read what was written.', 'the line of 1 March'),
      said('Your mother deserves an answer.', 'the reply of 3 March'),
    ]);
    expect(finding?.why).toContain('It joins “mother” in the reply of 3 March.');
    expect(finding?.citation).toBe('A10');
  });

  it.each([
    ['that add nothing', 'Your mother deserves an answer.', 'Thank you for your feedback.'],
    ['that say the same', 'Your mother deserves an answer.', 'We wrote to your mother.'],
    ['of hours and wards', 'Ward 7 is open on Tuesday.', 'We are open on Monday.'],
    ['of anybody', 'If your mother is unwell, call us.', 'Anyone in Bangor can ring us.'],
    [
      'of the place where we are',
      'Your mother deserves an answer.',
      'We moved to Elm Road, Norwich.',
    ],
    ['of a nurse with a title', 'Sister Petrie listened.', 'A reader from Bangor wrote.'],
    ['of patients in general', 'We listen to the patient and all families.', 'Thank you, Roger.'],
  ])('is left alone beside texts %s', (_, text, earlier) => {
    expect(told(text, earlier)).toEqual([]);
  });

  it('is not asked of texts that are not for everybody', () => {
    const earlier = [said('A reader from Bangor wrote.')];
    expect(crossIn('Your mother deserves an answer.', earlier, { audience: 'adviser' })).toEqual(
      [],
    );
  });

  it('is blocked when there is more than can be read', () => {
    const report = inspectSafely({
      text: 'Thank you.',
      channel: 'review_reply',
      audience: 'public',
      facts,
      earlier: [said('a'.repeat(MOST_EARLIER + 1))],
    });
    expect(report).toMatchObject({
      verdict: 'block',
      findings: [{ rule: 'guard-could-not-check' }],
    });
  });

  it.each([
    'you ',
    'Ward 7 ',
    'a 41-year-old ',
    'from Bangor. ',
    'the patient ',
    'Thank you, Roger. ',
  ])('takes time that grows with the earlier texts alone: %j', (part) => {
    const needs = (length: number) => {
      const words = part.repeat(Math.floor(length / part.length));
      const before = process.cpuUsage();
      crossIn('Your mother deserves an answer, Roger.', [said(words)]);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    const least = (length: number) => Math.min(...[1, 2, 3].map(() => needs(length)));
    least(20_000);
    expect(least(80_000)).toBeLessThan(10 * Math.max(10, least(20_000)));
  });
});

describe('a line with earlier texts', () => {
  const line = {
    id: 'a',
    channel: 'press_statement',
    audience: 'public',
    text: 'Your mother deserves an answer.',
  };

  it('is refused where they are no texts', () => {
    for (const earlier of ['x', [1], [{ label: 1, text: 'x' }], [{ label: 'x' }], [null]]) {
      expect(guardLine({ ...line, earlier })).toMatchObject({ error: { code: 'invalid-line' } });
    }
  });

  it('is held against them, with labels or without', () => {
    const words = 'We spoke with a reader from Bangor.';
    for (const [earlier, label] of [
      [[words], 'earlier text 1'],
      [[{ label: 'the reply', text: words }], 'the reply'],
    ] as const) {
      const answer = guardLine({ ...line, earlier });
      const spans = 'spans' in answer ? answer.spans : [];
      expect(spans.find(({ rule }) => rule === 'cross.described')?.why).toContain(label);
    }
  });
});
