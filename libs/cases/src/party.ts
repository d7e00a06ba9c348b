import type { Id } from '#kernel';

/** The part that somebody besides doctor and staff plays in a case, in words. */
export const PARTY_ROLES = {
  complainant: 'Complainant, or the one who posted',
  relative: 'Relative or friend of the patient',
  colleague: 'Colleague of the doctor',
  journalist: 'Journalist',
  solicitor: 'Solicitor',
  counsel: 'Counsel',
  manager: 'Manager at the place of work',
  supervisor: 'Supervisor',
  responsible_officer: 'Responsible officer',
  liaison_adviser: 'Employer liaison adviser of the regulator',
  union_representative: 'Representative of a union or professional body',
  other: 'Somebody else',
} as const;
export type PartyRole = keyof typeof PARTY_ROLES;

/** What is known of a party; sealed as one. */
export interface PartyDetails {
  readonly name: string;
  /** To the patient or the doctor: `daughter`; empty when not known. */
  readonly relation: string;
  /** Phone, e-mail or address in words. */
  readonly contact: string;
  /** Whether this person is the patient. */
  readonly isPatient: boolean;
  /** Whether this person may be told about the patient. */
  readonly hasAuthority: boolean;
}

/** Somebody who has a part in a case, opened. */
export interface Party extends PartyDetails {
  readonly id: Id;
  readonly role: PartyRole;
  readonly addedAt: Date;
}
