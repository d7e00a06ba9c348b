import { Module } from '@nestjs/common';
import { ReportingModule } from '#reporting';
import { ExportsApi } from '../../api/exports/exports.api.controller.js';
import { ReportsApi } from '../../api/reports/reports.api.controller.js';
import { ExportsPages } from '../exports/exports.pages.controller.js';
import { ReportsPages } from './reports.pages.controller.js';

/** Reports and exports, for people and for programs. */
@Module({
  imports: [ReportingModule],
  controllers: [ReportsPages, ExportsPages, ReportsApi, ExportsApi],
})
export class ReportsWebModule {}
