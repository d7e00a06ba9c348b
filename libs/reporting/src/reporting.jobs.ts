import { z } from 'zod';
import { defineJob } from '#platform';

/** A person has asked for a file: write it. */
export const makeExport = defineJob('make-export', z.strictObject({ exportId: z.uuid() }));
