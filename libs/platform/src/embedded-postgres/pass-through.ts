import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Lets root's server account pass through directories that we have just made, but not list them.
 *
 * @param from the outermost, which holds (or is) `to`.
 */
export function openToPassThrough(from: string, to: string): void {
  for (let place = to; place.length >= from.length; place = dirname(place)) chmodSync(place, 0o711);
}
