import { GROUND_HEADINGS, GROUND_WORDS, NOT_GROUND_WORDS } from './data/ground-words.js';
import { REPORTING } from './data/platform-reporting.js';
import { findPlatform, groundLabel, type PlatformPack } from './platform.js';

/** A ground in people's words. */
export interface GroundWords {
  /** The usual name of the rule. */
  readonly heading: string;
  /** Completes "What is wrong with it?". */
  readonly words: string;
  /** Why the rule applies: one sentence for the report, of nobody in particular. */
  readonly explanation: string;
  /** What whoever chooses it has to mind. */
  readonly caution?: string;
}

/** A ground of one platform: the id, and the heading that this platform uses. */
export interface PlatformGround extends GroundWords {
  readonly id: string;
}

/** A kind of thing that can be reported on a platform, each with its own way. */
export interface Surface {
  readonly key: string;
  readonly name: string;
  /** Where a report of it starts. */
  readonly path: string;
  /** Hours after which it disappears by itself; null where it stays. */
  readonly goneAfterHours: number | null;
  /** Whether the report needs the minute and second. */
  readonly needsTimestamp: boolean;
}

/** To whom a report goes first, and to whom next. */
export const REPORT_LEVELS = ['community', 'site'] as const;
export type ReportLevel = (typeof REPORT_LEVELS)[number];

/** How a platform takes reports, as its pack says it. */
export interface PlatformReporting {
  readonly surfaces: readonly Surface[];
  /** Whom the report addresses. */
  readonly addressee: string;
  /** What it asks for: one sentence. */
  readonly request: string;
  /** Longest report, in characters: a careful limit of our own until it is checked; null where there is none. */
  readonly formLimit: number | null;
  /** How often a decision can be appealed, and how. Null: nobody has found out. */
  readonly appeals: { readonly most: 0 | 1 | null; readonly how: string };
  /** Both levels where people of the community moderate before the site does; otherwise the site alone. */
  readonly levels: readonly { readonly key: ReportLevel; readonly who: string }[];
  readonly warnings: readonly string[];
  /** How to mute or block there; always after a copy is kept. */
  readonly blocking: string;
  readonly helpCentre: string | null;
  /** Civil dates: when the pack was read against the platform, and when it is to be read again. */
  readonly checkedOn: string;
  readonly reviewBy: string;
}

/** What comes before every mute or block. @source BMA, social media guidance (S.bma): ignore, unfollow, mute or block. */
export const CAPTURE_FIRST =
  'First keep a copy: the address, the date and the whole post. Blocking may hide it from you for good.';

/** How a platform takes reports; for a key that no pack has, as one that nobody knows. */
export function reportingOf(key: string): PlatformReporting {
  return (Object.hasOwn(REPORTING, key) ? REPORTING[key] : undefined) ?? REPORTING['other']!;
}

/** The grounds of a platform, in its order, each with its heading. */
export function groundsOf(pack: PlatformPack): PlatformGround[] {
  return pack.grounds.map((id) => {
    const words = GROUND_WORDS[id]!;
    return { id, ...words, heading: GROUND_HEADINGS[pack.key]?.[id] ?? words.heading };
  });
}

/** The usual name of every ground, by its id, for figures over several platforms. */
export const GROUND_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(GROUND_WORDS).map(([id, { heading }]) => [id, heading]),
);

/** One ground of a platform; undefined when it is none of that platform's. */
export function findGround(platform: string, ground: string): PlatformGround | undefined {
  const pack = findPlatform(platform);
  return pack && groundsOf(pack).find(({ id }) => id === ground);
}

/** What a platform does not judge, in people's words. */
export function notJudgedBy(pack: PlatformPack): string[] {
  return pack.notGrounds.map((id) => NOT_GROUND_WORDS[id] ?? groundLabel(id));
}

/** Whether a pack should have been read again by this day. @param today civil date */
export function isOverdue({ reviewBy }: Pick<PlatformReporting, 'reviewBy'>, today: string) {
  return reviewBy < today;
}
