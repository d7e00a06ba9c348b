import { isJurisdiction, type Jurisdiction } from '#guidance';
import type { Facts } from './pack.js';

/** Where a case belongs; England where nobody said, as for every other use of that fact. */
export function placeOf({ jurisdiction }: Facts): Jurisdiction {
  const place = String(jurisdiction ?? 'england');
  return isJurisdiction(place) ? place : 'england';
}
