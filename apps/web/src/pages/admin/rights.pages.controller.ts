import { Controller, Get } from '@nestjs/common';
import { Action } from '../../http/action.js';
import type { PageView } from '../../http/page-renderer.js';
import { View } from '../../http/view.interceptor.js';
import { rightsView } from './rights.view.js';

/** Who may do what, as the program itself decides it. */
@Controller()
export class RightsPages {
  @Get('admin/rights')
  @Action({ permission: 'person:manage' })
  @View('admin/rights')
  show(): PageView {
    return rightsView();
  }
}
