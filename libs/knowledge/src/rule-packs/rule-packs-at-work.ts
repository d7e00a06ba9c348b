import { Injectable } from '@nestjs/common';
import { RulePackInForce } from './rule-pack-in-force.js';
import { RulePackRepository } from './rule-pack.repository.js';

/** The versions and which of them is in force: what everybody needs who changes that. */
@Injectable()
export class RulePacksAtWork {
  constructor(
    readonly packs: RulePackRepository,
    readonly inForce: RulePackInForce,
  ) {}
}
