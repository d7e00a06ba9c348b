import { jest } from '@jest/globals';
import { TEXT_LIMIT, render } from './index.js';
import type { Rendering, TemplateFacts } from './index.js';
import { loaded } from './template-fixtures.js';

const faultsOf = (rendering: Rendering) => ('faults' in rendering ? rendering.faults : []);

describe('writing a text stops', () => {
  const greeting = loaded('{{organisation.name}}: {{organisation.phone}}');

  it('when facts are missing, and names all of them in plain words', () => {
    expect(faultsOf(render(greeting, {}))).toEqual([
      {
        field: 'organisation.name',
        message: 'This text needs the name of the organisation, which is empty.',
      },
      {
        field: 'organisation.phone',
        message: 'This text needs the public telephone number, which is empty.',
      },
    ]);
  });

  it('when a fact is only blank space', () => {
    const facts = { organisation: { name: ' \n ', phone: '0113 496 0100' } };
    expect(faultsOf(render(greeting, facts))).toMatchObject([{ field: 'organisation.name' }]);
  });

  it.each([
    ['a function', () => 'x'],
    ['an object', { toString: () => 'x' }],
    ['a number', 5],
    ['a very long text', 'x'.repeat(2049)],
    ['a null character', 'a\u0000b'],
    ['a character that turns the direction of reading', 'a\u202Eb'],
  ])('when a fact is %s', (_, phone) => {
    const facts = { organisation: { name: 'Larkfield', phone } } as unknown as TemplateFacts;
    expect(faultsOf(render(greeting, facts))).toMatchObject([{ field: 'organisation.phone' }]);
  });

  it('when facts come by a prototype', () => {
    const organisation = Object.create({ name: 'x', phone: 'y' }) as object;
    expect(render(greeting, { organisation }).state).toBe('stopped');
  });

  it('when a date is none', () => {
    const letter = loaded('{{complaint.receivedOn}}', { audience: 'complainant' });
    const facts = { complaint: { receivedOn: '2026-02-30' } };
    expect(faultsOf(render(letter, facts))).toMatchObject([
      { message: expect.stringContaining('must be a date') },
    ]);
  });

  it('when a list is too long', () => {
    const list = loaded('{{#each organisation.supportServices}}{{this}}{{/each}}');
    const facts = { organisation: { supportServices: Array<string>(51).fill('x') } };
    expect(faultsOf(render(list, facts))).toMatchObject([
      { message: expect.stringContaining('50 entries') },
    ]);
  });

  it('when the text grows past its limit, in a moment', () => {
    const loop = '{{#each organisation.supportServices}}{{this}}{{/each}}';
    const list = loaded(loop.repeat(150));
    const facts = { organisation: { supportServices: Array<string>(50).fill('x'.repeat(2048)) } };
    const before = performance.now();
    expect(faultsOf(render(list, facts))).toEqual([
      { field: 'text', message: `The text would be longer than ${TEXT_LIMIT} characters.` },
    ]);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('never for long on a template that is all blanks', () => {
    const template = loaded(`x${' '.repeat(19_000)}x`);
    const before = performance.now();
    expect(render(template, {}).state).toBe('rendered');
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('when an input is longer than declared, or not asked for, or no choice', () => {
    const inputs = {
      note: { type: 'text', label: 'Note', confidentiality: 'case', limit: 5 },
      way: { type: 'choice', label: 'Way', confidentiality: 'case', choices: ['a', 'b'] },
    };
    const letter = loaded('{{inputs.note}} {{inputs.way}}', { audience: 'complainant', inputs });
    const rendering = render(letter, { inputs: { note: 'too long', way: 'c', other: 'x' } });
    expect(faultsOf(rendering)).toEqual([
      { field: 'inputs.other', message: 'This template does not ask for this input.' },
      { field: 'inputs.note', message: '“Note” must be 5 characters or fewer.' },
      { field: 'inputs.way', message: '“Way” must be one of the choices.' },
    ]);
  });
});

describe('a text', () => {
  it('is plain: marks are neither escaped nor acted on', () => {
    const facts = { organisation: { name: '{{patient.name}} <b>&amp;</b>' } };
    expect(render(loaded('By {{organisation.name}}'), facts)).toEqual({
      state: 'rendered',
      text: 'By {{patient.name}} <b>&amp;</b>',
    });
  });

  it('needs no fact of a branch that is not taken', () => {
    const body = '{{#if organisation.phone}}Call {{organisation.phone}}{{else}}Write to us{{/if}}';
    expect(render(loaded(body), {})).toEqual({ state: 'rendered', text: 'Write to us' });
  });

  it('follows the same branches that the check for missing facts follows', () => {
    const body =
      '{{#unless organisation.phone}}A{{else}}B{{/unless}}' +
      '{{#each organisation.supportServices}}C{{else}}D{{/each}}';
    const facts = { organisation: { phone: '1', supportServices: ['x', ' '] } };
    expect(render(loaded(body), {})).toMatchObject({ text: 'AD' });
    expect(render(loaded(body), facts)).toMatchObject({ text: 'BC' });
  });

  it('gives dates in words', () => {
    const letter = loaded('On {{complaint.receivedOn}}.', { audience: 'complainant' });
    const facts = { complaint: { receivedOn: '2026-01-05' } };
    expect(render(letter, facts)).toMatchObject({ text: 'On 5 January 2026.' });
  });

  it('leaves nothing in the log', () => {
    const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;
    const spies = methods.map((method) => jest.spyOn(console, method).mockReturnValue());
    render(loaded('{{organisation.name}}'), { organisation: { name: 'canary' } });
    const calls = spies.map((spy) => spy.mock.calls.length);
    for (const spy of spies) spy.mockRestore();
    expect(calls).toEqual([0, 0, 0, 0, 0]);
  });
});
