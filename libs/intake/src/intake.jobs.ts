import { z } from 'zod';
import { defineJob } from '#platform';

/** A request was decided on: its doctor is to be told. */
export const requestAnswered = defineJob('tell-of-answer', z.strictObject({ requestId: z.uuid() }));
