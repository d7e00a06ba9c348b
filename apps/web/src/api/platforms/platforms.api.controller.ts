import { Controller, Get, Param } from '@nestjs/common';
import { civilDateIn } from '#deadlines';
import { listPlatforms } from '#guidance';
import { Clock } from '#kernel';
import { Action } from '../../http/action.js';
import { platformAnswer, platformRowAnswer } from './platforms.answers.js';
import { type PlatformParams, platformParams, requirePlatform } from './platforms.dto.js';

/** What is known of each platform, for programs. */
@Controller('api/v1/platforms')
export class PlatformsApi {
  constructor(private readonly clock: Clock) {}

  @Get()
  @Action({ permission: 'case:read' })
  list() {
    const today = this.today();
    return { items: listPlatforms().map((pack) => platformRowAnswer(pack, today)), next: null };
  }

  @Get(':key')
  @Action({ permission: 'case:read' })
  show(@Param({ schema: platformParams }) { key }: PlatformParams) {
    return platformAnswer(requirePlatform(key), this.today());
  }

  private today(): string {
    return civilDateIn(this.clock.now(), 'Europe/London');
  }
}
