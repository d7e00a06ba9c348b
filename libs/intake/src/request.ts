import type { NextStep } from '#cases';
import type { CaseId, Id, OrganisationId, PersonId } from '#kernel';
import type { RequestAnswers } from './request-answers.js';
import type { SelfHelpDone } from './self-help.js';

export const REQUEST_STATES = ['begun', 'sent', 'accepted', 'declined'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** A doctor's call for help, before and after it has become a case. */
export interface DoctorRequest {
  readonly id: Id;
  readonly organisationId: OrganisationId;
  /** `REQ-26-7K4MX-3`; never holds a name. */
  readonly reference: string;
  readonly doctorId: PersonId;
  readonly state: RequestState;
  /** Complete from the moment it is sent. */
  readonly answers: Partial<RequestAnswers>;
  readonly begunAt: Date;
  readonly sentAt: Date | null;
  /** By when somebody answers; null before it is sent. */
  readonly answerBy: Date | null;
  readonly caseId: CaseId | null;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: Date | null;
  /** In words for the doctor. */
  readonly declineReason: string | null;
  /** What the doctor has ticked as done for themselves. */
  readonly selfHelp: SelfHelpDone;
  readonly version: number;
}

/** A request that was sent. */
export type SentRequest = DoctorRequest & {
  readonly answers: RequestAnswers;
  readonly sentAt: Date;
  readonly answerBy: Date;
};

/** A request as a row of the inbox. */
export interface InboxRow {
  reference: string;
  doctorName: string;
  whatHappened: RequestAnswers['whatHappened'];
  platform: string;
  isPressing: boolean;
  sentAt: Date;
  answerBy: Date;
  /** Of the organisation: its working days count. */
  jurisdiction: string;
}

/** A request as a row of its doctor's own list. */
export interface OwnRequest {
  reference: string;
  state: RequestState;
  answers: Partial<RequestAnswers>;
  begunAt: Date;
  sentAt: Date | null;
  answerBy: Date | null;
}

/** How far the case of a request has come: all that a doctor is told of it. */
export interface CaseProgress {
  state: 'open' | 'closed';
  nextStep: NextStep;
  /** Who has it; null while nobody does. */
  ownerName: string | null;
}
