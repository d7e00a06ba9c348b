import { Controller, Get, Param } from '@nestjs/common';
import { civilDateIn } from '#deadlines';
import { Clock } from '#kernel';
import {
  type PlatformParams,
  platformParams,
  requirePlatform,
} from '../../api/platforms/platforms.dto.js';
import { Action } from '../../http/action.js';
import type { PageView } from '../../http/page-renderer.js';
import { View } from '../../http/view.interceptor.js';
import { platformsView, platformView } from './platforms.view.js';

/** What is known of each platform: how to report, on what grounds, how long it takes. */
@Controller('platforms')
export class PlatformsPages {
  constructor(private readonly clock: Clock) {}

  @Get()
  @Action({ permission: 'case:read' })
  @View('platforms/list')
  list(): PageView {
    return platformsView(this.today());
  }

  @Get(':key')
  @Action({ permission: 'case:read' })
  @View('platforms/show')
  show(@Param({ schema: platformParams }) { key }: PlatformParams): PageView {
    return platformView(requirePlatform(key), this.today());
  }

  private today(): string {
    return civilDateIn(this.clock.now(), 'Europe/London');
  }
}
