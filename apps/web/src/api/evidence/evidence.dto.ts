import { z } from 'zod';
import { EVIDENCE_TEXT_LENGTH, GONE_BY, ORIGINAL_STATES } from '#evidence';
import {
  choice,
  line,
  requiredLine,
  requiredText,
  text,
  webAddress,
} from '../../http/field-schemas.js';
import { fileField } from '../../http/upload.js';

/** Empty means none. */
const optionalId = (message: string) =>
  z.union([z.literal('').transform(() => null), z.null(), z.uuid()], message).default(null);

/** A day and time: an instant with its zone, or by the clock of the case's nation. */
const moment = (label: string) => requiredLine(label, 40);

const captureFields = {
  seenAt: moment('when it was seen'),
  address: webAddress('the address').default(''),
  shows: text('what it shows', 2000).default(''),
  capturedBy: line('who captured it', 200).default(''),
  alteredFrom: optionalId('Choose an item of this case'),
};

/** Kept as it was pasted: nothing of it is put right. */
const pasted = z
  .string('Enter the text of the page')
  .max(EVIDENCE_TEXT_LENGTH, 'The text must be 50,000 characters or fewer')
  .refine((value) => !/\0|\p{Surrogate}/u.test(value), 'The text cannot be kept')
  .transform((value) => (value.trim() === '' ? '' : value));

/** Text copied from a page, or its address alone. */
export const wordsBody = z.strictObject({ ...captureFields, text: pasted.default('') });
export type WordsBody = z.output<typeof wordsBody>;

/** A screenshot or another file, as a form. */
export const fileBody = z.strictObject({ ...captureFields, file: fileField('a file') });
export type FileBody = z.output<typeof fileBody>;

/** A look at where the original stood. */
export const sightingBody = z.strictObject({
  lookedAt: moment('when somebody looked'),
  state: choice('what was found', ORIGINAL_STATES),
  goneBy: z
    .union(
      [z.literal('').transform(() => null), z.null(), z.enum(GONE_BY)],
      'Choose who took it away',
    )
    .default(null),
});
export type SightingBody = z.output<typeof sightingBody>;

export const destructionBody = z.strictObject({
  reason: requiredText('why it must not be kept', 5000),
});
export type DestructionBody = z.output<typeof destructionBody>;
