import { plural } from './filters.js';

/** A place in a text that the guard has something to say about. Offsets are UTF-16 units, end exclusive. */
export interface MarkedSpan {
  /** What the button of its suggestion sends; its number where it has none. */
  key?: string;
  start: number;
  end: number;
  severity: 'block' | 'warn';
  why: string;
  suggestion?: string | null;
  citation?: string;
  /** What to do where there are no words to take over. */
  advice?: string;
  /** What the suggestion takes the place of. */
  place?: { start: number; end: number };
}

/** A run of text under the same findings; `starts` are the findings that begin here. */
export interface Segment {
  text: string;
  numbers: number[];
  starts: number[];
  severity: 'block' | 'warn' | null;
}

export interface NumberedFinding extends MarkedSpan {
  number: number;
  quote: string;
}

export interface MarkedText {
  segments: Segment[];
  findings: NumberedFinding[];
  /** `2 must fix, 1 to consider`. */
  summary: string;
}

/**
 * Cuts a text at the edges of its findings, for `components/marked-text.njk`. Findings are numbered in
 * the order of the text and may overlap; one that covers nothing of the text is listed but not marked.
 */
export function markText(text: string, spans: readonly MarkedSpan[]): MarkedText {
  const findings = spans
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((span, index) =>
      Object.assign({}, span, { number: index + 1, quote: text.slice(span.start, span.end) }),
    );
  return { segments: segmentsOf(text, findings), findings, summary: summaryOf(findings) };
}

function segmentsOf(text: string, findings: readonly NumberedFinding[]): Segment[] {
  const inside = (offset: number): boolean => offset > 0 && offset < text.length;
  const edges = findings.flatMap(({ start, end }) => [start, end]).filter(inside);
  const cuts = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1]!;
    const over = findings.filter(({ start, end }) => start < to && end > from);
    return {
      text: text.slice(from, to),
      numbers: over.map(({ number }) => number),
      starts: over.filter(({ start }) => Math.max(start, 0) === from).map(({ number }) => number),
      severity: worstOf(over),
    };
  });
}

function worstOf(findings: readonly NumberedFinding[]): Segment['severity'] {
  if (findings.length === 0) return null;
  return findings.some(({ severity }) => severity === 'block') ? 'block' : 'warn';
}

function summaryOf(findings: readonly NumberedFinding[]): string {
  const blocking = findings.filter(({ severity }) => severity === 'block').length;
  const parts = [
    blocking > 0 ? `${blocking} must fix` : '',
    findings.length > blocking ? `${findings.length - blocking} to consider` : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : plural(0, 'finding');
}
