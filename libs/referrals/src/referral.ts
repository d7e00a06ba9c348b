import { Conflict, type Id, Invalid } from '#kernel';
import type { RouteId } from '#triage';

export const REFERRAL_STATES = ['decided', 'sent', 'answered', 'withdrawn'] as const;
/** Decided by a person, sent on by a person, and then answered or withdrawn. */
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** The routes on which something is handed to somebody else, in words. */
export const REFERRAL_ROUTES = {
  moderator_report: 'Moderators of the platform',
  platform_legal_notice: 'Legal notice to the platform',
  police_report: 'Police',
  press_office: 'Press office',
  data_protection: 'Data protection officer',
  employer_ro: 'Employer or responsible officer',
  regulator_advice: 'Regulator, or advice about one',
  safeguarding: 'Safeguarding lead',
  wellbeing_support: 'Support for the doctor',
  indemnity_scope_check: 'Indemnity or membership team',
} as const satisfies Partial<Record<RouteId, string>>;
export type ReferralRoute = keyof typeof REFERRAL_ROUTES;

/** Something that was handed, or is to be handed, to somebody outside the casework. */
export interface Referral {
  readonly id: Id;
  readonly route: ReferralRoute;
  readonly recipient: string;
  readonly reason: string;
  readonly state: ReferralState;
  /** What the recipient calls it; empty when they gave none. */
  readonly theirReference: string;
  /** Civil date. */
  readonly sentOn: string | null;
  /** Civil date. */
  readonly answeredOn: string | null;
  readonly outcome: string;
  /** The person who made it. There is always one. */
  readonly decidedByName: string;
  readonly decidedAt: Date;
  readonly version: number;
}

/** What a person says who makes a referral. */
export interface NewReferral {
  route: ReferralRoute;
  /** 1 to 200 characters. */
  recipient: string;
  /** 1 to 5,000 characters. */
  reason: string;
}

/** A referral as it is written: with the signed worksheet that it rests on, where it rests on one. */
export interface ReferralToWrite extends NewReferral {
  readonly id: Id;
  readonly worksheetId: Id | null;
}

/** What comes next after each state. */
export const REFERRAL_STEPS: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  decided: ['sent', 'withdrawn'],
  sent: ['answered', 'withdrawn'],
  answered: [],
  withdrawn: [],
};

const STATE_WORDS: Record<ReferralState, string> = {
  decided: 'has not been sent yet',
  sent: 'has been sent',
  answered: 'has been answered',
  withdrawn: 'was withdrawn',
};

/** @throws Conflict `referral-step-wrong` when a state does not follow the other. */
export function assertStep(from: ReferralState, to: ReferralState): void {
  if (REFERRAL_STEPS[from].includes(to)) return;
  throw new Conflict('referral-step-wrong', `This referral ${STATE_WORDS[from]}.`, { state: from });
}

/**
 * A referral follows a decision: its route is one of those decided for the case.
 *
 * @throws Invalid `route-not-decided`
 */
export function assertDecided(
  { primaryRoute, alsoRoutes }: { primaryRoute: string | null; alsoRoutes: readonly string[] },
  route: ReferralRoute,
): void {
  if (primaryRoute === route || alsoRoutes.includes(route)) return;
  const message = 'Decide this route for the case first, then make the referral';
  throw new Invalid('route-not-decided', message, [{ field: 'route', message }]);
}

/** Days run forward, and none lies ahead. @throws Invalid `referral-date-wrong` */
export function assertDay(
  field: string,
  on: string,
  limits: { from: string; today: string },
): void {
  const message =
    on > limits.today
      ? 'The day cannot be in the future'
      : on < limits.from
        ? 'The day cannot be before the step that came first'
        : undefined;
  if (message) throw new Invalid('referral-date-wrong', message, [{ field, message }]);
}
