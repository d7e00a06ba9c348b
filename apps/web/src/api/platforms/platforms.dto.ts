import { z } from 'zod';
import { findPlatform, type PlatformPack } from '#guidance';
import { NotFound } from '#kernel';

/** The key of a pack in an address. */
export const platformParams = z.object({ key: z.string().max(100) });
export type PlatformParams = z.output<typeof platformParams>;

/** @throws NotFound `platform-not-found` */
export function requirePlatform(key: string): PlatformPack {
  const pack = findPlatform(key);
  if (pack) return pack;
  throw new NotFound('platform-not-found', 'We could not find that platform.');
}
