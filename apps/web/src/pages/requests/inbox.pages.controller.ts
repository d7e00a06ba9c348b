import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import { RequestDecidingService } from '#intake';
import { Clock } from '#kernel';
import {
  type AcceptForm,
  acceptForm,
  type DeclineForm,
  declineForm,
} from '../../api/requests/requests.dto.js';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery, referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { RequestFiles } from './request-files.js';
import { inboxView, receivedView } from './inbox.view.js';

/** The advisers' inbox of doctors' requests. */
@Controller('requests')
export class InboxPages {
  constructor(
    private readonly deciding: RequestDecidingService,
    private readonly files: RequestFiles,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'request:decide' })
  @View('requests/inbox')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<PageView> {
    return inboxView(await this.deciding.listWaiting(actor, query), this.clock.now());
  }

  @Get(':reference')
  @Action({ permission: 'request:decide' })
  @View('requests/show')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
  ): Promise<PageView> {
    const { received, files } = await this.files.listReceived(actor, reference);
    return receivedView(received, files);
  }

  @Post(':reference/accept')
  @Action({ permission: 'request:decide', audit: 'request.accepted' })
  @FormOf('/requests/:reference')
  async accept(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Body({ schema: acceptForm }) form: AcceptForm,
  ): Promise<SeeOther> {
    const opened = await this.deciding.accept(actor, reference, form);
    return seeOther(
      `/cases/${opened.reference}`,
      `Request ${reference} is now case ${opened.reference}.`,
    );
  }

  @Post(':reference/decline')
  @Action({ permission: 'request:decide', audit: 'request.declined' })
  @FormOf('/requests/:reference')
  async decline(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Body({ schema: declineForm }) form: DeclineForm,
  ): Promise<SeeOther> {
    await this.deciding.decline(actor, reference, form);
    return seeOther(
      '/requests',
      `Request ${reference} is declined.`,
      'The doctor sees your reason on the page of the request.',
    );
  }
}
