import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  explainedAdviceOn,
  AssessmentService,
  DecisionService,
  TriageAnswersService,
} from '#cases';
import { type Actor, requirePermission } from '#identity';
import { Clock } from '#kernel';
import { RulePackInForce } from '#knowledge';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { todayOn } from '../../views/filters.js';
import {
  answersView,
  assessmentInListView,
  assessmentView,
  decisionView,
  looseAdviceView,
} from './triage.api-view.js';
import {
  assessmentParams,
  type AnswersBody,
  answersBody,
  type DecisionBody,
  decisionBody,
  type FactsBody,
  factsBody,
} from './triage.dto.js';

interface OfCase {
  reference: string;
}

/** Triage for programs: advice on loose facts, and answers, advice and decisions of a case. */
@Controller('api/v1')
export class TriageApi {
  constructor(
    private readonly answers: TriageAnswersService,
    private readonly assessments: AssessmentService,
    private readonly decisions: DecisionService,
    private readonly clock: Clock,
    private readonly rules: RulePackInForce,
  ) {}

  @Post('assessments')
  @HttpCode(200)
  @Action({ permission: 'case:read' })
  async assessFacts(@CurrentActor() actor: Actor, @Body({ schema: factsBody }) body: FactsBody) {
    requirePermission(actor, 'case:read');
    const pack = await this.rules.of(actor.organisationId);
    const on = body.on ?? todayOn(this.clock.now());
    return looseAdviceView(explainedAdviceOn(body.facts, body.unsure, on, pack), on, pack);
  }

  @Get('cases/:reference/triage-answers')
  @Action({ permission: 'case:read' })
  async readAnswers(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: OfCase,
  ) {
    return answersView(await this.answers.read(actor, reference));
  }

  @Put('cases/:reference/triage-answers')
  @Action({ permission: 'case:write', audit: 'triage.answered' })
  async replaceAnswers(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: OfCase,
    @Body({ schema: answersBody }) body: AnswersBody,
  ) {
    return answersView(await this.answers.replace(actor, reference, body));
  }

  /** Puts back what the last change replaced; `replaced` of the answers says what that is. */
  @Post('cases/:reference/triage-answers/put-back')
  @HttpCode(200)
  @Action({ permission: 'case:write', audit: 'triage.put-back' })
  async putBack(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: OfCase,
  ) {
    return answersView(await this.answers.putBack(actor, reference));
  }

  @Get('cases/:reference/assessments')
  @Action({ permission: 'case:read' })
  async listAssessments(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: OfCase,
  ) {
    const items = await this.assessments.list(actor, reference);
    const pack = await this.rules.of(actor.organisationId);
    return { items: items.map((one) => assessmentInListView(one, pack)), next: null };
  }

  @Get('cases/:reference/assessments/:id')
  @Action({ permission: 'case:read' })
  async readAssessment(
    @CurrentActor() actor: Actor,
    @Param({ schema: assessmentParams }) { reference, id }: OfCase & { id: string },
  ) {
    const assessment = await this.assessments.get(actor, reference, id);
    return assessmentView(assessment, await this.rules.of(actor.organisationId));
  }

  @Post('cases/:reference/assessments')
  @Action({ permission: 'case:write', audit: 'triage.assessed' })
  async assess(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: OfCase,
  ) {
    const assessment = await this.assessments.assess(actor, reference);
    return assessmentView(assessment, await this.rules.of(actor.organisationId));
  }

  @Get('cases/:reference/decisions')
  @Action({ permission: 'case:read' })
  async listDecisions(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: OfCase,
  ) {
    const items = await this.decisions.list(actor, reference);
    return { items: items.map(decisionView), next: null };
  }

  @Post('cases/:reference/decisions')
  @Action({ permission: 'case:write', audit: 'route.adopted' })
  async decide(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: OfCase,
    @Body({ schema: decisionBody }) { assessment, ...choice }: DecisionBody,
  ) {
    const request = { assessmentId: assessment, ...choice };
    return decisionView(await this.decisions.decide(actor, reference, request));
  }
}
