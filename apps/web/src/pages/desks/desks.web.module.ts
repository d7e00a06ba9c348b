import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { DataProtectionCasesApi, PressCasesApi } from '../../api/desks/desks.api.controller.js';
import { DataProtectionPages, PressPages } from './desks.pages.controller.js';

/** The desks of the press officer and of the data protection officer: pages and API. */
@Module({
  imports: [CasesModule],
  controllers: [PressPages, DataProtectionPages, PressCasesApi, DataProtectionCasesApi],
})
export class DesksWebModule {}
