import type { ACTS } from './data/acts.js';
import type { DEADLINE_IDS } from './data/deadline-ids.js';
import type { FACTS } from './data/facts.js';
import type { ROUTES } from './data/routes.js';

export type FactValue = boolean | string | number | null;

/** Name of a fact of the shipped pack. */
export type FactName = (typeof FACTS)[number]['name'];

/** Answers by fact name; a fact left out has its default. */
export type Facts = Readonly<Record<string, FactValue>>;

export type RouteId = (typeof ROUTES)[number]['id'];
export type ActId = (typeof ACTS)[number]['id'];
export type TriageDeadlineId = (typeof DEADLINE_IDS)[number];

interface FactWords {
  name: string;
  /** What the fact means to those who write rules. */
  meaning: string;
  /** How a person is asked for it. */
  question: string;
}

/** A fact that a rule may rest on; `default` holds when nobody was asked. */
export type FactDefinition = FactWords &
  (
    | { type: 'bool'; default: boolean }
    | { type: 'number'; default: number }
    | { type: 'number|null'; default: number | null }
    | {
        type: 'enum';
        values: readonly string[];
        labels: Readonly<Record<string, string>>;
        default: string;
      }
  );

/** A fact worked out from others by an expression that is true or false. */
export interface DerivedFact {
  name: string;
  expression: string;
  meaning: string;
}

/** A way a case can go, in words for people. `templates` are ids; `approver` says who must agree. */
export interface Route {
  id: string;
  name: string;
  sentence: string;
  approver: string;
  templates: readonly string[];
}

/** Something that must not be done. */
export interface ProhibitedAct {
  id: string;
  sentence: string;
}

/** One row of the decision table; `priority` is null where the rule proposes no primary route. */
export interface Rule {
  id: string;
  priority: number | null;
  when: string;
  primary: RouteId | null;
  also: readonly RouteId[];
  never: readonly (RouteId | ActId)[];
  deadlines: readonly string[];
  cites: readonly string[];
  why: string;
}

/** A fact that must be asked where `when` holds, and the value that “not sure” counts as for urgency and clocks. */
export interface MustAsk {
  fact: string;
  when: string;
  unsureCountsAs: FactValue;
}

/** Answers that cannot all be right where `when` holds. */
export interface Contradiction {
  when: string;
  fields: readonly string[];
  message: string;
}

/** How soon somebody must act, most urgent first. */
export const URGENCY_LEVELS = [
  'now',
  'two-hours',
  'same-day',
  'three-working-days',
  'routine',
] as const;
export type Urgency = (typeof URGENCY_LEVELS)[number];

/** A reason for a level of urgency: an expression that holds, or a route that is recommended. */
export type UrgencyTrigger = { level: Urgency; why: string } & (
  { when: string; route?: undefined } | { route: RouteId; when?: undefined }
);

/** One level of a scaled part: it holds where `when` does; `says` is what a person reads. */
export interface ScaledLevel {
  score: 1 | 2 | 3;
  when: string;
  says: string;
}

/** Something that is scored 0 to 3: the first of its levels that holds counts, 0 where none does. */
export interface ScaledPart {
  id: string;
  name: string;
  levels: readonly ScaledLevel[];
}

/** Something that weighs for or against. */
export interface Factor {
  id: string;
  when: string;
  says: string;
}

/** Everything that triage knows, as data. Dates are ISO civil dates. */
export interface RulePack {
  version: string;
  source: string;
  validFrom: string;
  checkedOn: string;
  facts: readonly FactDefinition[];
  derived: readonly DerivedFact[];
  routes: readonly (Route & { id: RouteId })[];
  acts: readonly (ProhibitedAct & { id: ActId })[];
  deadlines: readonly string[];
  rules: readonly Rule[];
  mustAsk: readonly MustAsk[];
  contradictions: readonly Contradiction[];
  urgency: readonly UrgencyTrigger[];
  severity: readonly ScaledPart[];
  aggravating: readonly Factor[];
  mitigating: readonly Factor[];
  exposure: readonly ScaledPart[];
}
