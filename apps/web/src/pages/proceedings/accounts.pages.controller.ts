import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AccountsService, CaseReadingService, ProceedingsService } from '#cases';
import type { Actor } from '#identity';
import {
  type AccountBody,
  accountBody,
  type AccountParams,
  accountParams,
  type GivingBody,
  givingBody,
  type ProceedingParams,
  proceedingParams,
} from '../../api/proceedings/proceedings.dto.js';
import { Action } from '../../http/action.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { accountView, newAccountView } from './accounts.view.js';

/** What the doctor says in one of the proceedings. */
@Controller('cases/:reference/proceedings/:id/accounts')
export class AccountsPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly proceedings: ProceedingsService,
    private readonly accounts: AccountsService,
  ) {}

  @Get('new')
  @Action({ permission: 'case:write' })
  @View('cases/new-account')
  async start(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id }: ProceedingParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    return newAccountView(overview, await this.proceedings.get(actor, reference, id));
  }

  @Post('new')
  @Action({ permission: 'case:write', audit: 'account.written' })
  @FormOf('/cases/:reference/proceedings/:id/accounts/new')
  async write(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id }: ProceedingParams,
    @Body({ schema: accountBody }) body: AccountBody,
  ): Promise<SeeOther> {
    const made = await this.accounts.write(actor, reference, { proceedingId: id, ...body });
    return seeOther(`/cases/${reference}/proceedings/${id}/accounts/${made.id}`, 'Kept.');
  }

  @Get(':accountId')
  @Action({ permission: 'case:read', audit: 'accounts.viewed' })
  @View('cases/account')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: accountParams }) { reference, id, accountId }: AccountParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const place = { proceedingId: id, id: accountId };
    return accountView(overview, await this.accounts.get(actor, reference, place), actor);
  }

  @Post(':accountId/giving')
  @Action({ permission: 'case:write', audit: 'account.given' })
  @FormOf('/cases/:reference/proceedings/:id/accounts/:accountId')
  async give(
    @CurrentActor() actor: Actor,
    @Param({ schema: accountParams }) { reference, id, accountId }: AccountParams,
    @Body({ schema: givingBody }) body: GivingBody,
  ): Promise<SeeOther> {
    await this.accounts.give(actor, reference, { proceedingId: id, id: accountId, ...body });
    const url = `/cases/${reference}/proceedings/${id}/accounts/${accountId}`;
    return seeOther(url, 'Recorded as given.');
  }
}
