import { Controller, Get } from '@nestjs/common';
import { PeopleService } from '#identity';
import { Clock } from '#kernel';
import { Action } from '../../http/action.js';
import { publicHelp } from '../../pages/requests/public-help.view.js';
import { todayOn } from '../../views/filters.js';

/** The help that anybody may have, member or not. */
@Controller('api/v1/public-help')
export class PublicHelpApi {
  constructor(
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'public' })
  async show() {
    return publicHelp(await this.people.listOrganisations(), todayOn(this.clock.now()));
  }
}
