import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CaseReadingService } from '#cases';
import { type Actor, can } from '#identity';
import { Clock } from '#kernel';
import { EnquiriesService } from '#responses';
import type { CaseParams } from '../../api/casework/casework.dto.js';
import {
  type EnquiryAnswerBody,
  enquiryAnswerBody,
  type EnquiryBody,
  enquiryBody,
  type EnquiryClosureBody,
  enquiryClosureBody,
  type PressPartParams,
  pressPartParams,
} from '../../api/press/press.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { caseBarOf } from '../cases/cases.view.js';
import { enquiryModel } from './enquiry.view.js';
import { wallClock } from './press.view.js';

/** The log of enquiries, as the adviser keeps it. */
@Controller('cases/:reference/press/enquiries')
export class CaseEnquiriesPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly enquiries: EnquiriesService,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Action({ permission: 'case:write' })
  @View('cases/new-enquiry')
  async start(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const base = `/cases/${reference}/press`;
    return {
      page: { title: 'Log an enquiry' },
      caseBar: caseBarOf(overview.found, base, overview),
      action: `${base}/enquiries`,
      values: { receivedAt: wallClock(this.clock.now(), overview.found.jurisdiction) },
    };
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'press.enquiry-logged' })
  @FormOf('/cases/:reference/press/enquiries/new')
  async log(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: enquiryBody }) body: EnquiryBody,
  ): Promise<SeeOther> {
    await this.enquiries.log(actor, reference, body);
    return seeOther(`/cases/${reference}/press`, 'The enquiry is logged.');
  }

  @Get(':id')
  @Action({ permission: 'case:read', audit: 'press.enquiry-viewed' })
  @View('cases/enquiry')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { reference, id }: PressPartParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const { found } = overview;
    const enquiry = await this.enquiries.get(actor, reference, id);
    const base = `/cases/${reference}/press`;
    return {
      page: { title: 'Enquiry' },
      caseBar: caseBarOf(found, base, overview),
      ...enquiryModel(enquiry, {
        base: `${base}/enquiries`,
        canWrite: found.state === 'open' && can(actor, 'case:write'),
        now: wallClock(this.clock.now(), found.jurisdiction),
      }),
    };
  }

  @Post(':id/answer')
  @Action({ permission: 'case:write', audit: 'press.enquiry-answered' })
  @FormOf('/cases/:reference/press/enquiries/:id')
  async answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { reference, id }: PressPartParams,
    @Body({ schema: enquiryAnswerBody }) body: EnquiryAnswerBody,
  ): Promise<SeeOther> {
    await this.enquiries.answer(actor, reference, { id, ...body });
    return seeOther(`/cases/${reference}/press`, 'The answer is recorded.');
  }

  @Post(':id/closure')
  @Action({ permission: 'case:write', audit: 'press.enquiry-closed' })
  @FormOf('/cases/:reference/press/enquiries/:id')
  async close(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { reference, id }: PressPartParams,
    @Body({ schema: enquiryClosureBody }) { reason }: EnquiryClosureBody,
  ): Promise<SeeOther> {
    await this.enquiries.close(actor, reference, { id, reason });
    return seeOther(`/cases/${reference}/press`, 'The enquiry is closed.');
  }
}
