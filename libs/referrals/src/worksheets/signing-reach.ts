import type { Permission } from '#identity';
import { WORKSHEET_KINDS } from './data/index.js';
import type { Desk, WorksheetKind } from './kind.js';

/** What a person holds, as far as signing asks. */
export interface SignerRights {
  readonly permissions: ReadonlySet<Permission>;
}

/** A kind that a person reaches: on every case, or on those of a route alone. */
export interface ReachedKind {
  readonly kind: string;
  /** Null where it is reached on every case. */
  readonly route: Desk | null;
}

const DESK_RIGHTS: Record<Desk, Permission> = {
  press_office: 'case:read-press',
  data_protection: 'case:read-data-protection',
};

/** On which cases a person finds worksheets of a kind; undefined where on none. */
export function reachedWith(
  { permissions }: SignerRights,
  { id, desk }: Pick<WorksheetKind, 'id' | 'desk'>,
): ReachedKind | undefined {
  if (permissions.has('case:read')) return { kind: id, route: null };
  return desk && permissions.has(DESK_RIGHTS[desk]) ? { kind: id, route: desk } : undefined;
}

/** The kinds that a person finds. @param isToSign only those that the person has the right to sign off. */
export function kindsReached(rights: SignerRights, isToSign: boolean): readonly ReachedKind[] {
  return WORKSHEET_KINDS.filter(
    ({ signOff }) => !isToSign || rights.permissions.has(signOff.right),
  ).flatMap((kind) => reachedWith(rights, kind) ?? []);
}
