import { sentenceHash, sentencesOf } from '#confidentiality';
import type { ResponseTemplate } from './response-template.js';
import type { TemplatePart } from './template-parts.js';

/** Stands where a template leaves a place for a fact or takes a branch. */
const GAP = '\uFFFC';

/**
 * The hashes of all sentences that stand in the template as fixed words: those without a variable, and
 * those of its choices. A sentence next to a block is left out, since its words depend on the branch.
 * They are approved for texts made from this template, not for others.
 */
export function approvedSentences(template: ResponseTemplate): Set<string> {
  const fixed = streamsOf(template.parts).flatMap(sentencesOf);
  const chosen = Object.values(template.inputs).flatMap((input) =>
    (input.choices ?? []).flatMap(sentencesOf).filter((words) => /[.!?…][”’")\]]?$/.test(words)),
  );
  const whole = [...fixed, ...chosen].filter((words) => !words.includes(GAP));
  return new Set(whole.map(sentenceHash));
}

/** The text with gaps, and beside it the text of each branch, walled off by gaps. */
function streamsOf(parts: readonly TemplatePart[]): string[] {
  const inner: string[] = [];
  const outer = parts.map((part) => {
    if (part.kind === 'text') return part.text;
    for (const branch of branchesOf(part)) {
      const [first = '', ...rest] = streamsOf(branch);
      inner.push(`${GAP}${first}${GAP}`, ...rest);
    }
    return GAP;
  });
  return [outer.join(''), ...inner];
}

function branchesOf(part: TemplatePart): (readonly TemplatePart[])[] {
  if (part.kind === 'condition') return [part.whenFilled, part.whenEmpty];
  if (part.kind === 'list') return [part.each, part.whenEmpty];
  return [];
}
