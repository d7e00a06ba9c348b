import { z } from 'zod';
import { defineJob } from '#platform';

/** The days of a calendar changed: the clocks that run over that day are to be worked out anew. */
export const calendarPublished = defineJob(
  'recompute-clocks',
  z.strictObject({ changeId: z.uuid() }),
);
