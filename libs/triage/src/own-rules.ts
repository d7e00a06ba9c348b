import { SHIPPED_PACK } from './data/rule-pack.js';
import { type PackCheck, validatePack } from './pack-validation.js';
import type { DerivedFact, Rule } from './pack.js';

/** The part of a pack that an organisation may write: rules, and the facts worked out from facts. */
export interface OwnRules {
  readonly rules: readonly Rule[];
  readonly derived: readonly DerivedFact[];
}

/** The rules that ship, as an organisation may change them. */
export const SHIPPED_RULES: OwnRules = {
  rules: SHIPPED_PACK.rules,
  derived: SHIPPED_PACK.derived,
};

/**
 * Checks rules of an organisation against what the product knows: its facts, routes, acts, clocks and sources, and
 * what must be asked. Faults are those of {@link validatePack}.
 *
 * @param version name of the pack that they become.
 */
export function checkOwnRules(
  own: { rules: unknown; derived: unknown },
  version: string,
): PackCheck {
  return validatePack({ ...SHIPPED_PACK, version, rules: own.rules, derived: own.derived });
}
