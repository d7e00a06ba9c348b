import { dayIn } from '#deadlines';
import { answerBy, type RequestAnswers } from '#intake';
import { newId, newReference, type OrganisationId, type PersonId } from '#kernel';
import type { Chance } from './chance.js';
import type { MadeUpCase } from './made-up-case.js';

/** What made-up requests are made with. */
export interface RequestMaking {
  readonly organisationId: OrganisationId;
  readonly doctors: readonly PersonId[];
  readonly now: Date;
  readonly chance: Chance;
  /** References that are taken; those made are added. */
  readonly taken: Set<string>;
}

/** A made-up request as its row. */
export type MadeUpRequest = ReturnType<typeof requestOfCase | typeof waitingRequest>;

const DAY = 86_400_000;
const WHAT = ['review', 'post', 'video', 'private_message', 'own_post'] as const;

/** The request that a case came from. */
export function requestOfCase({ found }: MadeUpCase, making: RequestMaking) {
  const sentAt = new Date(found.openedAt.getTime() - making.chance.next() * DAY);
  return {
    ...sent(making, sentAt),
    state: 'accepted',
    case_id: found.id,
    decided_by: found.openedBy,
    decided_at: found.openedAt,
    decline_reason: null,
  };
}

/** A request that nobody has decided yet. */
export function waitingRequest(making: RequestMaking) {
  const sentAt = new Date(making.now.getTime() - making.chance.next() * 3 * DAY);
  return {
    ...sent(making, sentAt),
    state: 'sent',
    case_id: null,
    decided_by: null,
    decided_at: null,
    decline_reason: null,
  };
}

function sent(making: RequestMaking, sentAt: Date) {
  const { organisationId, doctors, chance } = making;
  return {
    id: newId(),
    organisation_id: organisationId,
    reference: freeReference(making, sentAt),
    doctor_id: chance.pick(doctors),
    answers: answers(sentAt, chance),
    begun_at: sentAt,
    sent_at: sentAt,
    answer_by: answerBy(sentAt, 'england'),
    version: 1,
  };
}

function freeReference({ taken }: RequestMaking, sentAt: Date): string {
  for (;;) {
    const reference = newReference('REQ', sentAt.getUTCFullYear());
    if (taken.has(reference)) continue;
    taken.add(reference);
    return reference;
  }
}

function answers(sentAt: Date, chance: Chance): RequestAnswers {
  return {
    whatHappened: chance.pick(WHAT),
    platform: 'google_business',
    url: '',
    account: '',
    postText: '',
    seenOn: dayIn(sentAt, 'england'),
    replied: 'no',
    patient: 'unsure',
    complaint: 'no',
    jurisdiction: 'england',
    setting: 'nhs_gp',
    words: 'Made up for a trial of Parapet.',
    wellbeing: 'unsaid',
  };
}
