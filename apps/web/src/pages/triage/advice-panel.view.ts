import { type Advice, adviseOn, type GroupProgress, nameOfRoute, type TriagedCase } from '#cases';
import { type LoadedPack, RULE_PACK, type RouteId } from '#triage';
import { questionOf, URGENCY_WORDS } from './answer-words.js';

/** What the answers come to so far; the panel beside the questions. */
export function panelOf(
  { facts, answers, pack }: TriagedCase,
  progress: readonly GroupProgress[],
  on: string,
) {
  const advice = adviseOn(facts, answers.unsure, on, pack);
  return {
    leading: nameOfRoute(advice.primary),
    because: reasonsFor(advice, advice.primary, pack),
    also: advice.also.map(nameOfRoute),
    ruledOut: routesBarred(advice, pack),
    urgency: urgencyView(advice),
    mustAsk: progress.flatMap(({ required }) => required).map(questionOf),
    openGroups: progress.filter(({ open }) => open.length > 0).map(({ group }) => group.title),
  };
}

/** Urgency with its reasons, and what was only assumed. */
export function urgencyView({ urgency }: Pick<Advice, 'urgency'>) {
  return {
    ...URGENCY_WORDS[urgency.level],
    reasons: urgency.reasons,
    assumed: urgency.assumed.map(questionOf),
  };
}

/** The rules that held and propose a route. */
export function reasonsFor(advice: Advice, route: string, pack: LoadedPack) {
  return held(
    advice,
    pack,
    ({ primary, also }) => primary === route || also.some((one) => one === route),
  );
}

/** The routes that are barred, each with the rules against it and those for it. */
export function routesBarred(advice: Advice, pack: LoadedPack) {
  return RULE_PACK.routes
    .filter(({ id }) => advice.never.includes(id))
    .map(({ id, name }) => ({
      name,
      against: held(advice, pack, ({ never }) => never.includes(id)),
      for: reasonsFor(advice, id, pack),
    }));
}

function held(
  advice: Advice,
  pack: LoadedPack,
  says: (rule: {
    primary: RouteId | null;
    also: readonly RouteId[];
    never: readonly string[];
  }) => boolean,
) {
  return advice.rules
    .filter(({ id }) => pack.rules.some((rule) => rule.id === id && says(rule)))
    .map(({ id, why }) => ({ id, why }));
}
