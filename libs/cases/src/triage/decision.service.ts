import { Injectable } from '@nestjs/common';
import { type Actor, requirePermission, scopeOfActor } from '#identity';
import { Clock, Conflict, DomainError, type Id, newId, NotFound } from '#kernel';
import { Transactions } from '#platform';
import { RULE_PACK } from '#triage';
import { stillStands } from './advice.js';
import { CaseChanges } from './case-changes.js';
import { decideRoute, nextStepOf, type RouteChoice, type RouteDecision } from './choice.js';
import { DecisionFollowUp } from './decision-follow-up.js';
import { requireOpen } from './open-case.js';
import { mustAskOpen } from './walk-through.js';
import type { ToldStarts } from './running-clocks.js';
import { readStarts } from './told-starts.js';
import { TriageAnswersService, type TriagedCase } from './triage-answers.service.js';
import { TriageRepository } from './triage.repository.js';
import type { Assessment, Decision, DecisionEntry } from './triage.js';

/** What a person decides, and on which advice. */
export interface DecisionRequest extends RouteChoice {
  readonly assessmentId: Id;
  /** When clocks started, as far as the person knows. */
  readonly starts?: ToldStarts | undefined;
}

/** Records what people decide on advice. Nothing is sent or referred by a decision. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly tx: Transactions,
    private readonly answers: TriageAnswersService,
    private readonly triage: TriageRepository,
    private readonly followUp: DecisionFollowUp,
    private readonly changes: CaseChanges,
    private readonly clock: Clock,
  ) {}

  /** The decisions on a case, newest first. @throws NotFound `case-not-found` */
  list(actor: Actor, reference: string): Promise<DecisionEntry[]> {
    return this.tx.run(scopeOfActor(actor), async () => {
      const { found } = await this.answers.read(actor, reference);
      return this.triage.listDecisions(found.organisationId, found.id);
    });
  }

  /**
   * Adopts advice, or overrides it with a reason: sets the routes of the case and what comes next, and
   * starts the clocks.
   *
   * @throws NotFound `case-not-found`, `assessment-not-found`
   * @throws Conflict `case-closed`, `case-changed`, `assessment-out-of-date`, `must-ask-open`
   * @throws Invalid `start-wrong`, `route-barred`, `routes-exclude-each-other`, `reason-needed`
   */
  decide(actor: Actor, reference: string, request: DecisionRequest): Promise<Decision> {
    requirePermission(actor, 'case:write');
    return this.tx.run(scopeOfActor(actor), async () => {
      const known = await this.answers.read(actor, reference);
      requireOpen(known.found);
      refuseUnasked(known);
      const assessment = await this.currentAssessment(known, request.assessmentId);
      const chosen = decideRoute(assessment.recommendation, request);
      const told = readStarts(request.starts ?? {}, {
        jurisdiction: jurisdictionOf(known),
        now: this.clock.now(),
      });
      const decision = this.newDecision(actor, assessment, chosen);
      await this.triage.addDecision(decision);
      await this.apply(actor, known, { assessment, decision, told });
      return decision;
    });
  }

  private async currentAssessment(known: TriagedCase, id: Id): Promise<Assessment> {
    const { organisationId, id: caseId } = known.found;
    const [newest] = await this.triage.listAssessments(organisationId, caseId, 1);
    const asked =
      newest?.id === id ? newest : await this.triage.findAssessment(organisationId, caseId, id);
    if (!asked) throw new NotFound('assessment-not-found', 'We could not find that advice.');
    if (asked === newest && stillStands(asked, known)) return asked;
    throw new Conflict(
      'assessment-out-of-date',
      'This advice rests on answers or rules that have changed since. Get the advice again, then decide.',
    );
  }

  private newDecision(actor: Actor, assessment: Assessment, chosen: RouteDecision): Decision {
    return {
      id: newId(),
      organisationId: assessment.organisationId,
      caseId: assessment.caseId,
      assessmentId: assessment.id,
      ...chosen,
      decidedBy: actor.personId,
      decidedAt: this.clock.now(),
    };
  }

  private async apply(
    actor: Actor,
    known: TriagedCase,
    made: { assessment: Assessment; decision: Decision; told: ToldStarts },
  ): Promise<void> {
    const { decision, assessment, told } = made;
    const after = await this.changes.update(known.found, {
      primaryRoute: decision.route,
      alsoRoutes: [...decision.also],
      nextStep: nextStepOf(decision),
    });
    const action = decision.isOverride ? 'route.overridden' : 'route.adopted';
    await this.changes.tell(actor, after, action, {
      decisionId: decision.id,
      assessmentId: assessment.id,
      route: decision.route,
      also: decision.also,
      advised: assessment.recommendation.primary,
    });
    const { clocks } = assessment.recommendation;
    await this.followUp.follow(actor, after, { clocks, jurisdiction: jurisdictionOf(known), told });
  }
}

/** Nobody's safety is left unasked: "not sure" is an answer, silence is none. */
function refuseUnasked({ facts, answers, pack }: TriagedCase): void {
  const open = mustAskOpen(facts, answers.unsure, pack);
  if (open.length === 0) return;
  const faults = open.map((field) => ({
    field,
    message: `Ask first; “Not sure” is an answer: ${questionOf(field)}`,
  }));
  throw new DomainError(
    'conflict',
    'must-ask-open',
    'Some questions must be asked before this advice can be decided on.',
    faults,
  );
}

function questionOf(fact: string): string {
  return RULE_PACK.facts.find(({ name }) => name === fact)?.question ?? fact;
}

function jurisdictionOf({ facts }: TriagedCase): string {
  return String(facts['jurisdiction']);
}
