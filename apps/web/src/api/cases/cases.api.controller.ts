import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CaseOpeningService, CaseReadingService } from '#cases';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { type ListQuery, listQuery, referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { caseView } from './case.view.js';
import { type CasesQuery, casesQuery, type IncidentBody, incidentBody } from './cases.dto.js';

/** Cases for programs: the same services and rights as the pages. */
@Controller('api/v1/cases')
export class CasesApi {
  constructor(
    private readonly opening: CaseOpeningService,
    private readonly reading: CaseReadingService,
  ) {}

  @Get()
  @Action({ permission: 'case:read' })
  list(@CurrentActor() actor: Actor, @Query({ schema: casesQuery }) query: CasesQuery) {
    return this.reading.listWork(actor, query);
  }

  @Post()
  @Action({ permission: 'case:write', audit: 'case.opened' })
  async open(@CurrentActor() actor: Actor, @Body({ schema: incidentBody }) body: IncidentBody) {
    return caseView(await this.opening.open(actor, { ...body, doctorId: null }));
  }

  @Get(':reference')
  @Action({ permission: 'case:read' })
  async show(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { found, ownerName, hasClaim } = await this.reading.overview(actor, reference);
    reply.header('etag', `"${found.version}"`);
    return { ...caseView(found), owner: ownerName, hasClaim };
  }

  @Get(':reference/timeline')
  @Action({ permission: 'case:read' })
  async timeline(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: { reference: string },
    @Query({ schema: listQuery }) query: ListQuery,
  ) {
    const { items, next } = await this.reading.timeline(actor, reference, query);
    return {
      items: items.map(({ action, at, actorName, detail }) => ({
        action,
        at,
        by: actorName,
        detail,
      })),
      next,
    };
  }
}
