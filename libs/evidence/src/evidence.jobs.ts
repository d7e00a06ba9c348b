import { z } from 'zod';
import { defineJob } from '#platform';

/** The content of an item is to be taken from the disk: that it was destroyed is written down. */
export const contentDestroyed = defineJob(
  'remove-evidence-content',
  z.strictObject({ evidenceId: z.uuid() }),
);

/** A doctor sent a file: it becomes evidence where their request is a case by now. */
export const fileSent = defineJob('take-sent-file', z.strictObject({ requestId: z.uuid() }));

/** A doctor sent a file with a request that was sent before: those who look after it are to be told. */
export const sentFileToTell = defineJob(
  'tell-of-sent-file',
  z.strictObject({ requestId: z.uuid(), sentFileId: z.uuid() }),
);

/** The content of a sent file is not needed any more: a case has it, or its request was begun anew. */
export const sentContentLeft = defineJob(
  'remove-sent-content',
  z.strictObject({ sentFileId: z.uuid() }),
);
