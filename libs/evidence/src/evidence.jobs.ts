import { z } from 'zod';
import { defineJob } from '#platform';

/** The content of an item is to be taken from the disk: that it was destroyed is written down. */
export const contentDestroyed = defineJob(
  'remove-evidence-content',
  z.strictObject({ evidenceId: z.uuid() }),
);
