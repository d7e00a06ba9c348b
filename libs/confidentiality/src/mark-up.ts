import type { Finding } from './model.js';

/** A stretch of text and the findings that cover the whole of it. */
export interface MarkedSegment {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Cuts a text at the borders of its findings; the segments do not overlap and join to the text. */
export function markUp(text: string, findings: readonly Finding[]): MarkedSegment[] {
  const inside = (offset: number): number => Math.min(Math.max(offset, 0), text.length);
  const borders = new Set([0, text.length]);
  for (const { start, end } of findings) borders.add(inside(start)).add(inside(end));
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index]!;
    return {
      text: text.slice(start, end),
      findings: findings.filter((finding) => finding.start <= start && finding.end >= end),
    };
  });
}
