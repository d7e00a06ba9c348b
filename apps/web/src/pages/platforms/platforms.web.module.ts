import { Module } from '@nestjs/common';
import { PlatformsApi } from '../../api/platforms/platforms.api.controller.js';
import { PlatformsPages } from './platforms.pages.controller.js';

/** Platform packs: pages and API. */
@Module({ controllers: [PlatformsPages, PlatformsApi] })
export class PlatformsWebModule {}
