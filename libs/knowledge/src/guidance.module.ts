import { Global, Module } from '@nestjs/common';
import { EmployerPolicies } from './employers/employer-policies.service.js';
import { GuidanceRepository } from './guidance/guidance.repository.js';
import { GuidanceReviews } from './guidance/guidance-reviews.service.js';
import { LinkCheckRepository } from './guidance/link-check.repository.js';
import { LinkChecks } from './guidance/link-checks.service.js';
import { SupportDirectory } from './support/support-directory.service.js';

const SERVICES = [EmployerPolicies, GuidanceReviews, LinkChecks, SupportDirectory];

/** What an organisation knows of guidance besides what is shipped. */
@Global()
@Module({ providers: [...SERVICES, GuidanceRepository, LinkCheckRepository], exports: SERVICES })
export class GuidanceModule {}
