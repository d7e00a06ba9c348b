import { z } from 'zod';
import { ACCOUNT_LENGTH, HEARING_KINDS, PROCEEDING_KINDS } from '#cases';
import {
  choice,
  civilDate,
  keyOf,
  line,
  optionalDate,
  referenceParams,
  requiredLine,
  requiredText,
  text,
} from '../../http/field-schemas.js';

const version = z.coerce.number('Send the version that was read').int().positive();
const stage = requiredLine('the stage', 40);

/** Day and time on the clock on the wall of the case's nation. */
const wallClock = z
  .string('Enter the day and the time')
  .regex(
    /^(?:199\d|2[01]\d{2})-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/,
    'Enter the day and the time',
  )
  .refine((value) => z.iso.date().safeParse(value.slice(0, 10)).success, 'Enter a day that exists');

/** One of the proceedings in an address. */
export const proceedingParams = referenceParams.extend({ id: z.uuid() });
export type ProceedingParams = z.output<typeof proceedingParams>;

export const hearingParams = proceedingParams.extend({ hearingId: z.uuid() });
export type HearingParams = z.output<typeof hearingParams>;

export const accountParams = proceedingParams.extend({ accountId: z.uuid() });
export type AccountParams = z.output<typeof accountParams>;

export const proceedingBody = z.strictObject({
  kind: keyOf('what sort of proceedings', PROCEEDING_KINDS),
  body: requiredLine('who runs them', 200),
  theirReference: line('their reference', 200).default(''),
  /** Left out, it is where such proceedings begin. */
  stage: line('the stage', 40).default(''),
  stageOn: civilDate('the day'),
  representative: line('who represents the doctor', 200).default(''),
});
export type ProceedingBody = z.output<typeof proceedingBody>;

export const stageBody = z.strictObject({
  stage,
  happenedOn: civilDate('the day'),
  representative: line('who represents the doctor', 200).default(''),
  note: text('what happened', 5000).default(''),
  version,
});
export type StageBody = z.output<typeof stageBody>;

export const accountBody = z.strictObject({
  givenTo: requiredLine('to whom it is given', 200),
  text: requiredText('the words of the account', ACCOUNT_LENGTH),
  givenOn: optionalDate('the day it was given').default(null),
});
export type AccountBody = z.output<typeof accountBody>;

export const givingBody = z.strictObject({
  givenOn: civilDate('the day it was given'),
  reason: text('why it may be given', 2000).default(''),
  version,
});
export type GivingBody = z.output<typeof givingBody>;

export const hearingBody = z.strictObject({
  kind: keyOf('what sort of hearing', HEARING_KINDS),
  begins: wallClock,
  endsOn: optionalDate('the last day').default(null),
  venue: requiredLine('where it is held', 300),
  isPublic: z
    .union([z.boolean(), z.enum(['true', 'false'])], 'Choose whether anybody may listen')
    .transform((value) => value === true || value === 'true'),
  representative: line('who represents the doctor', 200).default(''),
});
export type HearingBody = z.output<typeof hearingBody>;

export const adjournmentBody = z.strictObject({
  to: z.union([z.literal('').transform(() => null), z.null(), wallClock]).default(null),
  reason: requiredText('why it is put off', 2000),
  version,
});
export type AdjournmentBody = z.output<typeof adjournmentBody>;

export const endingBody = z.strictObject({
  how: choice('what became of it', ['held', 'vacated']),
  outcome: requiredText('what was decided, or why it does not take place', 5000),
  version,
});
export type EndingBody = z.output<typeof endingBody>;
