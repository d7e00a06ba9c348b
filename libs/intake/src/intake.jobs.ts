import { z } from 'zod';
import { defineJob } from '#platform';

/** A request was decided on: its doctor is to be told. */
export const requestAnswered = defineJob('tell-of-answer', z.strictObject({ requestId: z.uuid() }));

/** A request is a case now: what was sent with it belongs to that case. */
export const requestAccepted = defineJob(
  'take-sent-files',
  z.strictObject({ requestId: z.uuid() }),
);
