import { Module } from '@nestjs/common';
import { RulePackComparison } from './rule-packs/rule-pack-comparison.service.js';
import { RulePackEditingService } from './rule-packs/rule-pack-editing.service.js';
import { RulePackInForce } from './rule-packs/rule-pack-in-force.js';
import { RulePackPublishingService } from './rule-packs/rule-pack-publishing.service.js';
import { RulePackReadingService } from './rule-packs/rule-pack-reading.service.js';
import { RulePacksAtWork } from './rule-packs/rule-packs-at-work.js';
import { RulePackRepository } from './rule-packs/rule-pack.repository.js';

const SERVICES = [
  RulePackComparison,
  RulePackEditingService,
  RulePackInForce,
  RulePackPublishingService,
  RulePackReadingService,
];

/** Which version of what an organisation may change is in force, and how another one comes into force. */
@Module({ providers: [...SERVICES, RulePackRepository, RulePacksAtWork], exports: SERVICES })
export class KnowledgeModule {}
