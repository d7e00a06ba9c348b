import { z } from 'zod';
import { defineJob } from '#platform';

/** Something of a case that reports count has changed: its figures are to be read anew. */
export const caseChanged = defineJob('refresh-case-figures', z.strictObject({ caseId: z.uuid() }));
