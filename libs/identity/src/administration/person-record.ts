import type { PersonId } from '#kernel';
import type { Permission, Role } from '../permissions.js';

/** A person as administrators see them. */
export interface PersonRecord {
  id: PersonId;
  name: string;
  email: string;
  role: Role;
  /** Rights granted by name, beyond those of the role. */
  extraRights: Permission[];
  isActive: boolean;
  createdAt: Date;
  /** Goes up by one with each change; a change names the version that it was made on. */
  version: number;
}

/** A grant of rights by name: what the person held from then on, and why. */
export interface RightGrant {
  rights: Permission[];
  reason: string;
  grantedByName: string;
  grantedAt: Date;
}

/** Which people a list shows. */
export interface PeopleQuery {
  role?: Role | undefined;
  /** Start of any word of the name. */
  q?: string | undefined;
  /** 1 to 100. */
  limit: number;
  cursor?: string | undefined;
}
