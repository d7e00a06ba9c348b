import { citationLabel } from '#guidance';
import { assess, type Recommendation } from './assess.js';
import { isRecord, readFacts } from './facts.js';
import { type LoadedPack, RULE_PACK } from './pack-validation.js';
import type { RouteId } from './pack.js';
import { wouldChange, type Change } from './would-change.js';

/** What triage answers to one line of a machine; all lists but the last two are of ids. */
export interface TriageAnswer {
  id: string | number;
  primary_route: RouteId;
  also: readonly string[];
  never: readonly string[];
  deadlines: readonly string[];
  rules: readonly string[];
  explanation: readonly string[];
  would_change: readonly Change[];
}

/** Why a line could not be triaged; `id` is null where the line has none. */
export interface TriageRefusal {
  id: string | number | null;
  error: { code: string; message: string };
}

/**
 * Triages one line `{id, facts, on?}`. Fields besides these are let be; a fact left out has its default.
 * `on` (ISO date) picks the editions cited, the date on which the pack was checked unless given.
 *
 * Codes of refusals: `line-invalid`, `id-missing`, `date-invalid`, `facts-invalid`.
 */
export function triageLine(
  input: unknown,
  pack: LoadedPack = RULE_PACK,
): TriageAnswer | TriageRefusal {
  if (!isRecord(input)) return refusal(null, 'line-invalid', 'Each line is an object {id, facts}.');
  const { id, on = pack.checkedOn } = input;
  if (!isLineId(id)) return refusal(null, 'id-missing', 'The line has no id.');
  if (!isCivilDate(on)) return refusal(id, 'date-invalid', 'Write "on" as a date: 2026-11-22.');
  const reading = readFacts(input['facts'], pack);
  if (!reading.ok) {
    const faults = reading.faults.map(({ field, message }) => `${field}: ${message}`);
    return refusal(id, 'facts-invalid', faults.join(' '));
  }
  const recommendation = assess(reading.facts, on, pack);
  return {
    id,
    primary_route: recommendation.primary,
    also: recommendation.also,
    never: recommendation.never,
    deadlines: recommendation.deadlines,
    rules: recommendation.rules.map((rule) => rule.id),
    explanation: explain(recommendation, pack),
    would_change: wouldChange(reading.facts, pack),
  };
}

/** The reasons of a recommendation as sentences: the primary route, each rule with its sources, what was overruled. */
export function explain(
  recommendation: Recommendation,
  pack: LoadedPack = RULE_PACK,
): readonly string[] {
  const nameOf = (id: RouteId) => pack.routes.find((route) => route.id === id)?.name ?? id;
  const route = pack.routes.find(({ id }) => id === recommendation.primary);
  const labels = new Map(recommendation.citations.map((one) => [one.key, citationLabel(one)]));
  const reasons = recommendation.rules.map(({ id, why, cites }) => {
    const sources = cites.map((key) => labels.get(key)).join(' | ');
    return sources ? `${id}: ${why} Sources: ${sources}.` : `${id}: ${why}`;
  });
  const overruled = recommendation.overruled.map(
    ({ route, barredBy }) => `Not recommended: ${nameOf(route)}, barred by ${barredBy.join(', ')}.`,
  );
  return [`${nameOf(recommendation.primary)}. ${route?.sentence}`, ...reasons, ...overruled];
}

function isLineId(id: unknown): id is string | number {
  return (typeof id === 'string' && id !== '') || Number.isFinite(id);
}

function isCivilDate(on: unknown): on is string {
  if (typeof on !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(on)) return false;
  const instant = new Date(`${on}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(on);
}

function refusal(id: TriageRefusal['id'], code: string, message: string): TriageRefusal {
  return { id, error: { code, message } };
}
