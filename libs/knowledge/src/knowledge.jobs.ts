import { z } from 'zod';
import { defineJob } from '#platform';

/** Rules are proposed: find out which open cases they would send another way. */
export const compareOnOpenCases = defineJob(
  'compare-rules-on-open-cases',
  z.strictObject({ rulePackId: z.uuid() }),
);
