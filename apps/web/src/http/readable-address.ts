import { isApiPath } from './request-context.js';

/**
 * Characters of one part of an address. Above what Node takes in as a whole, so that the router never
 * answers for itself: a part that is too long is not found, like any other that does not exist.
 */
export const LONGEST_PART = 20_000;

/**
 * The address itself, or, for one that cannot be decoded, one that does not exist: the router would answer
 * it before any of our headers are set.
 */
export function readableAddress(url: string): string {
  try {
    decodeURIComponent(url.split('?')[0]!);
    return url;
  } catch {
    return isApiPath(url) ? '/api/v1/unreadable' : '/unreadable';
  }
}
