import { Module } from '@nestjs/common';
import { CasesModule } from '#cases';
import { KnowledgeModule } from '#knowledge';
import { RulePacksApi } from '../../api/rules/rule-packs.api.controller.js';
import { GuidancePages } from './guidance.pages.controller.js';
import { RuleEditingPages } from './rule-editing.pages.controller.js';
import { RulePacksPages } from './rule-packs.pages.controller.js';

/** The rules in force, and versions that are prepared, proposed and published. */
@Module({
  imports: [CasesModule, KnowledgeModule],
  controllers: [GuidancePages, RulePacksPages, RuleEditingPages, RulePacksApi],
})
export class RulesWebModule {}
