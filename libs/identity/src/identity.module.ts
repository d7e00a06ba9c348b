import { Global, Module } from '@nestjs/common';
import { ApiTokensService } from './api-tokens.service.js';
import { DemoService } from './demo.service.js';
import { OrganisationKeys } from './organisation-keys.js';
import { PeopleService } from './people.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SignInFailures } from './sign-in-failures.repository.js';
import { SignInService } from './sign-in.service.js';

const SERVICES = [
  ApiTokensService,
  DemoService,
  OrganisationKeys,
  PeopleService,
  SessionsRepository,
  SignInService,
];

/** Who people are and what they may do. */
@Global()
@Module({ providers: [...SERVICES, SignInFailures], exports: SERVICES })
export class IdentityModule {}
