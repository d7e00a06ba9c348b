import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type Actor, can } from '#identity';
import { Clock } from '#kernel';
import { EnquiriesService, PressCasesService } from '#responses';
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
import { enquiryModel } from './enquiry.view.js';
import { wallClock } from './press.view.js';

/** The log of enquiries, as the press officer keeps it. */
@Controller('press/:reference/enquiries')
export class PressEnquiriesPages {
  constructor(
    private readonly cases: PressCasesService,
    private readonly enquiries: EnquiriesService,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Action({ permission: 'press:write' })
  @View('press/new-enquiry')
  async start(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const { jurisdiction } = await this.cases.get(actor, reference);
    return {
      page: { title: 'Log an enquiry', caption: reference, backLink: backTo(reference) },
      action: `/press/${reference}/enquiries`,
      values: { receivedAt: wallClock(this.clock.now(), jurisdiction) },
    };
  }

  @Post()
  @Action({ permission: 'press:write', audit: 'press.enquiry-logged' })
  @FormOf('/press/:reference/enquiries/new')
  async log(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: enquiryBody }) body: EnquiryBody,
  ): Promise<SeeOther> {
    await this.enquiries.log(actor, reference, body);
    return seeOther(`/press/${reference}`, 'The enquiry is logged.');
  }

  @Get(':id')
  @Action({ permission: 'case:read-press', audit: 'press.enquiry-viewed' })
  @View('press/enquiry')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { reference, id }: PressPartParams,
  ): Promise<PageView> {
    const found = await this.cases.get(actor, reference);
    const enquiry = await this.enquiries.get(actor, reference, id);
    return {
      page: { title: 'Enquiry', caption: reference, backLink: backTo(reference) },
      ...enquiryModel(enquiry, {
        base: `/press/${reference}/enquiries`,
        canWrite: found.state === 'open' && can(actor, 'press:write'),
        now: wallClock(this.clock.now(), found.jurisdiction),
      }),
    };
  }

  @Post(':id/answer')
  @Action({ permission: 'press:write', audit: 'press.enquiry-answered' })
  @FormOf('/press/:reference/enquiries/:id')
  async answer(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { reference, id }: PressPartParams,
    @Body({ schema: enquiryAnswerBody }) body: EnquiryAnswerBody,
  ): Promise<SeeOther> {
    await this.enquiries.answer(actor, reference, { id, ...body });
    return seeOther(`/press/${reference}`, 'The answer is recorded.');
  }

  @Post(':id/closure')
  @Action({ permission: 'press:write', audit: 'press.enquiry-closed' })
  @FormOf('/press/:reference/enquiries/:id')
  async close(
    @CurrentActor() actor: Actor,
    @Param({ schema: pressPartParams }) { reference, id }: PressPartParams,
    @Body({ schema: enquiryClosureBody }) { reason }: EnquiryClosureBody,
  ): Promise<SeeOther> {
    await this.enquiries.close(actor, reference, { id, reason });
    return seeOther(`/press/${reference}`, 'The enquiry is closed.');
  }
}

function backTo(reference: string) {
  return { href: `/press/${reference}`, text: `Case ${reference}` };
}
