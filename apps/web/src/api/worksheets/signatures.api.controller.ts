import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import { type WaitingWorksheet, WaitingWorksheets } from '#referrals';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { READERS } from './worksheets.dto.js';

/** Which worksheets wait for a signature. A person signs: no token holds the rights, and programs see what waits. */
@Controller('api/v1/signatures')
export class SignaturesApi {
  constructor(private readonly waiting: WaitingWorksheets) {}

  @Get()
  @Action({ permission: READERS })
  async list(@CurrentActor() actor: Actor, @Query({ schema: listQuery }) query: ListQuery) {
    const { items, next } = await this.waiting.listInSight(actor, query);
    return { items: items.map(shown), next };
  }
}

/** `isForAnother`: the person of the token wrote some of it, and somebody else has to sign. */
function shown({ kind, ...waiting }: WaitingWorksheet) {
  const { right, by } = kind.signOff;
  return { ...waiting, kind: kind.id, title: kind.title, right, by };
}
