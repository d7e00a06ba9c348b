import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CaseReadingService, WallsService, type WallPerson } from '#cases';
import { type Actor, ROLE_NAMES } from '#identity';
import { type CaseParams, type WallBody, wallBody } from '../../api/casework/casework.dto.js';
import { Action } from '../../http/action.js';
import { referenceParams } from '../../http/field-schemas.js';
import { FormOf } from '../../http/form-redisplay.js';
import type { PageView } from '../../http/page-renderer.js';
import { CurrentActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';
import { caseBarOf } from '../cases/cases.view.js';

/** Who may see a case. */
@Controller('cases/:reference')
export class WallPages {
  constructor(
    private readonly reading: CaseReadingService,
    private readonly walls: WallsService,
  ) {}

  @Get('wall')
  @Action({ permission: 'case:wall' })
  @View('cases/wall')
  async showWall(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<PageView> {
    const overview = await this.reading.overview(actor, reference);
    const { found, members, candidates } = await this.walls.get(actor, reference);
    return {
      page: { title: 'Who may see this case' },
      caseBar: caseBarOf(found, '', overview),
      base: `/cases/${reference}`,
      isWalled: found.isWalled,
      people: candidates.filter(({ id }) => id !== actor.personId).map(personOption),
      values: { members: members.map(({ id }) => id) },
    };
  }

  @Post('wall')
  @Action({ permission: 'case:wall', audit: 'case.walled-off' })
  @FormOf('/cases/:reference/wall')
  async raiseWall(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
    @Body({ schema: wallBody }) { members }: WallBody,
  ): Promise<SeeOther> {
    await this.walls.raise(actor, reference, members);
    return seeOther(`/cases/${reference}`, 'Only the people chosen, and you, can see this case.');
  }

  @Post('wall/lifting')
  @Action({ permission: 'case:wall', audit: 'case.wall-lifted' })
  @FormOf('/cases/:reference/wall')
  async liftWall(
    @CurrentActor() actor: Actor,
    @Param({ schema: referenceParams }) { reference }: CaseParams,
  ): Promise<SeeOther> {
    await this.walls.lift(actor, reference);
    return seeOther(`/cases/${reference}`, 'All who work on cases can see this case again.');
  }
}

function personOption({ id, name, role }: WallPerson) {
  return { value: id, text: name, hint: ROLE_NAMES[role] };
}
