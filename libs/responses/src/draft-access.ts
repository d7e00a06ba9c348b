import { type Case, isPressCase } from '#cases';
import { type Actor, can } from '#identity';
import { Forbidden } from '#kernel';
import type { Draft } from './draft.js';
import { isPressStatement } from './draft-sides.js';

/**
 * Whether a draft is there for a person: caseworkers see all drafts of a case, the press office the press statements
 * of press cases and nothing else.
 */
export function isInSight(actor: Actor, draft: Pick<Draft, 'audience'>, found: Case): boolean {
  if (can(actor, 'case:read')) return true;
  return can(actor, 'case:read-press') && isPressStatement(draft) && isPressCase(found);
}

/** The rights to write: texts of all kinds, or statements to the press. */
export const WRITERS = ['draft:write', 'press:write'] as const;

/** Whether a person may write texts for these readers. */
export function mayWrite(actor: Actor, draft: Pick<Draft, 'audience'>): boolean {
  return can(actor, 'draft:write') || (can(actor, 'press:write') && isPressStatement(draft));
}

/** @throws Forbidden `permission-missing` */
export function requireWriter(actor: Actor, draft: Pick<Draft, 'audience'>): void {
  if (!mayWrite(actor, draft)) throw new Forbidden('permission-missing');
}

/** Those who may know of a case `c` at all; null where every caseworker may. */
export const WALL_MEMBERS = `case when c.is_walled then array(
  select m.person_id from wall_member m
   where m.organisation_id = c.organisation_id and m.case_id = c.id) end`;
