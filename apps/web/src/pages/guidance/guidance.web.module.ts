import { Module } from '@nestjs/common';
import { ResponsesModule } from '#responses';
import { EmployerPoliciesApi } from '../../api/guidance/employer-policies.api.controller.js';
import { GuidanceApi } from '../../api/guidance/guidance.api.controller.js';
import { OrganisationApi } from '../../api/guidance/organisation.api.controller.js';
import { EmployersPages } from './employers.pages.controller.js';
import { GuidancePages } from './guidance.pages.controller.js';
import { OrganisationPages } from './organisation.pages.controller.js';
import { SupportPages } from './support.pages.controller.js';

/** Guidance, policies of employers, support and the contacts of the organisation: pages and API. */
@Module({
  imports: [ResponsesModule],
  controllers: [
    GuidancePages,
    EmployersPages,
    SupportPages,
    OrganisationPages,
    GuidanceApi,
    EmployerPoliciesApi,
    OrganisationApi,
  ],
})
export class GuidanceWebModule {}
