import { type Advice, adviseOn, type GroupProgress, nameOfRoute, type TriagedCase } from '#cases';
import { type LoadedPack, type Urgency } from '#triage';
import { questionOf } from './triage-forms.js';

/** How soon somebody must act, in words. */
export const URGENCY_WORDS: Record<Urgency, { text: string; colour: string }> = {
  now: { text: 'Act now', colour: 'red' },
  'two-hours': { text: 'Within two hours', colour: 'red' },
  'same-day': { text: 'Today', colour: 'orange' },
  'three-working-days': { text: 'Within three working days', colour: 'yellow' },
  routine: { text: 'Routine', colour: 'grey' },
};

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
    ruledOut: routesBarred(advice, pack).map(({ name }) => name),
    urgency: urgencyView(advice),
    mustAsk: progress.flatMap(({ required }) => required).map(questionOf),
    openGroups: progress.filter(({ open }) => open.length > 0).map(({ group }) => group.title),
  };
}

/** Urgency with its reasons, and what was only assumed. */
export function urgencyView({ urgency }: Advice) {
  return {
    ...URGENCY_WORDS[urgency.level],
    reasons: urgency.reasons,
    assumed: urgency.assumed.map(questionOf),
  };
}

/** The rules that propose a route. */
export function reasonsFor(advice: Advice, route: string, pack: LoadedPack) {
  return advice.rules
    .filter(({ id }) => {
      const rule = pack.rules.find((one) => one.id === id);
      return rule?.primary === route || rule?.also.some((one) => one === route);
    })
    .map(({ id, why }) => ({ id, why }));
}

/** The routes that are barred, each with why. */
export function routesBarred(advice: Advice, pack: LoadedPack) {
  return pack.routes
    .filter(({ id }) => advice.never.includes(id))
    .map(({ id, name }) => ({
      name,
      whys: advice.rules
        .filter((fired) => pack.rules.find((rule) => rule.id === fired.id)?.never.includes(id))
        .map(({ why }) => why),
    }));
}
