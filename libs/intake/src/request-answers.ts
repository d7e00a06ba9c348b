import type { CareSetting } from '#cases';
import type { Jurisdiction } from '#guidance';

/** What a doctor says has happened. */
export const WHAT_HAPPENED = {
  review: 'A review',
  post: 'A post or comment about me',
  video: 'A picture, recording or video of me, or a tag',
  impersonation: 'Somebody pretends to be me',
  private_message: 'A private message',
  threat: 'A threat',
  own_post: 'Something I posted myself',
  unsure: 'Something else, or I am not sure',
} as const;
export type WhatHappened = keyof typeof WHAT_HAPPENED;

/** Whether somebody has answered the post already. */
export const REPLIED = {
  no: 'No',
  public: 'Yes, in public',
  private: 'Yes, in a private message',
  deleted: 'I posted or wrote something and deleted it',
  unsure: 'I am not sure',
} as const;
export type Replied = keyof typeof REPLIED;

export const YES_NO_UNSURE = { yes: 'Yes', no: 'No', unsure: 'I am not sure' } as const;
export type YesNoUnsure = keyof typeof YES_NO_UNSURE;

/** How the doctor is; nobody has to say. */
export const WELLBEING = {
  well: 'I am all right',
  strained: 'I am finding this hard',
  unsafe: 'I do not feel safe, or I have thought of harming myself',
  unsaid: 'I would rather not say',
} as const;
export type Wellbeing = keyof typeof WELLBEING;

/** All that a doctor is asked. */
export interface RequestAnswers {
  readonly whatHappened: WhatHappened;
  /** Key of a platform pack. */
  readonly platform: string;
  /** Address, or words that say where; empty when there is none. */
  readonly url: string;
  readonly account: string;
  /** The words of the post, as the doctor copied them. */
  readonly postText: string;
  /** Civil date. */
  readonly seenOn: string;
  readonly replied: Replied;
  readonly patient: YesNoUnsure;
  /** Whether the author has also complained to the organisation. */
  readonly complaint: YesNoUnsure;
  readonly jurisdiction: Jurisdiction;
  readonly setting: CareSetting;
  /** The doctor's own account, 50,000 characters at most. */
  readonly words: string;
  readonly wellbeing: Wellbeing;
}

/** Whether the doctor should be told at once to leave it as it is. */
export function hasActed(replied: Replied | undefined): boolean {
  return replied === 'public' || replied === 'private' || replied === 'deleted';
}

/** Whether somebody should look before the day is out: a threat, or a doctor who is not safe. */
export function isPressing(answers: Partial<RequestAnswers>): boolean {
  return answers.whatHappened === 'threat' || answers.wellbeing === 'unsafe';
}
