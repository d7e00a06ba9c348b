import type { Case } from '#cases';
import { findPlatform, reportingOf } from '#guidance';
import type { Draft } from './draft.js';
import { isReport, platformOfReport } from './report-draft.js';

/** Texts that are posted where the criticism stands. */
const POSTED = new Set<Draft['channel']>(['review_reply', 'social_post']);

/** How much the place where a text will stand takes. */
export interface PlaceLimit {
  /** UTF-16 units. */
  readonly most: number;
  readonly platform: string;
  /** Whether somebody has read it in the site's own words. */
  readonly isVerified: boolean;
}

/** The limit of the form for a report, and of the reply to a post; undefined where none is known. */
export function placeLimit(
  draft: Pick<Draft, 'audience' | 'channel' | 'inputs'>,
  found: Case,
): PlaceLimit | undefined {
  const key = isReport(draft) ? platformOfReport(found, draft.inputs) : found.platform;
  const pack = findPlatform(key);
  if (!pack) return undefined;
  if (isReport(draft)) {
    const most = reportingOf(key).formLimit;
    return most === null ? undefined : { most, platform: pack.name, isVerified: true };
  }
  if (!POSTED.has(draft.channel) || pack.replyLimit === null) return undefined;
  return { most: pack.replyLimit, platform: pack.name, isVerified: pack.replyLimitVerified };
}
