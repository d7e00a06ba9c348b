import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
} from '@nestjs/common';
import { CaseClosingService, CaseHandlingService, CaseReadingService, WallsService } from '#cases';
import type { Actor } from '#identity';
import { DomainError } from '#kernel';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { CurrentActor } from '../../http/request-context.js';
import { caseView } from '../cases/case.view.js';
import {
  type AssignmentBody,
  assignmentBody,
  type CaseParams,
  type ClosureBody,
  closureBody,
  type IncidentChangeBody,
  incidentChange,
  type WallBody,
  wallBody,
} from './casework.dto.js';

/** What is done to a case as a whole: changing it, whose it is, who sees it, closing it. */
@Controller('api/v1/cases/:reference')
export class CaseActsApi {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly handling: CaseHandlingService,
    private readonly closing: CaseClosingService,
    private readonly walls: WallsService,
  ) {}

  /** Needs `If-Match` with the version that was read: another one answers 412. */
  @Patch()
  @Action({ permission: 'case:write', audit: 'case.edited' })
  async edit(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: incidentChange }) change: IncidentChangeBody,
  ) {
    const version = versionOf(ifMatch);
    return caseView(await this.handling.editIfMatching(actor, reference, { version, change }));
  }

  /** Whose case it is, and those who could take it. */
  @Get('assignment')
  @Action({ permission: 'case:write' })
  async showAssignment(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    const { ownerName } = await this.reading.overview(actor, reference);
    const people = await this.handling.listCandidates(actor, reference);
    return { owner: ownerName, candidates: people.map(({ id, name }) => ({ personId: id, name })) };
  }

  @Put('assignment')
  @Action({ permission: 'case:write', audit: 'case.handed-over' })
  async assign(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: assignmentBody }) { personId }: AssignmentBody,
  ) {
    const owner = personId === 'me' ? actor.personId : personId;
    return caseView(await this.handling.assign(actor, reference, owner));
  }

  @Get('wall')
  @Action({ permission: 'case:wall' })
  async showWall(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    const { found, members, candidates } = await this.walls.get(actor, reference);
    const named = ({ id, name }: { id: string; name: string }) => ({ personId: id, name });
    return {
      isWalled: found.isWalled,
      members: members.map(named),
      candidates: candidates.map(named),
    };
  }

  @Put('wall')
  @Action({ permission: 'case:wall', audit: 'case.walled-off' })
  async raiseWall(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: wallBody }) { members }: WallBody,
  ) {
    return caseView(await this.walls.raise(actor, reference, members));
  }

  @Delete('wall')
  @HttpCode(204)
  @Action({ permission: 'case:wall', audit: 'case.wall-lifted' })
  async liftWall(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<void> {
    await this.walls.lift(actor, reference);
  }

  @Post('closure')
  @Action({ permission: 'case:write', audit: 'case.closed' })
  async close(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: closureBody }) body: ClosureBody,
  ) {
    return caseView(await this.closing.close(actor, reference, body));
  }

  @Delete('closure')
  @Action({ permission: 'case:write', audit: 'case.reopened' })
  async reopen(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ) {
    return caseView(await this.closing.reopen(actor, reference));
  }
}

/** Reads `"3"`, the ETag of version 3. @throws DomainError `if-match-needed` */
function versionOf(ifMatch: string | undefined): number {
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch?.trim() ?? '')?.[1];
  if (version) return Number(version);
  throw new DomainError(
    'precondition-failed',
    'if-match-needed',
    'Send If-Match with the version of the case that you read.',
  );
}
