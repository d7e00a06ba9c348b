export * from './actor.js';
export { ApiTokensService, type ApiToken, type NewApiToken } from './api-tokens.service.js';
export { DemoService, type DemoSignIn } from './demo.service.js';
export { IdentityModule } from './identity.module.js';
export { OrganisationKeys } from './organisation-keys.js';
export { PASSWORD_LENGTH } from './passwords.js';
export {
  type NewPerson,
  type Organisation,
  type OrganisationContacts,
  PeopleService,
  type PersonSummary,
} from './people.service.js';
export * from './permissions.js';
export { SessionsRepository, type StoredSession } from './sessions.repository.js';
export { SignInService } from './sign-in.service.js';
