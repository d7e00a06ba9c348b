import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  AssessmentService,
  CaseReadingService,
  type DecisionRequest,
  DecisionService,
} from '#cases';
import type { Actor } from '#identity';
import { NotFound } from '#kernel';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { CaseGuidance } from '../guidance/case-guidance.js';
import { overrideView, resultView } from './result.view.js';
import {
  type AdoptForm,
  adoptForm,
  choiceOf,
  type OverrideForm,
  overrideForm,
  type ResultQuery,
  resultQuery,
  toldStarts,
} from './triage-forms.js';

/** The advice of triage, and what a person decides on it. */
@Controller('cases/:reference/triage')
export class DecisionPages {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly decisions: DecisionService,
    private readonly reading: CaseReadingService,
    private readonly guidance: CaseGuidance,
  ) {}

  @Get('result')
  @Action({ permission: 'case:read' })
  @View('cases/triage/result')
  async result(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Query({ schema: resultQuery }) { employer }: ResultQuery,
  ): Promise<PageView> {
    const known = await this.assessments.read(actor, reference);
    const standing = await this.reading.standing(actor, known.found);
    return {
      ...resultView(known, standing),
      guidance: await this.guidance.of(actor, known, employer),
    };
  }

  @Post('result')
  @Action({ permission: 'case:write', audit: 'route.adopted' })
  @FormOf('/cases/:reference/triage/result')
  adopt(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Body({ schema: adoptForm }) form: AdoptForm,
  ): Promise<SeeOther> {
    const request = { assessmentId: form.assessment, starts: toldStarts(form) };
    return this.decide(actor, reference, request);
  }

  @Get('override')
  @Action({ permission: 'case:write' })
  @View('cases/triage/override')
  async other(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ): Promise<PageView> {
    const known = await this.assessments.read(actor, reference);
    if (!known.assessment) throw new NotFound('assessment-not-found');
    const standing = await this.reading.standing(actor, known.found);
    return overrideView(known, known.assessment, standing);
  }

  @Post('override')
  @Action({ permission: 'case:write', audit: 'route.overridden' })
  @FormOf('/cases/:reference/triage/override')
  override(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Body({ schema: overrideForm }) form: OverrideForm,
  ): Promise<SeeOther> {
    const told = { assessmentId: form.assessment, starts: toldStarts(form) };
    return this.decide(actor, reference, { ...choiceOf(form), ...told });
  }

  private async decide(
    actor: Actor,
    reference: string,
    request: DecisionRequest,
  ): Promise<SeeOther> {
    const { isOverride } = await this.decisions.decide(actor, reference, request);
    const done = isOverride ? 'Your own route is recorded.' : 'The advice is adopted.';
    const { deadlines } = await this.assessments.read(actor, reference);
    const waiting = deadlines.some(
      ({ explanation, state }) => state === 'open' && explanation.needs,
    );
    return waiting
      ? seeOther(
          `/cases/${reference}/deadlines`,
          done,
          'Some deadlines still need a date from you.',
        )
      : seeOther(`/cases/${reference}/triage/result`, done);
  }
}
