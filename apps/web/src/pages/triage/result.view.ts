import {
  type Advice,
  type Assessment,
  type CaseAdvice,
  type CaseStanding,
  type DecisionEntry,
  mustAskOpen,
  nameOfRoute,
  routesOpen,
  startEventOf,
  startKnownTo,
  stillStands,
} from '#cases';
import { findDeadlineRule } from '#deadlines';
import { isLeftToPolicy } from '#guidance';
import { type LoadedPack, RULE_PACK, type RouteId } from '#triage';
import type { PageView } from '../../http/page-renderer.js';
import { caseBarOf } from '../cases/cases.view.js';
import { reasonsFor, routesBarred, urgencyView } from './advice-panel.view.js';
import { clocksOf } from './deadlines.view.js';
import { questionOf, titleOfClock } from './answer-words.js';
import {
  changesView,
  exposureView,
  replayView,
  severityView,
  traceView,
} from './explanation.view.js';
import { nextStepOf } from '../cases/next-step.js';
import { startFields } from './start-fields.view.js';

/** The advice on a case, what was decided, and the form to adopt it. */
export function resultView(known: CaseAdvice, standing: CaseStanding): PageView {
  const { found, assessment, decision } = known;
  const base = `/cases/${found.reference}/triage`;
  const frame = {
    page: { title: 'Triage result', backLink: { href: base, text: 'All questions' } },
    caseBar: caseBarOf(found, base, standing),
    base,
    firstResponse: firstResponseOf(found),
    decision: decision && decisionView(decision, assessment),
    next: found.state === 'open' && nextStepOf(`/cases/${found.reference}`, found),
    clocks: clocksOf(known, standing.readAt).filter(({ isRunning }) => isRunning),
  };
  if (!assessment) return { ...frame, advice: null };
  return {
    ...frame,
    advice: adviceView(assessment, known.pack),
    isCurrent: stillStands(assessment, known),
    mustAsk: mustAskOpen(known.facts, known.answers.unsure, known.pack).map(questionOf),
    isDecided: decision?.assessmentId === assessment.id,
    starts: startsToAsk(known, assessment.recommendation),
  };
}

/** The form for another way than the one advised. */
export function overrideView(
  known: CaseAdvice,
  assessment: Assessment,
  standing: CaseStanding,
): PageView {
  const { found } = known;
  const base = `/cases/${found.reference}/triage`;
  const { recommendation } = assessment;
  const open = routesOpen(recommendation).map((id) => routeOption(id, recommendation));
  return {
    page: { title: 'Override the advice', backLink: { href: `${base}/result`, text: 'Back' } },
    caseBar: caseBarOf(found, base, standing),
    base,
    assessmentId: assessment.id,
    advised: nameOfRoute(recommendation.primary),
    routes: open,
    barred: routesBarred(recommendation, known.pack),
    starts: startsToAsk(known, recommendation),
    values: { also: recommendation.also },
  };
}

function adviceView(assessment: Assessment, pack: LoadedPack) {
  const { recommendation: advice, id, packVersion, assessedFor, assessedAt } = assessment;
  const labels = new Map(advice.sources.map(({ key, label }) => [key, label]));
  return {
    id,
    packVersion,
    on: assessedFor,
    at: assessedAt.toISOString(),
    route: routeView(advice.primary),
    because: reasonsFor(advice, advice.primary, pack),
    also: advice.also.map((route) => ({
      ...routeView(route),
      because: reasonsFor(advice, route, pack),
    })),
    donts: RULE_PACK.acts
      .filter(({ id }) => advice.never.includes(id))
      .map(({ sentence }) => sentence),
    barred: routesBarred(advice, pack),
    urgency: urgencyView(advice),
    clocks: advice.clocks.map(({ deadline, assumed }) => ({
      title: titleOfClock(deadline),
      from: findDeadlineRule(deadline)?.startEvent,
      assumed: assumed.map(questionOf),
    })),
    reasons: advice.rules.map(({ id, why, cites }) => ({
      id,
      why,
      sources: cites.map((key) => labels.get(key) ?? key),
      isLeftToPolicy: cites.some(isLeftToPolicy),
    })),
    changes: changesView(assessment),
    trace: traceView(assessment),
    severity: severityView(advice),
    exposure: exposureView(advice),
    replay: replayView(assessment, pack),
  };
}

/** By when somebody must respond first, until the route is decided. */
function firstResponseOf({ firstResponseDueAt, primaryRoute }: CaseAdvice['found']) {
  return primaryRoute === null && firstResponseDueAt ? firstResponseDueAt.toISOString() : undefined;
}

function routeView(id: RouteId) {
  const { name, sentence, approver } = RULE_PACK.routes.find((route) => route.id === id)!;
  return { name, sentence, approver };
}

function routeOption(id: RouteId, advice: Advice) {
  const { name, sentence } = routeView(id);
  const hint = id === advice.primary ? `${sentence} This is what the rules advise.` : sentence;
  return { value: id, text: name, hint };
}

function decisionView(decision: DecisionEntry, newest: Assessment | undefined) {
  const { route, also, isOverride, reason, decidedAt, decidedByName, assessmentId } = decision;
  return {
    route: nameOfRoute(route),
    also: also.map(nameOfRoute),
    isOverride,
    reason,
    at: decidedAt.toISOString(),
    by: decidedByName,
    isOnOlderAdvice: assessmentId !== newest?.id,
  };
}

/** Questions about the start of clocks that neither the case nor a running clock answers. */
function startsToAsk({ found, deadlines }: CaseAdvice, advice: Advice) {
  const isTold = (deadline: string) =>
    startKnownTo(found, deadline) !== undefined ||
    deadlines.some((one) => one.deadline === deadline && one.startTold !== null);
  const events = advice.clocks
    .filter(({ deadline }) => !isTold(deadline))
    .flatMap(({ deadline }) => startEventOf(deadline) ?? []);
  return [...new Set(events)].map((event) => startFields(event));
}
