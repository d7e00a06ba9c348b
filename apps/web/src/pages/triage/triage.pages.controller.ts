import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  AssessmentService,
  CaseReadingService,
  type GivenAnswers,
  groupRequired,
  nextGroup,
  progressOf,
  type QuestionGroupId,
  TriageAnswersService,
  type TriagedCase,
} from '#cases';
import type { Actor } from '#identity';
import type { Facts } from '#triage';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { panelView, questionsView, triageView } from './questions.view.js';
import {
  type AnswersForm,
  answersForm,
  givenAnswers,
  groupParams,
  refuseBlank,
} from './triage-forms.js';

/** The questions of triage, one page for those that belong together. */
@Controller('cases/:reference/triage')
export class TriagePages {
  constructor(
    private readonly answers: TriageAnswersService,
    private readonly assessments: AssessmentService,
    private readonly reading: CaseReadingService,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('cases/triage')
  async overview(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ): Promise<PageView> {
    const known = await this.answers.read(actor, reference);
    return triageView(known, await this.reading.standing(actor, known.found));
  }

  @Get('questions/:group')
  @Action({ permission: 'case:read' })
  @View('cases/triage/questions')
  async questions(
    @CurrentActor() actor: Actor,
    @Param({ schema: groupParams })
    { reference, group }: { reference: string; group: QuestionGroupId },
  ): Promise<PageView> {
    const known = await this.answers.read(actor, reference);
    return questionsView(known, group, await this.reading.standing(actor, known.found));
  }

  @Post('questions/:group')
  @Action({ permission: 'case:write', audit: 'triage.answered' })
  @FormOf('/cases/:reference/triage/questions/:group')
  async answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: groupParams })
    { reference, group }: { reference: string; group: QuestionGroupId },
    @Body({ schema: answersForm }) form: AnswersForm,
  ): Promise<SeeOther> {
    const given = givenAnswers(form);
    const before = await this.answers.read(actor, reference);
    refuseBlank(neededOn(group, form.go, laidOver(before, given)), form, given);
    const known = await this.answers.answer(actor, reference, given);
    const base = `/cases/${reference}/triage`;
    if (form.go === 'leave') return seeOther(`/cases/${reference}`, 'Your answers are saved.');
    if (form.go === 'stay') return seeOther(`${base}/questions/${group}`);
    const progress = progressOf(known.facts, known.answers.unsure, known.pack);
    const next = form.go === 'advice' ? groupRequired(progress) : nextGroup(progress);
    if (next) return seeOther(`${base}/questions/${next}`);
    return this.toAdvice(actor, reference);
  }

  /** For the script of the page: what the answers on it come to, as they are given; keeps nothing. */
  @Post('questions/:group/panel')
  @HttpCode(200)
  @Action({ permission: 'case:write' })
  async suppose(
    @CurrentActor() actor: Actor,
    @Param({ schema: groupParams }) { reference }: { reference: string },
    @Body({ schema: answersForm }) form: AnswersForm,
  ) {
    const supposed = await this.answers.suppose(actor, reference, givenAnswers(form));
    return panelView(supposed, await this.reading.standing(actor, supposed.found));
  }

  @Post('put-back')
  @Action({ permission: 'case:write', audit: 'triage.put-back' })
  @FormOf('/cases/:reference/triage')
  async putBack(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ): Promise<SeeOther> {
    await this.answers.putBack(actor, reference);
    return seeOther(`/cases/${reference}/triage`, 'The earlier answers are back.');
  }

  @Post('assessments')
  @Action({ permission: 'case:write', audit: 'triage.assessed' })
  @FormOf('/cases/:reference/triage/result')
  assess(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ): Promise<SeeOther> {
    return this.toAdvice(actor, reference);
  }

  private async toAdvice(actor: Actor, reference: string): Promise<SeeOther> {
    await this.assessments.assess(actor, reference);
    return seeOther(`/cases/${reference}/triage/result`);
  }
}

/** What is known once these answers are given: one may settle that another question of its page is not asked. */
function laidOver(before: TriagedCase, { facts, unsure }: GivenAnswers): TriagedCase {
  const answers = { ...before.answers, unsure: [...before.answers.unsure, ...unsure] };
  return { ...before, answers, facts: { ...before.facts, ...(facts as Facts) } };
}

/** What may not be left blank: to go on everything that is still asked, for advice what must be asked, else nothing. */
function neededOn(
  group: QuestionGroupId,
  go: AnswersForm['go'],
  { facts, answers, pack }: TriagedCase,
): readonly string[] {
  const page = progressOf(facts, answers.unsure, pack).find((one) => one.group.id === group)!;
  if (go === 'on') return page.open;
  return go === 'advice' ? page.required : [];
}
