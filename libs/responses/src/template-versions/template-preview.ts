import {
  type GuardReport,
  type InspectionRequest,
  type Verdict,
  verdictOf,
} from '#confidentiality';
import { type FieldFault, Invalid } from '#kernel';
import type { ResponseTemplate } from '../response-template.js';
import type { TemplateInput } from '../template-heading.js';
import { AUDIENCES } from '../template-labels.js';
import { render } from '../template-rendering.js';
import { knownOfSample, SAMPLE_CASES, SAMPLE_ORGANISATION } from './sample-cases.js';

/** A text that a wording makes, with what the guard says of it. */
export interface PreviewText {
  /** Key and title of the sample case. */
  readonly sample: string;
  readonly title: string;
  /** The choice that was tried; null where the first of each was taken. */
  readonly choice: string | null;
  readonly text: string;
  readonly report: GuardReport;
}

/** A wording tried on every sample case, with each choice in turn. */
export interface TemplatePreview {
  readonly texts: readonly PreviewText[];
  /** What stopped a text; `field` is the name of the fact. */
  readonly faults: readonly FieldFault[];
  readonly verdict: Verdict;
  /** Of a text that everybody reads: whether it is the same to the byte for all sample cases. Null for others. */
  readonly isSame: boolean | null;
}

/**
 * Tries a wording.
 *
 * @param inspect the guard.
 * @param approved hashes of the sentences that were approved before this wording: only its other words are read anew.
 */
export function previewTemplate(
  template: ResponseTemplate,
  inspect: (request: InspectionRequest) => GuardReport,
  approved: ReadonlySet<string>,
): TemplatePreview {
  const audience = AUDIENCES[template.audience].guardAudience;
  const texts: PreviewText[] = [];
  const faults = new Map<string, FieldFault>();
  for (const sample of SAMPLE_CASES) {
    for (const { inputs, choice } of answersFor(template)) {
      const facts = { ...sample.facts, organisation: SAMPLE_ORGANISATION, inputs };
      const rendering = render(template, facts);
      if (rendering.state === 'stopped') {
        for (const fault of rendering.faults) faults.set(fault.field + fault.message, fault);
        continue;
      }
      const { text } = rendering;
      const { channel } = template;
      const report = inspect({ text, channel, audience, approved, facts: knownOfSample(sample) });
      texts.push({ sample: sample.key, title: sample.title, choice, text, report });
    }
  }
  const verdict = verdictOf(texts.flatMap(({ report }) => report.findings));
  return { texts, faults: [...faults.values()], verdict, isSame: isSame(template, texts) };
}

/**
 * Lets go what may be put before a second person.
 *
 * @throws Invalid `preview-stopped`, `preview-blocked`, `preview-differs`, each with what to do at `preview`
 */
export function requireSafePreview({ texts, faults, isSame: same }: TemplatePreview): void {
  if (faults.length > 0) {
    const messages = faults.map(({ message }) => ({ field: 'preview', message }));
    throw new Invalid('preview-stopped', 'No text can be made of this wording yet.', messages);
  }
  const blocking = texts.flatMap(({ text, report }) =>
    report.findings
      .filter(({ severity }) => severity >= 2)
      .map(({ start, end, why }) => `“${text.slice(start, end)}”: ${why}`),
  );
  if (blocking.length > 0) {
    throw new Invalid(
      'preview-blocked',
      'The check blocks this wording, so it cannot be proposed. Change the words that are marked.',
      [...new Set(blocking)].map((message) => ({ field: 'preview', message })),
    );
  }
  if (same === false) {
    const message = 'A text for everybody has to be the same for every case, and this one is not.';
    throw new Invalid('preview-differs', message, [{ field: 'preview', message }]);
  }
}

interface Answers {
  readonly inputs: Readonly<Record<string, string>>;
  readonly choice: string | null;
}

/** The first of each choice, then each other choice in turn. */
function answersFor(template: ResponseTemplate): Answers[] {
  const entries = Object.entries(template.inputs);
  const plain = Object.fromEntries(entries.map(([name, input]) => [name, sampleAnswer(input)]));
  const others = entries.flatMap(([name, { choices = [] }]) =>
    choices.slice(1).map((choice) => ({ inputs: { ...plain, [name]: choice }, choice })),
  );
  return [{ inputs: plain, choice: null }, ...others];
}

function sampleAnswer({ type, choices, limit }: TemplateInput): string {
  if (choices) return choices[0]!;
  return type === 'date' ? '2026-01-05' : 'some words'.slice(0, limit);
}

function isSame({ audience }: ResponseTemplate, texts: readonly PreviewText[]): boolean | null {
  if (!AUDIENCES[audience].isPublished) return null;
  const seen = new Map<string | null, string>();
  return texts.every(({ choice, text }) => {
    const first = seen.get(choice) ?? text;
    seen.set(choice, first);
    return Buffer.from(first).equals(Buffer.from(text));
  });
}
