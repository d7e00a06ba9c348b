import { inspectSafely } from '#confidentiality';
import { approvedSentences } from '../approved-sentences.js';
import type { ResponseTemplate } from '../response-template.js';
import { AUDIENCES } from '../template-labels.js';
import { loaded, shippedCatalogue } from '../template-fixtures.js';
import { requireWording, sourceOf, wordingOf } from './own-wording.js';
import { SAMPLE_CASES } from './sample-cases.js';
import { previewTemplate, requireSafePreview } from './template-preview.js';

const shipped = shippedCatalogue();
/** As a wording of the organisation is tried: the product's own sentences are known. */
const previewOf = (template: ResponseTemplate) => {
  const base = shipped.find(template.id);
  return previewTemplate(template, inspectSafely, base ? approvedSentences(base) : new Set());
};
const refusalOf = (template: ResponseTemplate) => {
  try {
    requireSafePreview(previewOf(template));
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a wording tried on the sample cases', () => {
  it('stops where the check blocks it, and says which words', () => {
    const own = loaded('Thank you. We are sorry that your operation hurt.');
    expect(refusalOf(own)).toBe('preview-blocked');
    expect(previewOf(own).verdict).toBe('block');
  });

  it('stops where a symptom is added to the words that send a person to the right place (seeds row 18)', () => {
    const base = shipped.find('T-REDIRECT')!;
    const body = `${base.body.trim()}\n\nI hope that your asthma is better.`;
    const source = sourceOf(base, { ...wordingOf(base), body });
    expect(refusalOf(requireWording(base, source, 1))).toBe('preview-blocked');
    expect(refusalOf(base)).toBe('none');
  });

  it('stops where one of its choices alone is blocked', () => {
    const choices = ['We read all comments.', 'You were seen by our asthma nurse in January.'];
    const inputs = { next: { type: 'choice', label: 'N', confidentiality: 'public', choices } };
    const own = loaded('Thank you. {{inputs.next}}', { inputs });
    expect(refusalOf(own)).toBe('preview-blocked');
    const blocked = previewOf(own).texts.filter(({ report }) => report.verdict === 'block');
    expect(new Set(blocked.map(({ choice }) => choice))).toEqual(new Set([choices[1]]));
  });

  it('stops where no text can be made', () => {
    const contact = '{{organisation.complaintsContact}} '.repeat(190);
    expect(refusalOf(loaded(`${contact}${'words '.repeat(2000)}`))).toBe('preview-stopped');
  });

  it('lets through a wording that says nothing of anybody', () => {
    expect(refusalOf(loaded('Thank you for writing. Please write to us in private.'))).toBe('none');
  });

  it.each(shipped.templates.map((template) => [template.id, template] as const))(
    'passes for every case, as the product has it: %s',
    (_, template) => {
      const { texts, faults, isSame } = previewOf(template);
      expect(faults).toEqual([]);
      expect(texts.length).toBeGreaterThanOrEqual(SAMPLE_CASES.length);
      const found = texts.flatMap(({ text, report, sample }) =>
        report.findings.map(({ start, end, rule }) => [sample, rule, text.slice(start, end)]),
      );
      expect(found).toEqual([]);
      expect(isSame).toBe(AUDIENCES[template.audience].isPublished ? true : null);
    },
  );
});
