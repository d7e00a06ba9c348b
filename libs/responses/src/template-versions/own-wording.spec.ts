import type { ResponseTemplate } from '../response-template.js';
import { aTemplate, loaded, shippedCatalogue } from '../template-fixtures.js';
import { readWording, requireWording, sourceOf, wordingOf } from './own-wording.js';
import type { TemplateWording } from './own-wording.js';

const shipped = shippedCatalogue();
const base = shipped.find('T-PUB-ACK-UK')!;
const letter = shipped.find('T-CMP-ACK-ENG')!;

/** The faults of a wording, as `field: message`. */
function faultsOf(of: ResponseTemplate, change: Partial<TemplateWording>): string[] {
  const read = readWording(of, sourceOf(of, { ...wordingOf(of), ...change }), 1);
  return 'faults' in read ? read.faults.map(({ field, message }) => `${field}: ${message}`) : [];
}

describe('a wording of an organisation’s own', () => {
  it.each([
    ['{{patient.name}}', 'body: Line 2: “patient.name” (the name of the patient) is a fact about'],
    ['{{organisation.colour}}', 'body: Line 2: There is no variable called “organisation.colour”.'],
    ['{{{organisation.name}}}', 'body: Line 2: Write a variable in two curly brackets'],
    ['{{> another}}', 'body: Line 2: A template cannot take in another one'],
    ['{{lookup organisation "name"}}', 'body: Line 2: Only the name of one variable may stand'],
    ['{{#if organisation.name}}', 'body: Line 2: The curly brackets here do not fit together'],
  ])('refuses %s at the line where it stands', (words, fault) => {
    const [found = ''] = faultsOf(base, { body: `Thank you.\n${words}` });
    expect(found.replace('Line 3', 'Line 2')).toContain(fault);
  });

  it('says what is wrong with title, question, limit and choices at their own fields', () => {
    const inputs = {
      addressee: { label: '', limit: 0 },
      handler: { label: 'Who', limit: 5000 },
    };
    expect(faultsOf(letter, { title: 'x'.repeat(101), inputs })).toEqual([
      'title: The title must be 100 characters or fewer.',
      'inputs.addressee.label: The question must not be empty.',
      expect.stringMatching(/^inputs\.addressee\.limit: The limit /),
      expect.stringMatching(/^inputs\.handler\.limit: The limit /),
    ]);
  });

  it('refuses an input that the product’s template has not', () => {
    const wording = { ...wordingOf(base), inputs: { note: { label: 'A note', limit: 10 } } };
    expect(() => sourceOf(base, wording)).toThrow(
      expect.objectContaining({ code: 'template-invalid' }),
    );
  });

  it('cannot loosen the approval, and may ask for more', () => {
    expect(faultsOf(base, { approval: 'low' })).toEqual([expect.stringMatching(/^approval: /)]);
    expect(faultsOf(letter, { approval: 'high' })).toEqual([]);
  });

  it('cannot let an answer be longer, and may want it shorter', () => {
    const inputs = (limit: number) => ({ addressee: { label: 'To whom', limit } });
    expect(faultsOf(letter, { inputs: inputs(101) })).toEqual([
      'inputs.addressee.limit: The limit may be 100 characters or fewer, as in the product’s template.',
    ]);
    expect(faultsOf(letter, { inputs: inputs(99) })).toEqual([]);
  });

  it.each([
    ['audience', { audience: 'doctor' }],
    ['channel', { channel: 'letter' }],
    ['route', { route: 'monitor' }],
    ['jurisdictions', { jurisdictions: ['england', 'ireland'] }],
    ['platforms', { platforms: ['google', 'nhs_uk'] }],
  ])('is not read once its %s is another than the product’s', (field, heading) => {
    const made = loaded('Thank you.', { platforms: ['google'] });
    const source = aTemplate('Thank you.', { platforms: ['google'], ...heading });
    expect(readWording(made, source, 1)).toEqual({
      faults: [{ field, message: expect.any(String) as string }],
    });
  });

  it('cannot make a confidential answer less so, or a choice something to type', () => {
    const input = { type: 'choice', label: 'N', confidentiality: 'case', choices: ['a b', 'c d'] };
    const heading = { audience: 'complainant', inputs: { next: input } };
    const made = loaded('{{inputs.next}}', heading);
    for (const change of [{ confidentiality: 'public' }, { type: 'text', choices: undefined }]) {
      const source = aTemplate('{{inputs.next}}', {
        ...heading,
        inputs: { next: JSON.parse(JSON.stringify({ ...input, ...change })) as unknown },
      });
      expect(readWording(made, source, 1)).toMatchObject({ faults: [{ field: 'inputs.next' }] });
    }
  });

  it('is not read where the product’s template has become stricter since', () => {
    const source = sourceOf(letter, wordingOf(letter));
    expect(readWording({ ...letter, approval: 'high' }, source, 1)).toMatchObject({
      faults: [{ field: 'approval' }],
    });
  });

  it('asks only for what its words name', () => {
    const body = 'Dear {{inputs.addressee}}\n\nThank you.';
    const own = requireWording(letter, sourceOf(letter, { ...wordingOf(letter), body }), 1);
    expect(Object.keys(own.inputs)).toEqual(['addressee']);
  });

  it.each(shipped.templates.map((template) => [template.id, template] as const))(
    'of the same words as the product’s is the same template: %s',
    (_, template) => {
      const own = requireWording(template, sourceOf(template, wordingOf(template)), 4);
      const { write: _w, contentHash: _h, file: _f, parts: _p, body, ...rest } = own;
      expect({ ...template, ...rest, ownNumber: null, body: body.trim() }).toEqual({
        ...template,
        body: template.body.trim(),
      });
      expect(own.ownNumber).toBe(4);
    },
  );
});
