import { Conflict } from '#kernel';
import type { Case } from '../case.js';

/** @throws Conflict `case-closed` where nothing may be changed any more. */
export function requireOpen(found: Pick<Case, 'state'>): void {
  if (found.state === 'open') return;
  throw new Conflict('case-closed', 'This case is closed. Open it again before you change it.');
}
