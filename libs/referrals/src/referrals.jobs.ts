import { z } from 'zod';
import { defineJob } from '#platform';

/** Something of a report to a platform that reports count has changed: its figure is to be read anew. */
export const moderatorReportChanged = defineJob(
  'refresh-moderator-report-figure',
  z.strictObject({ reportId: z.uuid() }),
);

/** A worksheet waits for its sign-off: those who may sign it are to be told. */
export const signatureAwaited = defineJob(
  'tell-of-signature',
  z.strictObject({ worksheetId: z.uuid() }),
);

/** A worksheet no longer waits for its sign-off: what was said of it is done. */
export const signatureSettled = defineJob(
  'settle-signature',
  z.strictObject({ worksheetId: z.uuid() }),
);
