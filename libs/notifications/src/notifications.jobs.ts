import { z } from 'zod';
import { defineJob } from '#platform';

/** A letter is to leave by mail. */
export const mailWritten = defineJob('send-mail', z.strictObject({ mailId: z.uuid() }));
