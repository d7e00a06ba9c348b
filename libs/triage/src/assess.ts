import { type Citation, type Jurisdiction, type Sources, sourcesIn } from '#guidance';
import { Invalid } from '#kernel';
import type { RuleWhen } from './compiled-pack.js';
import { decide, type Decision } from './decide.js';
import { readFacts } from './facts.js';
import { RULE_PACK, type LoadedPack } from './pack-validation.js';
import { placeOf } from './place.js';
import type { Facts, RouteId, Rule } from './pack.js';

/** A rule that held, with what it contributed and the facts it was read from. */
export interface FiredRule extends Rule {
  restsOn: readonly string[];
}

/** A route that one rule proposed and others barred. */
export interface Overruled {
  route: RouteId;
  proposedBy: readonly string[];
  barredBy: readonly string[];
}

/** What the rules say of a case, and why; the adviser decides. */
export interface Recommendation extends Omit<Decision, 'fired'> {
  packVersion: string;
  /** Civil date (ISO) whose editions are cited. */
  on: string;
  rules: readonly FiredRule[];
  overruled: readonly Overruled[];
  /** Sources of the rules that fired, each once, in the edition in force on `on`. */
  citations: readonly Citation[];
  /** Facts that some rule reads and nobody was asked: their defaults were used. */
  notAsked: readonly string[];
}

/**
 * Triages a case: one primary route, further routes, what is barred, clocks to start, and the reasons.
 * Pure and deterministic; the order of the facts does not matter.
 *
 * @param on civil date (ISO) of the post or act, for the editions cited.
 * @throws Invalid `facts-invalid` with the facts that are unknown or have a wrong value
 */
export function assess(facts: Facts, on: string, pack: LoadedPack = RULE_PACK): Recommendation {
  const reading = readFacts(facts, pack);
  if (!reading.ok) {
    throw new Invalid('facts-invalid', 'Some of the facts cannot be read.', reading.faults);
  }
  const { fired, ...decision } = decide(reading.facts, pack);
  const place = placeOf(reading.facts);
  const rules = fired.map((rule) => toFiredRule(rule, place));
  return {
    ...decision,
    packVersion: pack.version,
    on,
    rules,
    overruled: overruledIn(rules),
    citations: citationsOf(rules, on, pack.sources),
    notAsked: notAsked(reading.facts, pack),
  };
}

/** A rule that held, with the sources of the place where it held. */
function toFiredRule({ item, restsOn }: RuleWhen, place: Jurisdiction): FiredRule {
  return { ...item, cites: sourcesIn(place, item.cites), restsOn };
}

function overruledIn(rules: readonly FiredRule[]): readonly Overruled[] {
  const proposed = new Set(rules.flatMap(routesOf));
  return [...proposed].flatMap((route) => {
    const barredBy = rules.filter(({ never }) => never.includes(route)).map(({ id }) => id);
    if (barredBy.length === 0) return [];
    const proposedBy = rules.filter((rule) => routesOf(rule).includes(route)).map(({ id }) => id);
    return [{ route, proposedBy, barredBy }];
  });
}

function routesOf({ primary, also }: Rule): readonly RouteId[] {
  return primary === null ? also : [primary, ...also];
}

function citationsOf(
  rules: readonly FiredRule[],
  on: string,
  sources: Sources,
): readonly Citation[] {
  const keys = new Set(rules.flatMap(({ cites }) => cites));
  return [...keys].map((key) => sources.resolve(key, on));
}

function notAsked(facts: Facts, pack: LoadedPack): readonly string[] {
  return pack.compiled.factsRead.filter((name) => !Object.hasOwn(facts, name));
}
