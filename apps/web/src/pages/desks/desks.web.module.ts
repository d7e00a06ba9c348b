import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { DataProtectionCasesApi } from '../../api/desks/desks.api.controller.js';
import { DataProtectionPages } from './desks.pages.controller.js';

/** The desk of the data protection officer: pages and API. */
@Module({
  imports: [CasesModule],
  controllers: [DataProtectionPages, DataProtectionCasesApi],
})
export class DesksWebModule {}
