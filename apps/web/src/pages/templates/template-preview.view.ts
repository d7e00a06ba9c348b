import type { RecheckIndex } from '#knowledge';
import type { PreviewText, TemplatePreview } from '#responses';
import { plural } from '../../views/filters.js';
import type { MarkedText } from '../../views/marked-text.js';
import { markedFindings } from '../drafts/findings.view.js';

/** The texts that a wording makes of the sample cases, with the findings of the check marked in them. */
export function previewView(preview: TemplatePreview, sources: RecheckIndex) {
  const { texts, faults, verdict, isSame } = preview;
  const cases = new Set(texts.map(({ sample }) => sample)).size;
  const blocked = texts.filter(({ report }) => report.verdict === 'block').length;
  const weighed = texts.filter(({ report }) => report.verdict === 'warn').length;
  let count = 0;
  const shown = shownTexts(preview).map((one) => {
    const marked = numberedFrom(markedFindings(one.text, one.report.findings, sources), count);
    count += marked.findings.length;
    return { title: titleOf(one, isSame === true), isOpen: marked.findings.length > 0, marked };
  });
  return {
    faults: faults.map(({ message }) => message),
    summary: `${plural(texts.length, 'text')} made of ${plural(cases, 'invented case')}, each choice in turn: ${blocked} blocked, ${weighed} to consider.`,
    isBlocked: verdict === 'block',
    isPublished: isSame !== null,
    same: sameWords(preview),
    texts: shown.map((one, index) => ({ ...one, isOpen: one.isOpen || index === 0 })),
  };
}

/** Of texts that are all the same, one; of choices, those of which the check says something. */
function shownTexts({ texts, isSame }: TemplatePreview): PreviewText[] {
  return texts.filter(
    ({ sample, choice, report }) =>
      report.findings.length > 0 ||
      (choice === null && (isSame !== true || sample === texts[0]!.sample)),
  );
}

function titleOf({ title, choice, report }: PreviewText, isSame: boolean): string {
  if (isSame && report.findings.length === 0) return 'The text, for every case';
  return choice === null ? title : `${title}, with “${choice}”`;
}

function sameWords({ texts, isSame }: TemplatePreview): string {
  if (isSame === null) return '';
  if (!isSame) return 'The text is not the same for all of them. A text for everybody has to be.';
  return `Whatever the case is, the text is the same to the byte. Its SHA-256 is ${texts[0]?.report.textHash}.`;
}

/** Numbers of findings go on from one text to the next, so that each is there once on the page. */
function numberedFrom({ segments, findings, summary }: MarkedText, by: number): MarkedText {
  return {
    summary,
    findings: findings.map((one) => ({ ...one, number: one.number + by })),
    segments: segments.map((one) => ({
      ...one,
      numbers: one.numbers.map((number) => number + by),
      starts: one.starts.map((number) => number + by),
    })),
  };
}
