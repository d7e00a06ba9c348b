import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import { EnquiriesService, PressCasesService, PressStatementsService } from '#responses';
import type { CaseParams } from '../../api/casework/casework.dto.js';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery, referenceParams } from '../../http/field-schemas.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { View } from '../../http/view.interceptor.js';
import { pressCaseView, pressListView } from './press.view.js';

/** What the press officer sees: that there is a case, its safe summary, and what was asked and said. */
@Controller('press')
export class PressPages {
  constructor(
    private readonly cases: PressCasesService,
    private readonly enquiries: EnquiriesService,
    private readonly statements: PressStatementsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'case:read-press' })
  @View('press/list')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<PageView> {
    return pressListView(await this.cases.list(actor, query), this.clock.now());
  }

  @Get(':reference')
  @Action({ permission: 'case:read-press' })
  @View('press/show')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    return pressCaseView(await this.cases.get(actor, reference), {
      enquiries: await this.enquiries.list(actor, reference),
      statements: await this.statements.list(actor, reference),
      templates: await this.statements.offer(actor, reference),
    });
  }
}
