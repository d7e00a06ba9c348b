import { SHIPPED_SOURCES, type Sources } from '#guidance';
import { Invalid, type FieldFault } from '#kernel';
import { compilePack, type CompiledPack } from './compiled-pack.js';
import { SHIPPED_PACK } from './data/rule-pack.js';
import { faultOfValue } from './fact-value.js';
import { packSchema } from './pack-schema.js';
import type { FactDefinition, Rule, RulePack } from './pack.js';

/** A rule pack that was checked, with its expressions parsed. */
export interface LoadedPack extends RulePack {
  compiled: CompiledPack;
  /** What its rules cite. */
  sources: Sources;
}

export type PackCheck =
  { ok: true; pack: LoadedPack } | { ok: false; faults: readonly FieldFault[] };

/**
 * Checks a rule pack whole: its shape; every expression parses, compares like with like and uses only facts,
 * and derived facts above it; ids and priorities are unique; routes, acts, deadlines and citations are known;
 * some rule always proposes a route that nothing can bar, so that every case has one.
 *
 * @param sources what its rules may cite; a pack for another profession brings its own.
 */
export function validatePack(raw: unknown, sources: Sources = SHIPPED_SOURCES): PackCheck {
  const shape = packSchema.safeParse(raw);
  if (!shape.success) return { ok: false, faults: shape.error.issues.map(toFault) };
  const pack: RulePack = shape.data;
  const faults = [
    ...duplicates(pack),
    ...pack.facts.flatMap(faultsOfFact),
    ...pack.rules.flatMap((rule) => faultsOfRule(rule, pack, sources)),
    ...faultsOfFallback(pack),
    ...faultsOfAsking(pack),
  ];
  const compiled = compilePack(pack, faults);
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, pack: { ...pack, compiled, sources } };
}

/**
 * Checks a rule pack and gives it ready to run.
 *
 * @param sources as for {@link validatePack}.
 * @throws Invalid `rule-pack-invalid` with every fault
 */
export function loadPack(raw: unknown, sources: Sources = SHIPPED_SOURCES): LoadedPack {
  const check = validatePack(raw, sources);
  if (check.ok) return check.pack;
  const places = check.faults.map(({ field, message }) => `${field}: ${message}`).join('; ');
  throw new Invalid('rule-pack-invalid', `The rule pack has faults. ${places}`, check.faults);
}

/** The pack that ships with the product, checked and compiled once when this module loads. */
export const RULE_PACK: LoadedPack = loadPack(SHIPPED_PACK);

function toFault(issue: { path: PropertyKey[]; message: string }): FieldFault {
  return { field: issue.path.map(String).join('.'), message: issue.message };
}

function duplicates(pack: RulePack): FieldFault[] {
  const priorities = pack.rules.flatMap(({ priority }) => (priority === null ? [] : [priority]));
  return [
    ...repeated(
      'rules',
      'id',
      pack.rules.map(({ id }) => id),
    ),
    ...repeated('rules', 'priority', priorities),
    ...repeated(
      'routes',
      'id',
      pack.routes.map(({ id }) => id),
    ),
    ...repeated(
      'acts',
      'id',
      pack.acts.map(({ id }) => id),
    ),
    ...repeated('deadlines', 'id', pack.deadlines),
  ];
}

function repeated(field: string, what: string, values: readonly (string | number)[]): FieldFault[] {
  return values
    .filter((value, index) => values.indexOf(value) !== index)
    .map((value) => ({ field, message: `The ${what} ${value} is used twice.` }));
}

function faultsOfFact(fact: FactDefinition): FieldFault[] {
  const field = `facts.${fact.name}`;
  const message = faultOfValue(fact, fact.default);
  const unnamed = fact.type === 'enum' ? fact.values.filter((value) => !fact.labels[value]) : [];
  return [
    ...(message === undefined ? [] : [{ field: `${field}.default`, message }]),
    ...unnamed.map((value) => ({ field: `${field}.labels`, message: `${value} has no label.` })),
  ];
}

function faultsOfRule(rule: Rule, pack: RulePack, sources: Sources): FieldFault[] {
  const routes = new Set<string>(pack.routes.map(({ id }) => id));
  const barred = new Set<string>([...routes, ...pack.acts.map(({ id }) => id)]);
  const proposed = [...(rule.primary === null ? [] : [rule.primary]), ...rule.also];
  const unknown = [
    ...proposed.filter((id) => !routes.has(id)),
    ...rule.never.filter((id) => !barred.has(id)),
    ...rule.deadlines.filter((id) => !pack.deadlines.includes(id)),
    ...rule.cites.filter((key) => !sources.has(key)),
  ];
  const faults = unknown.map((id) => `${id} is not known.`);
  if ((rule.primary === null) !== (rule.priority === null)) {
    faults.push('A primary route needs a priority, and a priority a primary route.');
  }
  return faults.map((message) => ({ field: `rules.${rule.id}`, message }));
}

function faultsOfFallback(pack: RulePack): FieldFault[] {
  const barred = new Set<string>(pack.rules.flatMap(({ never }) => never));
  const hasFallback = pack.rules.some(
    ({ when, primary }) => when.trim() === 'True' && primary !== null && !barred.has(primary),
  );
  if (hasFallback) return [];
  return [{ field: 'rules', message: 'No rule always proposes a route that nothing bars.' }];
}

function faultsOfAsking(pack: RulePack): FieldFault[] {
  const facts = new Map(pack.facts.map((fact) => [fact.name, fact]));
  const unasked = pack.contradictions
    .flatMap(({ fields }) => fields)
    .filter((name) => !facts.has(name))
    .map((name) => ({ field: 'contradictions', message: `${name} is not known.` }));
  const assumed = pack.mustAsk.flatMap(({ fact, unsureCountsAs }) => {
    const known = facts.get(fact);
    const message = known ? faultOfValue(known, unsureCountsAs) : 'This fact is not known.';
    return message === undefined ? [] : [{ field: `mustAsk.${fact}`, message }];
  });
  return [...unasked, ...assumed];
}
