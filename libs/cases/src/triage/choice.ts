import { Invalid } from '#kernel';
import { RULE_PACK, type RouteId } from '#triage';
import type { NextStep } from '../case.js';
import type { Advice } from './triage.js';

/** Routes on which nothing is written to anybody: what follows is looking after the case. */
const WITHOUT_DRAFT: ReadonlySet<RouteId> = new Set(['monitor']);

/** What a person wants to do about advice: everything left out is as recommended. */
export interface RouteChoice {
  readonly route?: RouteId | undefined;
  readonly also?: readonly RouteId[] | undefined;
  readonly reason?: string | undefined;
}

/** A choice that is allowed. */
export interface RouteDecision {
  readonly route: RouteId;
  readonly also: readonly RouteId[];
  readonly isOverride: boolean;
  readonly reason: string | null;
}

/** Every route that a person may choose: all but those that the rules bar. */
export function routesOpen(advice: Pick<Advice, 'never'>): readonly RouteId[] {
  return RULE_PACK.routes.map(({ id }) => id).filter((id) => !advice.never.includes(id));
}

/**
 * Turns a choice into a decision: advice adopted, or overridden with a reason.
 *
 * @throws Invalid `route-barred`, `routes-exclude-each-other`, `reason-needed`
 */
export function decideRoute(advice: Advice, choice: RouteChoice): RouteDecision {
  const route = choice.route ?? advice.primary;
  const also = (choice.also ?? advice.also).filter((one) => one !== route);
  refuseBarred(advice, [route, ...also]);
  refuseOpposites([route, ...also]);
  const isOverride = route !== advice.primary || !isSameSet(also, advice.also);
  const reason = choice.reason?.trim() ?? '';
  if (isOverride && reason === '') {
    throw refused('reason-needed', 'reason', 'Say why this case should not go the way advised');
  }
  return { route, also, isOverride, reason: reason === '' ? null : reason };
}

/** What has to be done after a decision. */
export function nextStepOf({ route, also }: Pick<RouteDecision, 'route' | 'also'>): NextStep {
  return [route, ...also].some((one) => !WITHOUT_DRAFT.has(one)) ? 'draft' : 'follow-up';
}

function refuseBarred(advice: Advice, routes: readonly RouteId[]): void {
  const barred = routes.find((route) => advice.never.includes(route));
  if (barred === undefined) return;
  const by = advice.overruled.find(({ route }) => route === barred)?.barredBy ?? [];
  const why = advice.rules.find(({ id }) => by.includes(id))?.why;
  const words = `“${nameOfRoute(barred)}” is ruled out in this case and cannot be chosen.`;
  throw refused('route-barred', 'route', why === undefined ? words : `${words} ${why}`);
}

function refuseOpposites(routes: readonly RouteId[]): void {
  if (!routes.includes('acknowledge_signpost') || !routes.includes('no_engagement')) return;
  throw refused(
    'routes-exclude-each-other',
    'also',
    'A public acknowledgement and no engagement exclude each other. Choose one of them.',
  );
}

/** The name of a route in words. */
export function nameOfRoute(route: string): string {
  return RULE_PACK.routes.find(({ id }) => id === route)?.name ?? route;
}

function refused(code: string, field: string, message: string): Invalid {
  return new Invalid(code, message, [{ field, message }]);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}
