import { z } from 'zod';
import { defineJob } from '#platform';

/** A letter to the doctor of a case was released: the doctor is to be told that it is there. */
export const letterReleased = defineJob('tell-of-letter', z.strictObject({ releaseId: z.uuid() }));

/** One person alone has let a text out: those who keep watch are to be told at once. */
export const glassBroken = defineJob(
  'tell-of-broken-glass',
  z.strictObject({ brokenGlassId: z.uuid() }),
);

/** Findings of a text wait for a second approver, or wait no longer: those who may agree are to be told. */
export const waiverMoved = defineJob('tell-of-waiver', z.strictObject({ waiverId: z.uuid() }));

/** A text in the doctor's name is approved: the doctor is to be told that it waits for their word. */
export const acceptanceAsked = defineJob(
  'tell-of-words',
  z.strictObject({ acceptanceId: z.uuid() }),
);

/** The doctor has answered: whoever looks after the case is to be told. */
export const acceptanceAnswered = defineJob(
  'tell-of-answer-about-words',
  z.strictObject({ acceptanceId: z.uuid() }),
);
