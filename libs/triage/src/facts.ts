import type { FieldFault } from '#kernel';
import { evaluate, type Scalar } from './expression.js';
import { faultOfValue } from './fact-value.js';
import { RULE_PACK, type LoadedPack } from './pack-validation.js';
import type { Facts, FactValue } from './pack.js';

export type FactsReading = { ok: true; facts: Facts } | { ok: false; faults: FieldFault[] };

/**
 * Reads answers that came from outside: an object of facts by name. Only the facts given are kept;
 * defaults are for `assess` to fill in.
 *
 * Faults name the fact: one that the pack does not have, of the wrong type, or not among its choices.
 */
export function readFacts(input: unknown, pack: LoadedPack = RULE_PACK): FactsReading {
  if (!isRecord(input)) {
    return { ok: false, faults: [{ field: 'facts', message: 'Give the facts as an object.' }] };
  }
  const entries = Object.entries(input);
  const faults = entries.flatMap(([field, value]) => {
    const message = faultOf(field, value, pack);
    return message === undefined ? [] : [{ field, message }];
  });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, facts: Object.fromEntries(entries as [string, FactValue][]) };
}

/**
 * Answers that cannot all be right, as faults at the fields to ask again; empty where they agree.
 * Facts left out have their defaults. For intake; the table itself runs on any facts.
 *
 * @param unsure facts answered "not sure": their default is no answer of anybody, so it contradicts nothing.
 */
export function contradictions(
  facts: Facts,
  unsure: readonly string[] = [],
  pack: LoadedPack = RULE_PACK,
): FieldFault[] {
  const known = derive(facts, pack);
  return pack.compiled.contradictions
    .filter(({ item }) => !item.fields.some((field) => unsure.includes(field)))
    .filter(({ when }) => evaluate(when, known))
    .flatMap(({ item }) => item.fields.map((field) => ({ field, message: item.message })));
}

/** All facts: the given ones, defaults for the rest, and the derived ones in their order. */
export function derive(facts: Facts, pack: LoadedPack): Readonly<Record<string, Scalar>> {
  const known: Record<string, Scalar> = { ...pack.compiled.defaults, ...facts };
  for (const { name, when } of pack.compiled.derived) known[name] = evaluate(when, known);
  return known;
}

/** Whether a value is an object with fields, and no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function faultOf(field: string, value: unknown, pack: LoadedPack): string | undefined {
  const fact = pack.compiled.facts.get(field);
  return fact === undefined ? 'We know no such fact.' : faultOfValue(fact, value);
}
