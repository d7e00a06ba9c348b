import type { Finding } from '#confidentiality';
import { citationLabel, isCitationKey, resolveCitation } from '#guidance';
import { type MarkedText, markText } from '../../views/marked-text.js';

/** A text with its findings marked, numbered and explained. @param on civil date for the citations. */
export function markedFindings(
  text: string,
  findings: readonly Finding[],
  on: string,
): MarkedText {
  return markText(
    text,
    findings.map(({ start, end, severity, why, suggestion, citation }) => ({
      start,
      end,
      severity: severity >= 2 ? ('block' as const) : ('warn' as const),
      why,
      suggestion: suggestion || null,
      ...(isCitationKey(citation) && { citation: citationLabel(resolveCitation(citation, on)) }),
    })),
  );
}
