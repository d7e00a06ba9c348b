import { compileFacts, inspectSafely } from '#confidentiality';
import { AUDIENCES, render, SAMPLE_CASES, SAMPLE_ORGANISATION } from './index.js';
import type { ResponseTemplate, TemplateFacts } from './index.js';
import { shippedCatalogue } from './template-fixtures.js';

/** A case that knows much, and a post that shares words with what we like to say. */
const [sample] = SAMPLE_CASES;
const facts: TemplateFacts = { ...sample!.facts, organisation: SAMPLE_ORGANISATION };
const known = compileFacts(sample!.context);

/** Every text that a template can make: each choice in turn. */
function variants(template: ResponseTemplate): Record<string, string>[] {
  const entries = Object.entries(template.inputs);
  const first = entries.map(([name, { type, choices }]) => [
    name,
    choices?.[0] ?? (type === 'date' ? '2026-01-05' : 'some words'),
  ]);
  const plain = Object.fromEntries(first) as Record<string, string>;
  const chosen = entries.flatMap(([name, { choices }]) =>
    (choices ?? []).map((choice) => ({ ...plain, [name]: choice })),
  );
  return [plain, ...chosen];
}

const catalogue = shippedCatalogue();
const textOf = (template: ResponseTemplate, inputs: Record<string, string>): string => {
  const rendering = render(template, { ...facts, inputs });
  return rendering.state === 'rendered' ? rendering.text : '';
};

describe('the guard lets through', () => {
  it.each(catalogue.templates.map((template) => [template.id, template] as const))(
    '%s in every form that it can take',
    (_, template) => {
      for (const inputs of variants(template)) {
        const text = textOf(template, inputs);
        expect(text).not.toBe('');
        const audience = AUDIENCES[template.audience].guardAudience;
        const request = { text, channel: template.channel, audience, facts: known };
        const { verdict, findings } = inspectSafely(request);
        const found = findings.map(({ start, end, rule }) => `${rule}: ${text.slice(start, end)}`);
        expect([verdict, found]).toEqual(['pass', []]);
      }
    },
  );

  it('nothing that names the patient, so the trial can fail', () => {
    const request = { channel: 'review_reply', audience: 'public', facts: known } as const;
    expect(inspectSafely({ ...request, text: 'Thank you, Mary Kelly.' }).verdict).toBe('block');
  });
});

/** The texts for those who write to a doctor, and for what a doctor posted. */
const ANSWERS = [
  'T-PUB-ACK-UK',
  'T-PUB-ACK-IE',
  'T-REDIRECT',
  'T-FRIEND',
  'T-NO-ADVICE',
  'T-EMERGENCY',
  'T-RETRACT',
  'T-DECLARE',
  'T-CORRECT',
] as const;

describe('an answer that says nothing of anybody', () => {
  it.each(ANSWERS)(
    'passes on a public and a private channel (seeds rows 3, 18, 98, 99, 100 and 104): %s',
    (id) => {
      const template = catalogue.find(id)!;
      for (const inputs of variants(template)) {
        const text = textOf(template, inputs);
        expect(text).not.toBe('');
        for (const channel of ['social_post', 'free_text'] as const) {
          const { verdict } = inspectSafely({ text, channel, audience: 'public', facts: known });
          expect([channel, verdict]).toEqual([channel, 'pass']);
        }
      }
    },
  );

  it.each(ANSWERS)('is blocked once a symptom is added (seeds rows 18, 99 and 71): %s', (id) => {
    const template = catalogue.find(id)!;
    const text = `${textOf(template, variants(template)[0]!)} I hope that your asthma is better.`;
    for (const channel of ['social_post', 'free_text'] as const) {
      const { verdict } = inspectSafely({ text, channel, audience: 'public', facts: known });
      expect([channel, verdict]).toEqual([channel, 'block']);
    }
  });

  it('starts with the label where an interest was not declared (seeds rows 31 and 105)', () => {
    const declared = catalogue.find('T-DECLARE')!;
    expect(textOf(declared, variants(declared)[0]!)).toMatch(/^#AD\n/);
    expect(declared.sources).toEqual(expect.arrayContaining(['A8.asa', 'A8.ad_label']));
  });

  it('names no colleague, and repeats nothing that was said of one (seeds row 71)', () => {
    const { variables, inputs } = catalogue.find('T-RETRACT')!;
    expect([variables, inputs]).toEqual([['organisation.name'], {}]);
  });
});
