import { compileFacts, inspectSafely } from './index.js';
import type { Audience, CaseContext } from './index.js';

const CONTEXT: CaseContext = {
  patient: { names: ['Harriet Penrose'], aliases: ['Hattie', 'Mrs Penrose', 'Hattie P'] },
  third_parties: ['Desmond Penrose'],
  appointments: ['2026-01-20'],
  conditions: ['epilepsy'],
};

function found(
  text: string,
  post: NonNullable<CaseContext['post']>,
  audience: Audience = 'platform',
): string[] {
  const facts = compileFacts({ ...CONTEXT, post });
  const { findings } = inspectSafely({ text, channel: 'moderator_report', audience, facts });
  return [...new Set(findings.map(({ start, end }) => text.slice(start, end)))];
}

const covering = (part: string): unknown => expect.arrayContaining([expect.stringContaining(part)]);

describe('a report to a platform', () => {
  it.each(['Hattie', 'Mrs Penrose', 'Hattie P', 'Harriet Penrose', '@hattie'])(
    'names the account %s as posted, and a public text does not',
    (handle) => {
      const text = `Account: ${handle}. The post breaks your rules.`;
      expect(found(text, { handle })).toEqual([]);
      expect(found(text, { handle }, 'public')).not.toEqual([]);
    },
  );

  it.each([
    ['the full name', 'Hattie Penrose posted it.', 'Hattie Penrose'],
    ['another name', 'Harriet posted it.', 'Harriet'],
    ['another spelling', 'hattie posted it.', 'hattie'],
    ['the name within a word', 'Hattie_P posted it. Mrs Penrose did.', 'Mrs Penrose'],
    ['a relative', 'Desmond posted it.', 'Desmond'],
  ])('does not name %s of the patient whose alias the account is', (_what, text, name) => {
    expect(found(text, { handle: 'Hattie' })).toEqual(covering(name));
  });

  it('gives the address of the post, whatever the address holds', () => {
    const url = 'https://posts.example/p?by=Harriet+Penrose&id=9991234578';
    expect(found(`Post: ${url}. It breaks your rules.`, { url })).toEqual([]);
    expect(found(`Post: ${url} by Harriet Penrose.`, { url })).toEqual(['Harriet Penrose']);
  });

  it('gives the date of the post, also when the patient was seen that day', () => {
    const post = { date: '2026-01-20' };
    expect(found('On 20 January 2026 they posted threats against a named doctor.', post)).toEqual(
      [],
    );
    const text = 'Hattie was treated here on 20 January 2026.';
    expect(found(text, { date: '2026-01-21' })).toEqual(covering('20 January 2026'));
  });

  it('still finds what is said of the account', () => {
    expect(found('Hattie has epilepsy.', { handle: 'Hattie' })).toEqual(covering('epilepsy'));
    expect(found('The author has epilepsy.', { handle: 'epilepsy' })).toEqual(covering('epilepsy'));
    for (const handle of ['Hattie', 'gracie_o', 'Mark Young'])
      expect(found(`${handle} was treated here.`, { handle })).not.toEqual([]);
  });
});
