import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, can } from '#identity';
import { Clock } from '#kernel';
import { RulePackReadingService } from '#knowledge';
import { type RulesQuery, rulesQuery } from '../../api/rules/rule-packs.dto.js';
import { Action } from '../../http/action.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { View } from '../../http/view.interceptor.js';
import { guidanceView } from './guidance.view.js';

/** The rules in force, for everybody who works on cases. */
@Controller('guidance/rules')
export class GuidancePages {
  constructor(
    private readonly reading: RulePackReadingService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'rule:read' })
  @View('guidance/rules')
  async show(
    @CurrentActor() actor: Actor,
    @Query({ schema: rulesQuery }) query: RulesQuery,
  ): Promise<PageView> {
    const mayChange = can(actor, 'rule:propose') || can(actor, 'rule:publish');
    const today = this.clock.now().toISOString().slice(0, 10);
    return guidanceView(await this.reading.current(actor), query, { today, mayChange });
  }
}
