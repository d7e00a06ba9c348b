import { Controller, Get } from '@nestjs/common';
import { PeopleService } from '#identity';
import { Clock } from '#kernel';
import { Action } from '../../http/action.js';
import type { PageView } from '../../http/page-renderer.js';
import { View } from '../../http/view.interceptor.js';
import { todayOn } from '../../views/filters.js';
import { publicHelp } from './public-help.view.js';

/** What a doctor is given who is a member of none of the organisations here. */
@Controller('public-help')
export class PublicHelpPages {
  constructor(
    private readonly people: PeopleService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Action({ permission: 'public' })
  @View('public-help')
  async show(): Promise<PageView> {
    const help = publicHelp(await this.people.listOrganisations(), todayOn(this.clock.now()));
    return { page: { title: 'Help that anybody may have' }, ...help };
  }
}
