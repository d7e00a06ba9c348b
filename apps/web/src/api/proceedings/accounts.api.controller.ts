import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AccountsService } from '#cases';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { CurrentActor } from '../../http/request-context.js';
import {
  type AccountBody,
  accountBody,
  type AccountParams,
  accountParams,
  type GivingBody,
  givingBody,
  type ProceedingParams,
  proceedingParams,
} from './proceedings.dto.js';

/** What the doctor says in one of the proceedings, held against what was said in the others. */
@Controller('api/v1/cases/:reference/proceedings/:id/accounts')
export class AccountsApi {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @Action({ permission: 'case:read', audit: 'accounts.viewed' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id }: ProceedingParams,
  ) {
    return { items: await this.accounts.list(actor, reference, id), next: null };
  }

  /** With `givenOn` it was given already, and is kept as it is. */
  @Post()
  @Action({ permission: 'case:write', audit: 'account.written' })
  write(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id: proceedingId }: ProceedingParams,
    @Body({ schema: accountBody }) body: AccountBody,
  ) {
    return this.accounts.write(actor, reference, { proceedingId, ...body });
  }

  @Get(':accountId')
  @Action({ permission: 'case:read', audit: 'accounts.viewed' })
  show(
    @CurrentActor() actor: Actor,
    @Param({ schema: accountParams }) { reference, id, accountId }: AccountParams,
  ) {
    return this.accounts.get(actor, reference, { proceedingId: id, id: accountId });
  }

  @Post(':accountId/giving')
  @Action({ permission: 'case:write', audit: 'account.given' })
  give(
    @CurrentActor() actor: Actor,
    @Param({ schema: accountParams }) { reference, id, accountId }: AccountParams,
    @Body({ schema: givingBody }) body: GivingBody,
  ) {
    return this.accounts.give(actor, reference, { proceedingId: id, id: accountId, ...body });
  }
}
