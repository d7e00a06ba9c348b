import { type CaseId, Conflict, type Id, Invalid, type PersonId } from '#kernel';
import { OtherWordsRead } from '../draft-refusals.js';
import { UNAPPROVED } from '../draft-rules.js';
import { type Draft, IllegalTransition } from '../draft.js';

/** How a doctor who has no page of their own has said that they agree. */
export const ACCEPTANCE_WAYS = ['telephone', 'in-person', 'e-mail', 'letter'] as const;
export type AcceptanceWay = (typeof ACCEPTANCE_WAYS)[number];

/** That a doctor is asked whether exact words may go out in their name, and what they answered. */
export interface Acceptance {
  readonly id: Id;
  readonly caseId: CaseId;
  readonly draftId: Id;
  /** SHA-256 of the words that they are asked about. */
  readonly textHash: string;
  readonly askedAt: Date;
  /** Null while they have not answered. */
  readonly answer: 'agreed' | 'change' | null;
  readonly answeredAt: Date | null;
  /** The doctor, or the adviser who recorded what the doctor said. */
  readonly answeredBy: PersonId | null;
  readonly way: AcceptanceWay | 'own-page' | null;
  /** Civil date; of a recorded answer alone. */
  readonly agreedOn: string | null;
  /** By what can be seen that the doctor agreed; of a recorded answer alone. */
  readonly proof: string | null;
  /** What the doctor wants changed. */
  readonly comment: string | null;
}

/** Words as the doctor reads them in whose name they would go out. */
export interface OwnWords {
  readonly id: Id;
  readonly title: string;
  readonly audience: Draft['audience'];
  readonly text: string;
  readonly textHash: string;
  readonly askedAt: Date;
  readonly answer: Acceptance['answer'];
  readonly answeredAt: Date | null;
}

/** What a doctor answers about the words with this hash. */
export interface OwnAnswer {
  readonly answer: 'agree' | 'change';
  readonly textHash: string;
  readonly comment: string;
}

/** What an adviser records of a doctor who has no page of their own. */
export interface RecordedAnswer {
  readonly textHash: string;
  readonly way: AcceptanceWay;
  /** Civil date. */
  readonly agreedOn: string;
  readonly proof: string;
}

/** Whether a text waits for the doctor alone. */
export function awaitsDoctor(
  draft: Pick<Draft, 'isDoctorsWords' | 'acceptedHash' | 'textHash' | 'state'>,
): boolean {
  const isAccepted = draft.acceptedHash === draft.textHash;
  return draft.isDoctorsWords && draft.state === 'approved' && !isAccepted;
}

/**
 * Keeps that the doctor agrees to exactly these words.
 *
 * @throws as {@link assertAsked}
 */
export function acceptWords(draft: Draft, readHash: string, now: Date): Draft {
  assertAsked(draft, readHash);
  return { ...draft, acceptedHash: draft.textHash, acceptedAt: now, updatedAt: now };
}

/** Gives the words back because the doctor wants others. @throws as {@link assertAsked}; Invalid `change-needs-a-comment` */
export function askForOtherWords(draft: Draft, { textHash, comment }: OwnAnswer, now: Date): Draft {
  assertAsked(draft, textHash);
  if (comment === '') {
    const message = 'Say what you would like to be changed';
    throw new Invalid('change-needs-a-comment', message, [{ field: 'comment', message }]);
  }
  return { ...draft, ...UNAPPROVED, state: 'returned', returnReason: comment, updatedAt: now };
}

/**
 * Words wait for the doctor once another person has approved them: a doctor is asked about nothing that may still be
 * returned.
 *
 * @throws OtherWordsRead `words-changed-since-read`; IllegalTransition `words-not-awaited`
 */
function assertAsked(draft: Draft, readHash: string): void {
  if (readHash !== draft.textHash) throw new OtherWordsRead();
  if (awaitsDoctor(draft)) return;
  throw new IllegalTransition('words-not-awaited', 'These words are not waiting for the doctor.');
}

/** A doctor with a page of their own answers for themselves. @throws Conflict `doctor-answers-here` */
export function assertMayRecord(answersHere: boolean): void {
  if (!answersHere) return;
  const message = 'The doctor can sign in and answers on the page of their own request.';
  throw new Conflict('doctor-answers-here', message);
}

/** @throws Invalid `agreed-on-wrong` for a day that has not come, or on which the words were not yet asked about */
export function assertAgreedOn(agreedOn: string, askedOn: string, today: string): void {
  if (agreedOn >= askedOn && agreedOn <= today) return;
  const message =
    agreedOn > today
      ? 'That day has not come yet'
      : 'These words were approved later than that day';
  throw new Invalid('agreed-on-wrong', message, [{ field: 'agreedOn', message }]);
}
