import type { OrganisationKind } from '#identity';
import { Conflict, Invalid } from '#kernel';

/** How the doctor of a case stands to the organisation, in words. */
export const STANDINGS = {
  member: 'A member',
  lapsed: 'A member until some time ago',
  'not-member': 'Not a member',
  'not-asked': 'Not asked: the organisation is the employer',
} as const;
export type Standing = keyof typeof STANDINGS;

/** What is known of the doctor's membership. */
export interface Membership {
  readonly standing: Standing;
  /** Another defence organisation that may advise the doctor; empty where there is none. */
  readonly otherOrganisation: string;
  /** How it was found out. */
  readonly checkedHow: string;
  readonly checkedByName: string;
  readonly checkedAt: Date;
  readonly version: number;
}

/** What a person says who checked it. */
export type MembershipCheck = Pick<Membership, 'standing' | 'otherOrganisation' | 'checkedHow'> & {
  /** As it was read; 0 where nothing was recorded yet. */
  readonly version: number;
};

/** What is given to everybody, member or not: nobody is left alone with a danger. */
export const GIVEN_TO_ALL: readonly string[] = [
  'safeguarding',
  'police_report',
  'wellbeing_support',
];

/** The standings that can be recorded: a defence organisation has members, an employer has none. */
export function standingsIn(kind: OrganisationKind): readonly Standing[] {
  return kind === 'mdo' ? ['member', 'lapsed', 'not-member'] : ['not-asked'];
}

/** @throws Invalid `standing-wrong` at `standing` */
export function assertStanding(kind: OrganisationKind, standing: Standing): void {
  if (standingsIn(kind).includes(standing)) return;
  const message =
    kind === 'mdo' ? 'Say whether the doctor is a member' : 'An employer has no members';
  throw new Invalid('standing-wrong', message, [{ field: 'standing', message }]);
}

/**
 * What is done on a case for members alone. A lapsed membership is the scope check's to weigh.
 *
 * @throws Conflict `public-help-only`
 */
export function assertNoStranger(membership: Pick<Membership, 'standing'> | undefined): void {
  if (membership?.standing !== 'not-member') return;
  throw new Conflict(
    'public-help-only',
    'The doctor is not a member. Give them the public help, and hand them over to who can advise them.',
  );
}
