import type { Case } from '../case.js';

/** What may start a clock, and how a person is asked for it. */
export interface StartEvent {
  readonly question: string;
  readonly hint: string;
  /** Whether the hour matters: the clock runs in hours. */
  readonly isMoment: boolean;
  /** Whether the clock runs from somebody's awareness, so that it is recorded whose. */
  readonly asksWho?: boolean;
  readonly deadlines: readonly string[];
}

/** The events that start clocks. Clocks that start together are asked about once. */
export const START_EVENTS = {
  controller_aware: {
    question: 'When did the controller become aware of the breach?',
    hint: 'The moment when somebody who answers for the data knew of it with reasonable certainty. It is not the moment when this case was opened.',
    isMoment: true,
    asksWho: true,
    deadlines: ['ico_breach_72h', 'dpc_breach_72h'],
  },
  complaint_received: {
    question: 'When was the complaint received?',
    hint: 'In whatever form it came, by whoever took it.',
    isMoment: false,
    deadlines: [
      'eng_complaint_ack_3wd',
      'eng_complaint_6m',
      'sco_s1_5wd',
      'sco_ack_3wd',
      'sco_s2_20wd',
      'wal_ack_5wd',
      'wal_response',
      'ni_s1_5wd',
      'ni_ack_3wd',
      'ni_s2_20wd',
      'hse_ack_5wd',
    ],
  },
  complaint_acknowledged: {
    question: 'When was the complaint acknowledged?',
    hint: 'Leave empty if it has not been acknowledged yet.',
    isMoment: false,
    deadlines: ['hse_30wd'],
  },
  data_complaint_received: {
    question: 'When was the data protection complaint received?',
    hint: 'The day it reached the organisation.',
    isMoment: false,
    deadlines: ['dp_complaint_ack_30d'],
  },
  access_request_received: {
    question: 'When was the request for personal data received?',
    hint: 'Or the day on which identity or scope was made clear.',
    isMoment: false,
    deadlines: ['sar_1m'],
  },
  rule7_letter_dated: {
    question: 'What is the date on the GMC rule 7 letter?',
    hint: 'The date of the letter, not the day it arrived.',
    isMoment: false,
    deadlines: ['gmc_rule7_28d'],
  },
  first_publication: {
    question: 'When was the post first published?',
    hint: 'Limitation runs from the first publication.',
    isMoment: false,
    deadlines: ['defamation_1y'],
  },
  operator_noticed: {
    question: 'When did the website operator receive the valid notice?',
    hint: 'Leave empty until the notice has been sent.',
    isMoment: true,
    deadlines: ['s5_operator_48h'],
  },
  platform_decided: {
    question: 'When did the platform tell of its decision?',
    hint: 'The day on which the refusal was notified.',
    isMoment: false,
    deadlines: ['dsa_complaint_6m'],
  },
  press_published: {
    question: 'When was the press item published?',
    hint: 'The newspaper or broadcast item, not the post.',
    isMoment: false,
    deadlines: ['ipso_4m', 'press_omb_3m'],
  },
  safety_incident_known: {
    question: 'When did the organisation become aware of the safety incident?',
    hint: 'The incident that the post points to.',
    isMoment: false,
    deadlines: ['candour_assess'],
  },
} as const satisfies Readonly<Record<string, StartEvent>>;

export type StartEventId = keyof typeof START_EVENTS;

/** What is asked about the start of clocks. */
export function startEvent(id: StartEventId): StartEvent {
  return START_EVENTS[id];
}

export const START_EVENT_IDS = Object.keys(START_EVENTS) as readonly StartEventId[];

/** When a clock started, as a person tells it. */
export interface ToldStart {
  /** A civil date, an instant in ISO 8601 with its zone, or `YYYY-MM-DDTHH:MM` by the clock on the wall. */
  readonly at: string;
  /** Who noticed it, where that has to be recorded. */
  readonly noticedBy?: string | undefined;
}

/** The event that starts a clock; undefined for clocks whose date a person enters, or that have none. */
export function startEventOf(deadline: string): StartEventId | undefined {
  return START_EVENT_IDS.find((id) => startEvent(id).deadlines.includes(deadline));
}

/**
 * The start that the case itself knows. What is set by law never starts with the day on which the case was opened; our
 * own first answer does.
 */
export function startKnownTo(found: Case, deadline: string): ToldStart | undefined {
  if (deadline === 'target_first_response') return { at: found.openedAt.toISOString() };
  const isPublication = startEventOf(deadline) === 'first_publication';
  return isPublication && found.postedOn !== null ? { at: found.postedOn } : undefined;
}
