import { z } from 'zod';
import { defineJob } from '#platform';

/** So much of a clock's time is used up: those who look after the case are to be told. */
export const deadlineWarned = defineJob(
  'tell-of-deadline',
  z.strictObject({ warningId: z.uuid() }),
);
/** A case has become so urgent that the adviser on duty is to be alerted. */
export const caseUrgent = defineJob('alert-to-urgent-case', z.strictObject({ caseId: z.uuid() }));

/**
 * A hearing was listed or put off: its doctor is to be told that there is something to read. `changeId` is the hearing's own
 * id, or that of the adjournment.
 */
export const hearingChanged = defineJob(
  'tell-of-hearing',
  z.strictObject({ hearingId: z.uuid(), changeId: z.uuid() }),
);

/** Something of a case that reports count has changed: its figures are to be read anew. */
export const caseChanged = defineJob('refresh-case-figures', z.strictObject({ caseId: z.uuid() }));
