import { JURISDICTIONS } from './data/jurisdictions.js';

export type Jurisdiction = keyof typeof JURISDICTIONS;

/** The keys of the jurisdictions, in the order in which they are offered. */
export const JURISDICTION_KEYS = Object.keys(JURISDICTIONS) as readonly Jurisdiction[];

/** Whether a string is the key of a jurisdiction. */
export function isJurisdiction(key: string): key is Jurisdiction {
  return Object.hasOwn(JURISDICTIONS, key);
}
