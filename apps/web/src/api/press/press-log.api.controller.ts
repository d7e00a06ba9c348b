import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import { EnquiriesService, PressCasesService, SafeSummaryService } from '#responses';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery, referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import type { CaseParams } from '../casework/casework.dto.js';
import {
  type EnquiryAnswerBody,
  enquiryAnswerBody,
  type EnquiryBody,
  enquiryBody,
  type EnquiryClosureBody,
  enquiryClosureBody,
  type PressPartParams,
  pressPartParams,
  type SummaryBody,
  summaryBody,
} from './press.dto.js';

/** The press cases as the press office has them: reference, outlet, deadline and the safe summary. */
@Controller('api/v1/press-cases')
export class PressCasesApi {
  constructor(private readonly cases: PressCasesService) {}

  @Get()
  @Action({ permission: 'case:read-press' })
  list(@CurrentActor() actor: Actor, @Query({ schema: listQuery }) query: ListQuery) {
    return this.cases.list(actor, query);
  }

  @Get(':reference')
  @Action({ permission: 'case:read-press' })
  show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return this.cases.get(actor, reference);
  }
}

/** The safe summary and the log of enquiries of a case, for advisers and the press office alike. */
@Controller('api/v1/cases/:reference')
export class PressLogApi {
  constructor(
    private readonly summaries: SafeSummaryService,
    private readonly enquiries: EnquiriesService,
  ) {}

  /** Every version; the press office is given the one in force with its press case. */
  @Get('press-summary')
  @Action({ permission: 'case:read' })
  async listSummaries(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return { items: await this.summaries.list(actor, reference), next: null };
  }

  @Post('press-summary')
  @Action({ permission: 'case:write', audit: 'press.summary-written' })
  write(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: summaryBody }) body: SummaryBody,
  ) {
    return this.summaries.write(actor, reference, body);
  }

  @Get('press-enquiries')
  @Action({ permission: ['case:read', 'case:read-press'] })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return { items: await this.enquiries.list(actor, reference), next: null };
  }

  @Post('press-enquiries')
  @Action({ permission: ['case:write', 'press:write'], audit: 'press.enquiry-logged' })
  log(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: enquiryBody }) body: EnquiryBody,
  ) {
    return this.enquiries.log(actor, reference, body);
  }

  @Get('press-enquiries/:id')
  @Action({ permission: ['case:read', 'case:read-press'], audit: 'press.enquiry-viewed' })
  show(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { reference, id }: PressPartParams,
  ) {
    return this.enquiries.get(actor, reference, id);
  }

  @Post('press-enquiries/:id/answer')
  @HttpCode(204)
  @Action({ permission: ['case:write', 'press:write'], audit: 'press.enquiry-answered' })
  async answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { reference, id }: PressPartParams,
    @Body({ schema: enquiryAnswerBody }) body: EnquiryAnswerBody,
  ): Promise<void> {
    await this.enquiries.answer(actor, reference, { id, ...body });
  }

  @Post('press-enquiries/:id/closure')
  @HttpCode(204)
  @Action({ permission: ['case:write', 'press:write'], audit: 'press.enquiry-closed' })
  async close(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { reference, id }: PressPartParams,
    @Body({ schema: enquiryClosureBody }) { reason }: EnquiryClosureBody,
  ): Promise<void> {
    await this.enquiries.close(actor, reference, { id, reason });
  }
}
