import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AccountsService, CaseReadingService, HearingsService, ProceedingsService } from '#cases';
import type { Actor } from '#identity';
import type { CaseParams } from '../../api/casework/casework.dto.js';
import { firstStage } from '../../api/proceedings/first-stage.js';
import {
  type ProceedingBody,
  proceedingBody,
  type ProceedingParams,
  proceedingParams,
  type StageBody,
  stageBody,
} from '../../api/proceedings/proceedings.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { proceedingsView, proceedingView } from './proceedings.view.js';

/** The proceedings that run beside each other about a case. */
@Controller('cases/:reference/proceedings')
export class ProceedingsPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly proceedings: ProceedingsService,
    private readonly hearings: HearingsService,
    private readonly accounts: AccountsService,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('cases/proceedings')
  async list(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    return proceedingsView(overview, await this.proceedings.list(actor, reference), actor);
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'proceeding.added' })
  @FormOf('/cases/:reference/proceedings')
  async add(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: proceedingBody }) body: ProceedingBody,
  ): Promise<SeeOther> {
    const { id } = await this.proceedings.add(actor, reference, firstStage(body));
    return seeOther(`/cases/${reference}/proceedings/${id}`, 'Proceedings added.');
  }

  @Get(':id')
  @Action({ permission: 'case:read', audit: 'accounts.viewed' })
  @View('cases/proceeding')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id }: ProceedingParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const file = await this.proceedings.get(actor, reference, id);
    const hearings = await this.hearings.list(actor, reference, id);
    const accounts = await this.accounts.list(actor, reference, id);
    return proceedingView(overview, { ...file, hearings, accounts }, actor);
  }

  @Post(':id/stages')
  @Action({ permission: 'case:write', audit: 'proceeding.moved' })
  @FormOf('/cases/:reference/proceedings/:id')
  async moveTo(
    @CurrentActor() actor: Actor,
    @Param({ schema: proceedingParams }) { reference, id }: ProceedingParams,
    @Body({ schema: stageBody }) body: StageBody,
  ): Promise<SeeOther> {
    await this.proceedings.moveTo(actor, reference, { id, ...body });
    return seeOther(`/cases/${reference}/proceedings/${id}`, 'Stage recorded.');
  }
}
