import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { KnowledgeModule } from '#knowledge';
import { CaseDeadlinesApi } from '../../api/triage/case-deadlines.api.controller.js';
import { TriageApi } from '../../api/triage/triage.api.controller.js';
import { CaseGuidance } from '../guidance/case-guidance.js';
import { DeadlinePages } from './deadlines.pages.controller.js';
import { DecisionPages } from './decision.pages.controller.js';
import { TriagePages } from './triage.pages.controller.js';

/** Triage of a case, decisions and running clocks, for people and programs. */
@Module({
  imports: [CasesModule, KnowledgeModule],
  controllers: [TriagePages, DecisionPages, DeadlinePages, TriageApi, CaseDeadlinesApi],
  providers: [CaseGuidance],
})
export class TriageWebModule {}
