import {
  type Advice,
  type Assessment,
  type CaseDeadline,
  type Decision,
  mustAskOpen,
  type TriagedCase,
} from '#cases';
import type { LoadedPack } from '#triage';

/** Advice in the words of the API. */
export function adviceView(advice: Advice) {
  const { primary, ...rest } = advice;
  return { primaryRoute: primary, ...rest };
}

/** Advice on facts that belong to no case. */
export function looseAdviceView(advice: Advice, on: string, pack: LoadedPack) {
  return { packVersion: pack.version, on, ...adviceView(advice) };
}

/** Advice that was kept; its id is what a decision names. */
export function assessmentView(assessment: Assessment) {
  const { id, facts, unsure, packVersion, assessedFor, assessedAt, recommendation } = assessment;
  return {
    id,
    facts,
    unsure,
    packVersion,
    on: assessedFor,
    assessedAt,
    mustAskOpen: mustAskOpen(facts, unsure),
    recommendation: adviceView(recommendation),
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
  const open = mustAskOpen(facts, answers.unsure, pack);
  return { ...pick(answers), known: facts, mustAskOpen: open };
}

function pick({ facts, unsure, version }: TriagedCase['answers']) {
  return { facts, unsure, version };
}
