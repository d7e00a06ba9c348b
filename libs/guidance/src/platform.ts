import { PLATFORMS } from './data/platforms.js';

/** An answer that may need a word of explanation. */
export interface Qualified<A extends string> {
  answer: A;
  note: string | null;
}

/** What is known of one platform. Null means that nobody has found out. */
export interface PlatformPack {
  key: string;
  /** As people call it. */
  name: string;
  /** Who decides on reports. */
  moderator: string | null;
  /** Where a report starts. */
  reportPath: string;
  /** Ids of the platform's grounds for removal; {@link groundLabel} words them. */
  grounds: readonly string[];
  /** What the platform says is no ground. */
  notGrounds: readonly string[];
  evidenceWanted: string;
  /** Whether the organisation has a way to reply in public there, and should use it. */
  publicReply: Qualified<'yes' | 'no' | 'advised_against' | 'unknown'>;
  /** Longest reply, in characters; null where unknown. */
  replyLimit: number | null;
  replyLimitVerified: boolean;
  /** Working days after which a report without answer is chased. */
  chaseAfterWorkingDays: number;
  /** What usually happens; no promise. */
  typicalTurnaround: string | null;
  escalation: string | null;
  region: 'all' | 'england' | 'uk_and_ireland';
  notes: readonly string[];
  /** How far the platform's own text was read. */
  status: 'seen' | 'partly_seen' | 'unverified';
  /** Which part was read, where only a part was. */
  statusNote: string | null;
  /** Whether the platform has a form for defamation. */
  defamationForm: Qualified<'yes' | 'unknown'>;
}

export type PlatformKey = (typeof PLATFORMS)[number]['key'];

/** The keys of all platforms, `other` last. */
export const PLATFORM_KEYS: readonly PlatformKey[] = PLATFORMS.map((pack) => pack.key);

/** The name for people of each platform, by key. */
export const PLATFORM_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  PLATFORMS.map((pack) => [pack.key, pack.name]),
);

const BY_KEY: ReadonlyMap<string, PlatformPack> = new Map(
  PLATFORMS.map((pack) => [pack.key, pack]),
);

/** The pack of one platform, or undefined for a key that no pack has. */
export function findPlatform(key: string): PlatformPack | undefined {
  return BY_KEY.get(key);
}

/** All packs, in the order in which they are offered. */
export function listPlatforms(): readonly PlatformPack[] {
  return PLATFORMS;
}

/** A ground of a platform in words: `personal_information` is "personal information". */
export function groundLabel(ground: string): string {
  return ground.replaceAll('_', ' ');
}
