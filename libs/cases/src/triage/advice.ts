import { citationLabel } from '#guidance';
import {
  assess,
  assessUrgency,
  clocksToStart,
  explain,
  exposureOf,
  type Facts,
  type LoadedPack,
  nearestChange,
  replay,
  type Replay,
  RULE_PACK,
  severityOf,
  traceRules,
  wouldChange,
} from '#triage';
import { AGE_OF_POST } from './known-facts.js';
import type { TriagedCase } from './triage-answers.service.js';
import type { Advice, Assessment, ExplainedAdvice } from './triage.js';

/**
 * What the rules say of facts, in the form that is kept with a case.
 *
 * @param unsure facts answered "not sure": where they must be asked, they count as yes for urgency and clocks.
 * @param on civil date of the post, for the editions cited.
 * @throws Invalid `facts-invalid`
 */
export function adviseOn(
  facts: Facts,
  unsure: readonly string[],
  on: string,
  pack: LoadedPack = RULE_PACK,
): Advice {
  const found = assess(facts, on, pack);
  const { primary, also, never, deadlines, overruled, notAsked } = found;
  return {
    primary,
    also,
    never,
    deadlines,
    overruled,
    notAsked,
    rules: found.rules.map(({ id, why, cites, restsOn }) => ({ id, why, cites, restsOn })),
    sources: found.citations.map((one) => ({
      key: one.key,
      label: citationLabel(one),
      gist: one.gist,
    })),
    sentences: explain(found),
    wouldChange: wouldChange(facts, pack),
    clocks: clocksToStart(facts, unsure, pack),
    urgency: assessUrgency(facts, unsure, pack),
  };
}

/** What advice on a case is held against: what is known, and the rules in force. */
type Standing = Pick<TriagedCase, 'facts' | 'pack'> & {
  readonly answers: Pick<TriagedCase['answers'], 'unsure'>;
};

/** The same with the outcome of every rule, what lies nearest to another route, severity and exposure. */
export function explainedAdviceOn(
  facts: Facts,
  unsure: readonly string[],
  on: string,
  pack: LoadedPack = RULE_PACK,
): ExplainedAdvice {
  return {
    ...adviseOn(facts, unsure, on, pack),
    trace: traceRules(facts, pack),
    nearest: nearestChange(facts, pack) ?? null,
    severity: severityOf(facts, pack),
    exposure: exposureOf(facts, pack),
  };
}

/** What a pack says today of the facts on which advice was given. */
export function replayed(
  { facts, recommendation }: Pick<Assessment, 'facts' | 'recommendation'>,
  pack: LoadedPack = RULE_PACK,
): Replay {
  const { primary, also, never, deadlines, rules } = recommendation;
  const ids = rules.map(({ id }) => id);
  return replay({ facts, primary, also, never, deadlines, rules: ids }, pack);
}

/** Whether advice still stands: same rules, same answers, and a post grown older changes nothing. */
export function stillStands(
  kept: Pick<Assessment, 'facts' | 'unsure' | 'packVersion' | 'recommendation' | 'assessedFor'>,
  { facts, answers: { unsure }, pack }: Standing,
): boolean {
  if (kept.packVersion !== pack.version) return false;
  if (answersKey(kept.facts, kept.unsure) !== answersKey(facts, unsure)) return false;
  const fresh = assess(facts, kept.assessedFor, pack);
  return outcomeKey(fresh) === outcomeKey(kept.recommendation);
}

function answersKey(facts: Facts, unsure: readonly string[]): string {
  const entries = Object.entries(facts).filter(([name]) => name !== AGE_OF_POST);
  return JSON.stringify([
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    unsure.toSorted((a, b) => (a < b ? -1 : 1)),
  ]);
}

function outcomeKey(one: Pick<Advice, 'primary' | 'also' | 'never' | 'deadlines'>): string {
  return JSON.stringify([one.primary, one.also, one.never, one.deadlines]);
}
