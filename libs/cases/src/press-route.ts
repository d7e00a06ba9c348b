import type { Case } from './case.js';

/** The route that makes a case one of the press office's. */
export const PRESS_ROUTE = 'press_office';

type Routes = Pick<Case, 'primaryRoute' | 'alsoRoutes'>;

/** Whether a route was decided for a case, as the first or besides. */
export function isOnRoute({ primaryRoute, alsoRoutes }: Routes, route: string): boolean {
  return [primaryRoute, ...alsoRoutes].includes(route);
}

/** Whether a case was decided to go to the press office. */
export function isPressCase(found: Routes): boolean {
  return isOnRoute(found, PRESS_ROUTE);
}
