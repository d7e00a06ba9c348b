import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CaseReadingService, PostCopies } from '#cases';
import { type Actor, can } from '#identity';
import { Clock } from '#kernel';
import { type CaseParams, type PartParams, partParams } from '../../api/casework/casework.dto.js';
import {
  type CopyBody,
  copyBody,
  type CopyEndBody,
  copyEndBody,
} from '../../api/casework/copies.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { todayOn } from '../../views/filters.js';
import { copiesView, copyView } from './copies.view.js';

/** Known copies of the post of a case. */
@Controller('cases/:reference/copies')
export class CopiesPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly copies: PostCopies,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('cases/copies')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const copies = await this.copies.list(actor, reference);
    const canWrite = can(actor, 'case:write');
    return copiesView(overview, copies, { canWrite, today: todayOn(this.clock.now()) });
  }

  @Get(':id')
  @Action({ permission: 'case:write' })
  @View('cases/copy')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    return copyView(overview, await this.copies.get(actor, reference, id));
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'copy.recorded' })
  @FormOf('/cases/:reference/copies')
  async record(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: copyBody }) seen: CopyBody,
  ): Promise<SeeOther> {
    await this.copies.record(actor, reference, seen);
    return seeOther(`/cases/${reference}/copies`, 'The copy is recorded.');
  }

  @Post(':id/outcome')
  @Action({ permission: 'case:write', audit: 'copy.settled' })
  @FormOf('/cases/:reference/copies/:id')
  async settle(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: copyEndBody }) end: CopyEndBody,
  ): Promise<SeeOther> {
    await this.copies.settle(actor, reference, id, end);
    return seeOther(`/cases/${reference}/copies`, 'What became of the copy is recorded.');
  }
}
