import { Controller, Get } from '@nestjs/common';
import type { Actor } from '#identity';
import { Action } from '../../http/action.js';
import { homeOf } from '../../http/navigation.js';
import type { PageView } from '../../http/page-renderer.js';
import { MaybeActor } from '../../http/request-context.js';
import { type SeeOther, seeOther, View } from '../../http/view.interceptor.js';

/** The door, and the pages that everybody may read. */
@Controller()
export class HomePages {
  /** Sends each role to where its work is; somebody unknown to the page for doctors in need. */
  @Get()
  @Action({ permission: 'public' })
  home(@MaybeActor() actor: Actor | undefined): SeeOther {
    return seeOther(actor ? homeOf(actor) : '/requests/new');
  }

  @Get('help')
  @Action({ permission: 'public' })
  @View('help')
  help(): PageView {
    return { page: { title: 'Help' } };
  }

  @Get('accessibility')
  @Action({ permission: 'public' })
  @View('accessibility')
  accessibility(): PageView {
    return { page: { title: 'Accessibility' } };
  }

  @Get('privacy')
  @Action({ permission: 'public' })
  @View('privacy')
  privacy(): PageView {
    return { page: { title: 'Privacy' } };
  }
}
