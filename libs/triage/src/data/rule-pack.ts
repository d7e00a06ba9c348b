import { ACTS } from './acts.js';
import { DEADLINE_IDS } from './deadline-ids.js';
import { DERIVED } from './derived.js';
import { EXPOSURE } from './exposure.js';
import { FACTS } from './facts.js';
import { CONTRADICTIONS, MUST_ASK, URGENCY } from './intake.js';
import { ROUTES } from './routes.js';
import { RULES } from './rules.js';
import { AGGRAVATING, MITIGATING, SEVERITY } from './severity.js';

/** The rule pack that ships with the product, as it was written; loading it checks it. */
export const SHIPPED_PACK = {
  version: '2026.11.3',
  source:
    'Parapet decision table: GMC, Medical Council, MDU, Medical Protection, THEMIS, BMA and statute',
  validFrom: '2026-11-22',
  checkedOn: '2026-11-22',
  facts: FACTS,
  derived: DERIVED,
  routes: ROUTES,
  acts: ACTS,
  deadlines: DEADLINE_IDS,
  rules: RULES,
  mustAsk: MUST_ASK,
  contradictions: CONTRADICTIONS,
  urgency: URGENCY,
  severity: SEVERITY,
  aggravating: AGGRAVATING,
  mitigating: MITIGATING,
  exposure: EXPOSURE,
} as const;
