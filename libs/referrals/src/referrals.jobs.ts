import { z } from 'zod';
import { defineJob } from '#platform';

/** Something of a report to a platform that reports count has changed: its figure is to be read anew. */
export const moderatorReportChanged = defineJob(
  'refresh-moderator-report-figure',
  z.strictObject({ reportId: z.uuid() }),
);
