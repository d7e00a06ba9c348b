import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { PostCopies } from '#cases';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { type CaseParams, type PartParams, partParams } from './casework.dto.js';
import { type CopyBody, copyBody, type CopyEndBody, copyEndBody } from './copies.dto.js';

/** Known copies of the post of a case, for programs. */
@Controller('api/v1/cases/:reference/copies')
export class CopiesApi {
  constructor(private readonly copies: PostCopies) {}

  @Get()
  @Action({ permission: 'case:read' })
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return { items: await this.copies.list(actor, reference), next: null };
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'copy.recorded' })
  record(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: copyBody }) seen: CopyBody,
  ) {
    return this.copies.record(actor, reference, seen);
  }

  @Post(':id/outcome')
  @HttpCode(204)
  @Action({ permission: 'case:write', audit: 'copy.settled' })
  settle(
    @CurrentActor() actor: Actor,
    @Param({ schema: partParams }) { reference, id }: PartParams,
    @Body({ schema: copyEndBody }) end: CopyEndBody,
  ): Promise<void> {
    return this.copies.settle(actor, reference, id, end);
  }
}
