import { Global, Module } from '@nestjs/common';
import { Absences } from './absences.service.js';
import { AuditReading } from './administration/audit-reading.service.js';
import { FailedJobs } from './administration/failed-jobs.service.js';
import { PasswordReset } from './administration/password-reset.service.js';
import { PeopleAdministration } from './administration/people-administration.service.js';
import { PeopleRepository } from './administration/people.repository.js';
import { ApiTokensService } from './api-tokens.service.js';
import { Correspondents } from './correspondents.service.js';
import { DemoService } from './demo.service.js';
import { OrganisationKeys } from './organisation-keys.js';
import { OrganisationSettings } from './organisation-settings.service.js';
import { OwnAccount } from './own-account.service.js';
import { PeopleService } from './people.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInFailures } from './sign-in-failures.repository.js';
import { SignInService } from './sign-in.service.js';

const SERVICES = [
  Absences,
  ApiTokensService,
  AuditReading,
  Correspondents,
  DemoService,
  FailedJobs,
  OrganisationKeys,
  OrganisationSettings,
  OwnAccount,
  PasswordReset,
  PeopleAdministration,
  PeopleService,
  SessionsRepository,
  SignInService,
];

/** Who people are and what they may do. */
@Global()
@Module({ providers: [...SERVICES, PeopleRepository, SignInFailures], exports: SERVICES })
export class IdentityModule {}
