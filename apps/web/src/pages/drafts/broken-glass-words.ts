import type { BreakGlassVerdict, DraftFile } from '#responses';
import { formatDate, formatDateTime } from '../../views/filters.js';

/** What a reviewer can say. */
export const REVIEW_WORDS: Record<BreakGlassVerdict, string> = {
  right: 'It was right to release it',
  wrong: 'It should not have been released so',
};

/** What is said wherever such a text is shown. */
export function brokenGlassTold({ brokenGlass, names }: DraftFile) {
  if (!brokenGlass) return undefined;
  const { brokenBy, brokenAt, reason, reviewDueOn, reviewedBy, reviewedAt, verdict } = brokenGlass;
  return {
    by: names.get(brokenBy) ?? 'Somebody',
    at: formatDateTime(brokenAt),
    reason,
    rules: brokenGlass.waivedRules.join(', '),
    dueOn: formatDate(reviewDueOn),
    note: brokenGlass.reviewNote,
    review:
      reviewedBy &&
      reviewedAt &&
      verdict &&
      `${REVIEW_WORDS[verdict]}: ${names.get(reviewedBy) ?? 'somebody'}, ${formatDateTime(reviewedAt)}`,
  };
}
