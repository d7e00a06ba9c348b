import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { CaseDeadlinesApi } from '../../api/triage/case-deadlines.api.controller.js';
import { TriageApi } from '../../api/triage/triage.api.controller.js';

/** Triage of a case, decisions and running clocks, for people and programs. */
@Module({
  imports: [CasesModule],
  controllers: [TriageApi, CaseDeadlinesApi],
})
export class TriageWebModule {}
