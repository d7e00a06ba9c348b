import { Conflict, type Id, Invalid } from '#kernel';
import type { ProceedingKind } from './proceeding.js';

/** The sorts of hearing, each in words and in the proceedings where it is held. */
export const HEARING_KINDS = {
  'interim-orders': { text: 'Interim orders hearing', of: 'regulator' },
  tribunal: { text: 'Tribunal hearing', of: 'regulator' },
  review: { text: 'Review hearing', of: 'regulator' },
  disciplinary: { text: 'Disciplinary hearing', of: 'employer' },
  appeal: { text: 'Appeal hearing', of: 'employer' },
  panel: { text: 'Panel', of: 'training' },
  inquest: { text: 'Inquest hearing', of: 'inquest' },
  trial: { text: 'Trial', of: 'claim' },
  court: { text: 'Court hearing', of: 'police' },
} as const satisfies Readonly<Record<string, { text: string; of: ProceedingKind }>>;
export type HearingKind = keyof typeof HEARING_KINDS;

export const HEARING_STATES = ['listed', 'adjourned', 'held', 'vacated'] as const;
/** Listed for a day; put off without a day; held; or it does not take place at all. */
export type HearingState = (typeof HEARING_STATES)[number];

/** A hearing of a tribunal, a court or a panel. */
export interface Hearing {
  readonly id: Id;
  readonly proceedingId: Id;
  readonly kind: HearingKind;
  readonly state: HearingState;
  /** Null while it is put off without a day. */
  readonly beginsAt: Date | null;
  /** Civil date of the last day; null where it is not known. */
  readonly endsOn: string | null;
  readonly venue: string;
  /** Whether anybody may listen. */
  readonly isPublic: boolean;
  readonly representative: string;
  /** What was decided, or why it does not take place; empty before. */
  readonly outcome: string;
  readonly version: number;
}

/** A time that a hearing was put off. */
export interface Adjournment {
  readonly fromAt: Date | null;
  /** Null where no new day was set. */
  readonly toAt: Date | null;
  readonly reason: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

/** A hearing with all that became of it. */
export interface HearingEntry extends Hearing {
  readonly adjournments: readonly Adjournment[];
}

/** What a notice of hearing says. */
export interface NewHearing {
  readonly kind: HearingKind;
  /** Day and time on the clock on the wall of the case's nation: `2026-11-25T09:30`. */
  readonly begins: string;
  readonly endsOn: string | null;
  readonly venue: string;
  readonly isPublic: boolean;
  readonly representative: string;
}

/** What the doctor is told of a hearing. */
export type HearingForDoctor = Pick<
  Hearing,
  'kind' | 'state' | 'beginsAt' | 'endsOn' | 'venue' | 'isPublic' | 'representative'
>;

/** The clock of a kind of hearing: interim orders have their own. */
export function clockOf(kind: HearingKind): 'iot_hearing_date' | 'hearing_date' {
  return kind === 'interim-orders' ? 'iot_hearing_date' : 'hearing_date';
}

/** @throws Invalid `hearing-of-other-proceedings` at `kind`, `hearing-ends-before` at `endsOn` */
export function assertNotice(
  { kind, begins, endsOn }: Pick<NewHearing, 'kind' | 'begins' | 'endsOn'>,
  of: ProceedingKind,
): void {
  if (HEARING_KINDS[kind].of !== of) {
    const message = 'These proceedings have no such hearing';
    throw new Invalid('hearing-of-other-proceedings', message, [{ field: 'kind', message }]);
  }
  if (endsOn !== null && endsOn < begins.slice(0, 10)) {
    const message = 'The last day cannot be before the first';
    throw new Invalid('hearing-ends-before', message, [{ field: 'endsOn', message }]);
  }
}

/** @throws Conflict `hearing-ended`, `hearing-changed` */
export function assertMayChange({ state, version }: Hearing, seen: number): void {
  if (version !== seen) {
    throw new Conflict('hearing-changed', 'Somebody else changed this hearing first.', { version });
  }
  if (state === 'held' || state === 'vacated') {
    throw new Conflict('hearing-ended', 'This hearing is over.', { state });
  }
}
