import { sentenceHash, sentencesOf } from '#confidentiality';
import { approvedSentences, render } from './index.js';
import { fullFacts, loaded, shippedCatalogue } from './template-fixtures.js';

describe('the approved sentences of a template', () => {
  it('leave out what a fact stands in', () => {
    const template = loaded('We listen. Call {{organisation.phone}} today. We answer.');
    const approved = approvedSentences(template);
    expect(approved).toEqual(new Set(['We listen.', 'We answer.'].map(sentenceHash)));
  });

  it('leave out what depends on a branch', () => {
    const template = loaded('We do {{#if organisation.phone}}not {{/if}}listen. We answer.');
    expect(approvedSentences(template)).toEqual(new Set([sentenceHash('We answer.')]));
  });

  it('hold the sentences of the choices', () => {
    const inputs = {
      next: {
        type: 'choice',
        label: 'Next',
        confidentiality: 'public',
        choices: ['No more. Done.', 'a word'],
      },
    };
    const approved = approvedSentences(loaded('{{inputs.next}}', { inputs }));
    expect(approved).toEqual(new Set(['No more.', 'Done.'].map(sentenceHash)));
  });

  it('cover most of a public reply that was made from it, and no changed word', () => {
    const template = shippedCatalogue().find('T-PUB-ACK-UK')!;
    const rendering = render(template, fullFacts(template));
    const text = rendering.state === 'rendered' ? rendering.text : '';
    const approved = approvedSentences(template);
    const known = sentencesOf(text).filter((words) => approved.has(sentenceHash(words)));
    expect(known.length).toBeGreaterThan(5);
    expect(approved.has(sentenceHash(known[0]!.replace('Thank', 'thank')))).toBe(false);
  });
});
