import { SetMetadata } from '@nestjs/common';
import type { Permission } from '#identity';

/** Who may use a route: a right, anybody who is signed in, or anybody at all. */
export type RoutePermission = Permission | 'signed-in' | 'public';

/** What each route states about itself. */
export interface RouteAction {
  readonly permission: RoutePermission | readonly Permission[];
  /** Action of the audit event that the service records; null for what changes and reveals nothing. */
  readonly audit: string | null;
}

export const ACTION = Symbol('action');

/** States who may use a route and what it leaves in the audit trail. A route without one does not start. */
export function Action(action: {
  /** Several rights: any of them is enough to come in; the service decides about the rest. */
  permission: RouteAction['permission'];
  audit?: string | null;
}): MethodDecorator {
  return SetMetadata(ACTION, { audit: null, ...action } satisfies RouteAction);
}
