import { Controller, Get, Param, Query } from '@nestjs/common';
import { CasesOnRouteService, PatientFactsService } from '#cases';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery, referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { type CaseParams, type ReadingQuery, readingQuery } from '../casework/casework.dto.js';

/** Data-protection cases, for the data protection officer's programs. */
@Controller('api/v1/data-protection-cases')
export class DataProtectionCasesApi {
  constructor(
    private readonly cases: CasesOnRouteService,
    private readonly facts: PatientFactsService,
  ) {}

  @Get()
  @Action({ permission: 'case:read-data-protection' })
  list(@CurrentActor() actor: Actor, @Query({ schema: listQuery }) query: ListQuery) {
    return this.cases.listDataProtection(actor, query);
  }

  @Get(':reference')
  @Action({ permission: 'case:read-data-protection' })
  show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return this.cases.getDataProtection(actor, reference);
  }

  @Get(':reference/patient-facts')
  @Action({ permission: 'case:read-data-protection', audit: 'patient-facts.viewed' })
  async listFacts(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Query({ schema: readingQuery }) { reason }: ReadingQuery,
  ) {
    await this.cases.getDataProtection(actor, reference);
    return { items: await this.facts.list(actor, reference, reason), next: null };
  }
}
