import {
  compileFacts,
  inspectSafely,
  type InspectionRequest,
  sentenceHash,
  sentencesOf,
} from '#confidentiality';
import {
  approvedSentences,
  AUDIENCES,
  render,
  SAMPLE_CASES,
  SAMPLE_ORGANISATION,
  type SampleCase,
} from './index.js';
import type { ResponseTemplate } from './index.js';
import { shippedCatalogue } from './template-fixtures.js';

/** A case that knows much, and a post that shares words with what we like to say. */
const [sample] = SAMPLE_CASES;
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
const textOf = (
  template: ResponseTemplate,
  inputs: Record<string, string>,
  of: SampleCase = sample!,
): string => {
  const rendering = render(template, { ...of.facts, organisation: SAMPLE_ORGANISATION, inputs });
  return rendering.state === 'rendered' ? rendering.text : '';
};

/** What the guard finds in a text from a template, as `rule: words`. */
function findingsIn(
  template: ResponseTemplate,
  text: string,
  known: Pick<InspectionRequest, 'facts' | 'approved'>,
): string[] {
  expect(text).not.toBe('');
  const audience = AUDIENCES[template.audience].guardAudience;
  const { findings } = inspectSafely({ text, channel: template.channel, audience, ...known });
  return findings.map(({ start, end, rule }) => `${rule}: ${text.slice(start, end)}`);
}

describe('the guard lets through', () => {
  it.each(catalogue.templates.map((template) => [template.id, template] as const))(
    '%s in every form that it can take',
    (_, template) => {
      for (const inputs of variants(template)) {
        const found = findingsIn(template, textOf(template, inputs), { facts: known });
        expect(found).toEqual([]);
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

describe('a letter to somebody without authority', () => {
  const letter = catalogue.find('T-APOLOGY')!;
  const of = SAMPLE_CASES.find(({ key }) => key === 'no-authority')!;
  const known = { facts: compileFacts(of.context), approved: approvedSentences(letter) };
  const inputs = variants(letter).at(-1)!;
  const text = textOf(letter, inputs, of);

  it('is read again where one word of an approved sentence is changed', () => {
    expect(findingsIn(letter, text, known)).toEqual([]);
    const changed = text.replace('you felt you were not listened to', 'you were not listened to');
    expect(changed).not.toBe(text);
    expect(findingsIn(letter, changed, known)).not.toEqual([]);
  });

  it('is read whole where its sentences are those of another template', () => {
    const other = approvedSentences(catalogue.find('T-SAR')!);
    expect(findingsIn(letter, text, { ...known, approved: other })).not.toEqual([]);
  });

  it('is blocked by the patient’s name in a variable, and even in a sentence that is known', () => {
    const named = textOf(letter, { ...inputs, signatory: 'For Emrys Rowlands' }, of);
    expect(findingsIn(letter, named, known).join()).toContain('Emrys Rowlands');
    const approved = new Set(sentencesOf(named).map(sentenceHash));
    expect(findingsIn(letter, named, { ...known, approved }).join()).toContain('Emrys Rowlands');
  });
});

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
