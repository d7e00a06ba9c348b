import {
  type Assessment,
  type CaseDeadline,
  type Decision,
  type ExplainedAdvice,
  mustAskOpen,
  progressOf,
  replayed,
  type TriagedCase,
} from '#cases';
import { type LoadedPack, notSure } from '#triage';

/** Advice in the words of the API. */
export function adviceView(advice: ExplainedAdvice) {
  const { primary, ...rest } = advice;
  return { primaryRoute: primary, ...rest };
}

/** Advice on facts that belong to no case. */
export function looseAdviceView(advice: ExplainedAdvice, on: string, pack: LoadedPack) {
  return { packVersion: pack.version, on, ...adviceView(advice) };
}

/** Advice in a list: without the outcome of every rule, which the advice itself has. */
export function assessmentInListView(assessment: Assessment, pack: LoadedPack) {
  const { recommendation, ...rest } = assessmentView(assessment, pack);
  const { trace: _trace, ...shown } = recommendation;
  return { ...rest, recommendation: shown };
}

/** Advice that was kept; its id is what a decision names. @param pack the rules in force, which it is held against. */
export function assessmentView(assessment: Assessment, pack: LoadedPack) {
  const { id, facts, unsure, packVersion, assessedFor, assessedAt, recommendation } = assessment;
  return {
    id,
    facts,
    unsure,
    packVersion,
    on: assessedFor,
    assessedAt,
    mustAskOpen: mustAskOpen(facts, unsure, pack),
    recommendation: adviceView(recommendation),
    replay: replayed(assessment, pack),
  };
}

/** A decision; `by` is there where its name was read. */
export function decisionView(decision: Decision & { decidedByName?: string }) {
  const { id, assessmentId, route, also, isOverride, reason, decidedAt, decidedByName } = decision;
  return {
    id,
    assessment: assessmentId,
    route,
    also,
    isOverride,
    reason,
    decidedAt,
    ...(decidedByName === undefined ? {} : { by: decidedByName }),
  };
}

/** A clock with the way to its date. */
export function deadlineView(clock: CaseDeadline) {
  const { id, deadline, title, startTold, noticedBy, startedAt, stated, dueOn, dueAt } = clock;
  const { kind, needs, label, reason, steps } = clock.explanation;
  const { assumed, state, settledAt, settledReason, recordedAt } = clock;
  const { mayPause, pausedAt, pausedReason, pauses } = clock;
  return {
    id,
    deadline,
    title,
    start: startTold === null ? null : { at: startTold, noticedBy, recordedAt },
    startedAt,
    stated,
    kind,
    dueOn,
    dueAt,
    needs,
    label: label ?? null,
    reason: reason ?? null,
    steps,
    assumed,
    state,
    mayPause,
    pausedAt,
    pausedReason,
    pauses,
    settledAt,
    settledReason,
  };
}

/** The answers of a case and what they come to. */
export function answersView({ answers, facts, pack }: TriagedCase) {
  const { unsure } = answers;
  const progress = progressOf(facts, unsure, pack);
  return {
    ...pick(answers),
    known: facts,
    mustAskOpen: mustAskOpen(facts, unsure, pack),
    open: progress.flatMap(({ group, open, required }) =>
      open.map((fact) => ({
        page: group.id,
        isRequired: required.includes(fact),
        question: pack.facts.find(({ name }) => name === fact)?.question,
        notSure: notSure(fact, { facts, unsure }, pack),
      })),
    ),
    /** Kept, and without effect with the other answers as they are. */
    idle: progress.flatMap(({ idle }) => idle),
    replaced: answers.replaced,
  };
}

function pick({ facts, unsure, version }: TriagedCase['answers']) {
  return { facts, unsure, version };
}
