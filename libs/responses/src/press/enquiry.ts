import { DomainError, type Id, Invalid, type FieldFault } from '#kernel';

/** The states of a journalist's enquiry. */
export const ENQUIRY_STATES = ['open', 'answered', 'closed'] as const;
export type EnquiryState = (typeof ENQUIRY_STATES)[number];

/** What is kept sealed of an enquiry: who asked, how to reach them, and what they asked. */
export interface EnquiryWords {
  readonly journalist: string;
  /** Phone or e-mail in words. */
  readonly contact: string;
  readonly asked: string;
}

/** An enquiry in a list: nothing that is sealed. */
export interface EnquiryRow {
  readonly id: Id;
  readonly outlet: string;
  readonly receivedAt: Date;
  /** By when the journalist wants an answer; null when they did not say. */
  readonly deadlineAt: Date | null;
  readonly state: EnquiryState;
  readonly answeredAt: Date | null;
  readonly loggedByName: string;
  readonly version: number;
}

/** An enquiry, opened. */
export interface Enquiry extends EnquiryRow, EnquiryWords {
  /** What was said to the journalist, or why the enquiry was closed without an answer; null while it is open. */
  readonly ending: string | null;
  readonly endedByName: string | null;
  readonly endedAt: Date | null;
}

/** Longest text of a question or an answer, in UTF-16 code units. */
export const ENQUIRY_LENGTH = 5_000;

/** The enquiry is not one that can still be answered or closed. */
export class EnquiryEnded extends DomainError {
  override readonly name = 'EnquiryEnded';
  constructor() {
    super('conflict', 'enquiry-ended', 'This enquiry has been answered or closed already.');
  }
}

/**
 * Holds the times of an enquiry to what can be.
 *
 * @throws Invalid `enquiry-times-wrong` at `receivedAt` or `deadlineAt`
 */
export function assertTimes(
  { receivedAt, deadlineAt }: Pick<EnquiryRow, 'receivedAt' | 'deadlineAt'>,
  now: Date,
): void {
  const faults: FieldFault[] = [];
  if (receivedAt > now) {
    faults.push({ field: 'receivedAt', message: 'Enter a time that is not in the future' });
  }
  if (deadlineAt && deadlineAt < receivedAt) {
    faults.push({ field: 'deadlineAt', message: 'The deadline is before the enquiry came' });
  }
  if (faults.length > 0) throw wrongTimes(faults);
}

/** When an answer was given: after the enquiry came, and not in the future. @throws Invalid `enquiry-times-wrong` */
export function assertAnswered(
  answeredAt: Date,
  { receivedAt }: Pick<EnquiryRow, 'receivedAt'>,
  now: Date,
): void {
  const message =
    answeredAt > now ? 'Enter a time that is not in the future' : 'That is before the enquiry came';
  if (answeredAt > now || answeredAt < receivedAt) {
    throw wrongTimes([{ field: 'answeredAt', message }]);
  }
}

/** By when the first of the open enquiries is to be answered; undefined where none says. */
export function firstDue(
  enquiries: readonly Pick<EnquiryRow, 'state' | 'receivedAt' | 'deadlineAt'>[],
): { receivedAt: Date; deadlineAt: Date } | undefined {
  return enquiries
    .flatMap(({ state, receivedAt, deadlineAt }) =>
      state === 'open' && deadlineAt ? [{ receivedAt, deadlineAt }] : [],
    )
    .sort((one, other) => one.deadlineAt.getTime() - other.deadlineAt.getTime())[0];
}

export function wrongTimes(faults: readonly FieldFault[]): Invalid {
  return new Invalid('enquiry-times-wrong', faults[0]!.message, [...faults]);
}
