import { z } from 'zod';
import { defineJob } from '#platform';

/** A letter to the doctor of a case was released: the doctor is to be told that it is there. */
export const letterReleased = defineJob('tell-of-letter', z.strictObject({ releaseId: z.uuid() }));

/** One person alone has let a text out: those who keep watch are to be told at once. */
export const glassBroken = defineJob(
  'tell-of-broken-glass',
  z.strictObject({ brokenGlassId: z.uuid() }),
);
