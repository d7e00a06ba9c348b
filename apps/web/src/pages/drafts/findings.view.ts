import { z } from 'zod';
import type { Finding } from '#confidentiality';
import type { RecheckIndex } from '#knowledge';
import { type FindingPlace, replacementFor } from '#responses';
import { type MarkedSpan, type MarkedText, markText } from '../../views/marked-text.js';

/** A finding as a button names it: what it is and where, since numbers move when more is found. */
export const findingKey = z
  .string()
  .regex(/^[\w.-]+@\d{1,6}-\d{1,6}$/, 'Choose one of the findings')
  .transform((key): FindingPlace => {
    const [rule = '', span = ''] = key.split('@');
    const [start = 0, end = 0] = span.split('-').map(Number);
    return { rule, start, end };
  });

/** A text with its findings marked, numbered and explained. @param sources tells each citation as it stands today. */
export function markedFindings(
  text: string,
  findings: readonly Finding[],
  sources: RecheckIndex,
): MarkedText {
  return markText(
    text,
    findings.map((finding) => spanOf(text, finding, sources)),
  );
}

function spanOf(text: string, finding: Finding, sources: RecheckIndex): MarkedSpan {
  const { rule, start, end, severity, why, suggestion, citation } = finding;
  const place = replacementFor(text, finding);
  const label = sources.labelOf(citation, sources.today);
  return {
    key: `${rule}@${start}-${end}`,
    start,
    end,
    severity: severity >= 2 ? 'block' : 'warn',
    why,
    ...(place ? { suggestion, place } : { advice: suggestion }),
    ...(label && { citation: label }),
  };
}
