import { type Assessment, type ExplainedAdvice, nameOfRoute, replayed } from '#cases';
import { citationLabel, isLeftToPolicy, resolveCitation } from '#guidance';
import {
  type Change,
  type LoadedPack,
  type Moved,
  RULE_PACK,
  type RuleOutcome,
  type ScoredPart,
} from '#triage';
import { questionOf, sayAnswer, titleOfClock } from './answer-words.js';

const OUTCOMES: readonly { outcome: RuleOutcome; title: string; means: string }[] = [
  { outcome: 'matched', title: 'Matched', means: 'What they look for is there.' },
  {
    outcome: 'missing-input',
    title: 'Missing input',
    means:
      'They do not match as things stand. An answer that nobody has given could make them match.',
  },
  {
    outcome: 'not-matched',
    title: 'Not matched',
    means: 'Whatever is still open, they do not match.',
  },
];

/** Every rule as it was considered, by outcome, with its sources; undefined for advice kept without it. */
export function traceView({ recommendation: { trace }, assessedFor }: Assessment) {
  if (trace === undefined) return undefined;
  const sources = new Map(
    [...new Set(trace.flatMap(({ cites }) => cites))].map((key) => [
      key,
      citationLabel(resolveCitation(key, assessedFor)),
    ]),
  );
  const groups = OUTCOMES.map(({ outcome, title, means }) => ({
    title,
    means,
    rules: trace
      .filter((rule) => rule.outcome === outcome)
      .map(({ id, why, cites, missing }) => ({
        id,
        why,
        sources: cites.map((key) => sources.get(key) ?? key),
        isLeftToPolicy: outcome === 'matched' && cites.some(isLeftToPolicy),
        missing: missing.map(questionOf),
      })),
  }));
  return { count: trace.length, groups };
}

/** Severity by its parts, with what weighs for and against; undefined for advice kept without it. */
export function severityView({ severity }: ExplainedAdvice) {
  if (severity === undefined) return undefined;
  const weighed = (factors: (typeof severity)['aggravating']) =>
    factors.map(({ says, restsOn }) => ({ says, restsOn: restsOn.map(questionOf) }));
  return {
    parts: severity.parts.map((part) => partView(part, 'Nothing in the answers points to it.')),
    aggravating: weighed(severity.aggravating),
    mitigating: weighed(severity.mitigating),
  };
}

/** Work, regulator, law and money; undefined for advice kept without it. */
export function exposureView({ exposure }: ExplainedAdvice) {
  return exposure?.map((part) => partView(part, 'Nothing in the answers points to it.'));
}

/** The nearest answer that would lead elsewhere, and all the others. */
export function changesView({ recommendation, facts, unsure }: Assessment) {
  const { nearest, wouldChange } = recommendation;
  const standing = (fact: string) => {
    if (Object.hasOwn(facts, fact)) return 'as it was answered';
    return unsure.includes(fact) ? 'which “Not sure” counts as' : 'which nobody has answered';
  };
  return {
    nearest: nearest && { ...changeView(nearest), stands: standing(nearest.fact) },
    all: wouldChange.map(changeView),
  };
}

/** What the rules in force say of the same facts; undefined where they are those of the advice. */
export function replayView(assessment: Assessment, pack: LoadedPack) {
  if (assessment.packVersion === pack.version) return undefined;
  const found = replayed(assessment, pack);
  const differences = [
    ...(found.primary === null
      ? []
      : [
          `The route would be “${nameOfRoute(found.primary.to)}” instead of “${nameOfRoute(found.primary.from)}”.`,
        ]),
    ...moves('Also recommended', found.also, nameOfRoute),
    ...moves('Ruled out', found.never, nameOfBarred),
    ...moves('Deadline', found.deadlines, titleOfClock),
    ...moves('Rule that matches', found.rules, (id) => id),
    ...found.unreadable.map((fact) => `No longer read: ${questionOf(fact)}`),
  ];
  return { packVersion: found.packVersion, isIdentical: found.isIdentical, differences };
}

function changeView({ fact, from, to, primary_route }: Change) {
  return {
    question: questionOf(fact),
    from: sayAnswer(fact, from),
    to: sayAnswer(fact, to),
    route: nameOfRoute(primary_route),
  };
}

function partView({ name, score, says, restsOn, couldRise }: ScoredPart, nothing: string) {
  return {
    name,
    score,
    says: says ?? nothing,
    restsOn: restsOn.map(questionOf),
    couldRise: couldRise.length,
  };
}

function moves(what: string, { added, removed }: Moved, say: (id: string) => string): string[] {
  return [
    ...added.map((id) => `${what}, now: ${say(id)}`),
    ...removed.map((id) => `${what}, no longer: ${say(id)}`),
  ];
}

function nameOfBarred(id: string): string {
  return RULE_PACK.acts.find((act) => act.id === id)?.sentence ?? nameOfRoute(id);
}
