import type { Finding } from '#confidentiality';
import { citationLabel, isCitationKey, resolveCitation } from '#guidance';
import { replacementFor } from '#responses';
import { type MarkedSpan, type MarkedText, markText } from '../../views/marked-text.js';

/** A text with its findings marked, numbered and explained. @param on civil date for the citations. */
export function markedFindings(text: string, findings: readonly Finding[], on: string): MarkedText {
  return markText(
    text,
    findings.map((finding) => spanOf(text, finding, on)),
  );
}

function spanOf(text: string, finding: Finding, on: string): MarkedSpan {
  const { start, end, severity, why, suggestion, citation } = finding;
  const place = replacementFor(text, finding);
  return {
    start,
    end,
    severity: severity >= 2 ? 'block' : 'warn',
    why,
    ...(place ? { suggestion, place } : { advice: suggestion }),
    ...(isCitationKey(citation) && { citation: citationLabel(resolveCitation(citation, on)) }),
  };
}
