import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CasesOnRouteService, PatientFactsService } from '#cases';
import type { Actor } from '#identity';
import { Clock } from '#kernel';
import {
  type CaseParams,
  type ReadingBody,
  readingBody,
  type ReadingQuery,
  readingQuery,
} from '../../api/casework/casework.dto.js';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery, referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { dataProtectionView, deskPatientView, deskView } from './desks.view.js';

/** What the data protection officer sees: the post, and patient facts with a reason. */
@Controller('data-protection')
export class DataProtectionPages {
  constructor(
    private readonly cases: CasesOnRouteService,
    private readonly facts: PatientFactsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'case:read-data-protection' })
  @View('data-protection/list')
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: listQuery }) query: ListQuery,
  ): Promise<PageView> {
    const found = await this.cases.listDataProtection(actor, query);
    const desk = { title: 'Data-protection cases', base: '/data-protection' };
    return deskView(desk, found, this.clock.now());
  }

  @Get(':reference')
  @Action({ permission: 'case:read-data-protection' })
  @View('data-protection/show')
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    return dataProtectionView(await this.cases.getDataProtection(actor, reference));
  }

  @Get(':reference/patient')
  @Action({ permission: 'case:read-data-protection', audit: 'patient-facts.viewed' })
  @View('data-protection/patient')
  async showPatient(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Query({ schema: readingQuery }) { reason }: ReadingQuery,
  ): Promise<PageView> {
    const found = await this.cases.getDataProtection(actor, reference);
    const facts = reason ? await this.facts.list(actor, reference, reason) : undefined;
    return deskPatientView(found, facts);
  }

  @Post(':reference/patient/reading')
  @Action({ permission: 'case:read-data-protection' })
  @FormOf('/data-protection/:reference/patient')
  read(
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: readingBody }) { reason }: ReadingBody,
  ): SeeOther {
    return seeOther(`/data-protection/${reference}/patient?reason=${reason}`);
  }
}
