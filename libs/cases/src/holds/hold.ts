import { type Id, Invalid, type PersonId } from '#kernel';

/** Who asked that something is kept as it is, in words. */
export const HOLD_ASKED_BY = {
  coroner: 'A coroner',
  police: 'The police',
  court: 'A court',
  regulator: 'A regulator',
  employer: 'An employer',
  papers: 'A request for papers: its worksheet says whose',
  own: 'Our own decision',
} as const;
export type HoldAskedBy = keyof typeof HOLD_ASKED_BY;

/** Days after which a hold that a step has set is looked at again. */
export const REVIEW_AFTER_DAYS = 28;

/** What a person says who sets a hold. */
export interface HoldPlan {
  /** The item of evidence that it is on; null where it is on the whole case. */
  readonly evidenceId: Id | null;
  readonly askedBy: HoldAskedBy;
  /** Of the notice or letter; empty where it has none. */
  readonly theirReference: string;
  readonly reason: string;
  /** Civil date from which it holds. */
  readonly fromOn: string;
  /** Civil date on which somebody looks whether it is still needed. */
  readonly reviewOn: string;
}

/** Something a person said about ending a hold. */
export interface HoldWords {
  readonly byName: string;
  readonly at: Date;
  readonly reason: string;
}

/** A hold: while it lasts, nothing that it covers is deleted. */
export interface Hold extends HoldPlan {
  readonly id: Id;
  readonly setByName: string;
  readonly setAt: Date;
  /** Who asks for it to be lifted; null where nobody does. */
  readonly liftAsked: (HoldWords & { readonly by: PersonId }) | null;
  /** The last time that a second look left it on; null where none did. */
  readonly keptOn: HoldWords | null;
  /** Null while it lasts. */
  readonly lifted: HoldWords | null;
  readonly version: number;
}

/** What stands in the way of changing or deleting what belongs to a case. */
export interface CaseKeeping {
  /** Items of evidence whose content is kept. */
  readonly sealedItems: number;
  /** Holds that last, on the case or on items of it. */
  readonly openHolds: number;
}

/** @param today by the clock of the case's nation. @throws Invalid `hold-wrong` at `fromOn`, `reviewOn` */
export function assertDates({ fromOn, reviewOn }: HoldPlan, today: string): void {
  const faults = [
    ...(fromOn > today
      ? [{ field: 'fromOn', message: 'The hold must begin today or before' }]
      : []),
    ...(reviewOn <= today ? [{ field: 'reviewOn', message: 'Choose a day after today' }] : []),
  ];
  if (faults.length > 0) throw new Invalid('hold-wrong', faults[0]!.message, faults);
}
