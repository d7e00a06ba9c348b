import { loadCatalogue, readTemplate, TemplatesRefused } from './index.js';
import type { TemplateFault } from './index.js';
import { aTemplate } from './template-fixtures.js';

function faultsOf(body: string, heading: Record<string, unknown> = {}): readonly TemplateFault[] {
  const result = readTemplate({ file: 'a.hbs', content: aTemplate(body, heading) });
  return 'faults' in result ? result.faults : [];
}

const messagesOf = (body: string, heading: Record<string, unknown> = {}): string =>
  faultsOf(body, heading)
    .map(({ message }) => message)
    .join('\n');

describe('a template is refused', () => {
  it.each([
    ['three brackets', '{{{organisation.name}}}', /not “{{{”/],
    ['an ampersand', '{{&organisation.name}}', /not “{{{”/],
    ['a partial', '{{> other}}', /cannot take in another/],
    ['a partial block', '{{#> other}}x{{/other}}', /cannot take in another/],
    ['a partial with a calculated name', '{{> (lookup . "x")}}', /cannot take in another/],
    ['an inline partial', '{{#*inline "x"}}x{{/inline}}', /“{{\*”/],
    ['a decorator', '{{* organisation.name}}', /“{{\*”/],
    ['lookup', '{{lookup organisation "name"}}', /nothing after it/],
    ['log', '{{log organisation.name}}', /nothing after it/],
    ['a named argument', '{{organisation.name x=1}}', /nothing after it/],
    ['a sub-expression', '{{#if (lookup . "x")}}x{{/if}}', /plain name/],
    ['the root', '{{@root.organisation.name}}', /plain name/],
    ['the number in a list', '{{@index}}', /plain name/],
    ['the level above', '{{../organisation.name}}', /plain name/],
    ['everything at once', '{{this}}', /plain name/],
    ['a dot', '{{.}}', /plain name/],
    ['a text in quotation marks', '{{"organisation.name"}}', /plain name/],
    ['a number', '{{1}}', /plain name/],
    ['true', '{{true}}', /plain name/],
    ['a name in square brackets that means another', '{{[organisation.name]}}', /plain name/],
    ['a name that starts at this', '{{this.organisation.name}}', /plain name/],
    ['with', '{{#with organisation}}{{name}}{{/with}}', /Only {{#if}}/],
    ['a block of its own', '{{#organisation}}{{name}}{{/organisation}}', /Only {{#if}}/],
    ['an inverse block', '{{^organisation.name}}x{{/organisation.name}}', /Only {{#if}}/],
    ['a raw block', '{{{{raw}}}} x {{{{/raw}}}}', /Only {{#if}}/],
    ['block parameters', '{{#each organisation.supportServices as |x|}}x{{/each}}', /no more/],
    ['a condition with options', '{{#if organisation.name includeZero=true}}x{{/if}}', /no more/],
    ['a condition on two', '{{#if organisation.name organisation.phone}}x{{/if}}', /no more/],
    ['a whole group', '{{organisation}}', /no variable called “organisation”/],
    ['the constructor', '{{constructor}}', /no variable called “constructor”/],
    ['a prototype', '{{organisation.__proto__}}', /no variable called/],
    ['an unknown variable', '{{organisation.colour}}', /called “organisation.colour”/],
    ['an undeclared input', '{{inputs.anything}}', /called “inputs.anything”/],
    ['a list as a word', '{{organisation.supportServices}}', /is a list/],
    ['a word as a list', '{{#each organisation.name}}x{{/each}}', /is not a list/],
    [
      'a variable in a list',
      '{{#each organisation.supportServices}}{{organisation.name}}{{/each}}',
      /only {{this}}/,
    ],
    ['an open bracket', 'Hello {{organisation.name', /do not fit together/],
    ['an open block', '{{#if organisation.name}}x', /do not fit together/],
    ['a wrong end', '{{#if organisation.name}}x{{/each}}', /do not fit together/],
  ])('with %s', (_, body, words) => {
    expect(messagesOf(body)).toMatch(words);
  });

  it('even where the forbidden construct stands in a branch that is never taken', () => {
    const body = '{{#if organisation.name}}x{{else}}{{> other}}{{/if}}';
    expect(messagesOf(body)).toMatch(/cannot take in another/);
  });

  it('when lists stand in lists, so that no template can multiply its work', () => {
    const open = '{{#each organisation.supportServices}}';
    expect(messagesOf(`${open}${open}x{{/each}}{{/each}}`)).toMatch(/Inside {{#each}}/);
  });

  it('when blocks are nested very deep', () => {
    const body = '{{#if organisation.name}}'.repeat(300) + 'x' + '{{/if}}'.repeat(300);
    expect(messagesOf(body)).toMatch(/more than 4 deep/);
  });

  it('when it has too many pieces', () => {
    expect(messagesOf('{{organisation.name}} '.repeat(500))).toBe(
      'The template has more than 400 pieces.',
    );
  });

  it('when it is too long', () => {
    expect(messagesOf('x'.repeat(20_001))).toMatch(/longer than 20000/);
  });

  it('when a tree is slipped in where a text belongs', () => {
    const tree = { type: 'Program', body: [] } as unknown as string;
    const result = readTemplate({ file: 'a.hbs', content: tree });
    expect(result).toMatchObject({ faults: [{ message: 'A template is a text file.' }] });
  });
});

describe('a template for the public', () => {
  it.each([
    ['patient.name', 'a fact about a patient'],
    ['doctor.name', 'a fact about the doctor'],
    ['case.reference', 'a fact of the case'],
    ['complaint.receivedOn', 'a fact of the case'],
    ['post.url', 'a detail of the post'],
    ['post.handle', 'a detail of the post'],
    ['post.date', 'a detail of the post'],
    ['ground.title', 'a detail of the post'],
    ['platform.name', 'a detail of the post'],
    ['adviser.name', 'for the organisation and its members only'],
  ])('does not load when it names %s, and says why', (name, why) => {
    const words = messagesOf(`Hello {{${name}}}`);
    expect(words).toContain(`“${name}”`);
    expect(words).toContain(why);
    expect(words).toContain('a text for the public must not name it');
  });

  it.each(['if', 'unless'])('does not load when it asks by {{#%s}} for a patient fact', (block) => {
    const body = `{{#${block} patient.name}}x{{/${block}}}`;
    expect(messagesOf(body)).toContain('“patient.name”');
  });

  it('does not load when something is to be typed into it', () => {
    const inputs = { words: { type: 'text', label: 'Words', confidentiality: 'public' } };
    expect(messagesOf('{{inputs.words}}', { inputs })).toMatch(/must be a choice/);
  });

  it('does not load when an input is declared above its clearance', () => {
    const choices = ['one', 'two'];
    const inputs = { day: { type: 'choice', label: 'Day', confidentiality: 'case', choices } };
    expect(messagesOf('x {{inputs.day}}', { inputs })).toMatch(
      /“inputs.day” is a fact of the case/,
    );
  });
});

describe('faults', () => {
  it('name the line of the file', () => {
    const [fault] = faultsOf('One\n\n{{patient.name}}');
    const line = aTemplate('One\n\n{{patient.name}}').split('\n').indexOf('{{patient.name}}') + 1;
    expect(fault).toMatchObject({ file: 'a.hbs', line });
  });

  it('of all files are told at once', () => {
    const sources = [
      { file: 'a.hbs', content: aTemplate('{{patient.name}} {{> x}}') },
      { file: 'b.hbs', content: aTemplate('Hello', { audience: 'everyone', colour: 'red' }) },
      { file: 'c.hbs', content: 'no heading' },
    ];
    const load = () => loadCatalogue(sources);
    expect(load).toThrow(TemplatesRefused);
    expect(load).toThrow('5 fault(s)');
  });

  it('tell of an id that is used twice', () => {
    const content = aTemplate('Hello');
    const load = () =>
      loadCatalogue([
        { file: 'a.hbs', content },
        { file: 'b.hbs', content },
      ]);
    expect(load).toThrow(
      expect.objectContaining({
        faults: [{ field: 'b.hbs:1', message: 'The id “T-ONE” is taken by a.hbs.' }],
      }),
    );
  });

  it.each([
    ['a wrong id', { id: 'one' }, /“id”: must look like/],
    ['an unknown line', { colour: 'red' }, /“colour” has no place/],
    ['an unknown audience', { audience: 'everyone' }, /“audience” must be one of: public/],
    ['no source', { sources: [] }, /“sources”: must name at least one/],
    ['a date that is none', { reviewBy: '2027-02-30' }, /“reviewBy”/],
    ['no title', { title: undefined }, /“title” is missing/],
    ['an input that is never used', { inputs: { a: choiceOf('public') } }, /never used/],
  ])('tell of %s in the heading', (_, heading, words) => {
    expect(messagesOf('Hello', heading)).toMatch(words);
  });

  it('tell of a heading that is no YAML, with its line', () => {
    const content = '---\nid: T-ONE\ntitle: a: b\n---\nHello';
    const result = readTemplate({ file: 'a.hbs', content });
    expect(result).toMatchObject({ faults: [{ line: 3 }] });
  });
});

function choiceOf(confidentiality: string): object {
  return { type: 'choice', label: 'Choice', confidentiality, choices: ['one', 'two'] };
}
