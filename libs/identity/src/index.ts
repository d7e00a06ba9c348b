export {
  type Absence,
  Absences,
  type KnownAbsence,
  type SaidAbsence,
  type StoodInFor,
} from './absences.service.js';
export * from './actor.js';
export { AuditReading, type AuditQuery } from './administration/audit-reading.service.js';
export { FailedJobs } from './administration/failed-jobs.service.js';
export { type Correspondent, Correspondents, type RightHolder } from './correspondents.service.js';
export { PasswordReset } from './administration/password-reset.service.js';
export {
  type NewGrant,
  PeopleAdministration,
  type PersonChange,
} from './administration/people-administration.service.js';
export type { PeopleQuery, PersonRecord, RightGrant } from './administration/person-record.js';
export { ApiTokensService, type ApiToken, type NewApiToken } from './api-tokens.service.js';
export { DemoService, type DemoSignIn } from './demo.service.js';
export { IdentityModule } from './identity.module.js';
export { grantableTo } from './grantable-rights.js';
export { OrganisationKeys } from './organisation-keys.js';
export {
  OrganisationSettings,
  type SettingsOfOrganisation,
} from './organisation-settings.service.js';
export { OwnAccount } from './own-account.service.js';
export { hashPassword, PASSWORD_LENGTH } from './passwords.js';
export {
  type NewPerson,
  type Organisation,
  type OrganisationContacts,
  PeopleService,
  type PersonSummary,
} from './people.service.js';
export * from './permissions.js';
export { readablePassword } from './readable-password.js';
export { SessionsRepository, type StoredSession } from './sessions.repository.js';
export { SignInService } from './sign-in.service.js';
