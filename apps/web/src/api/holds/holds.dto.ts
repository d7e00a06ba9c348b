import { z } from 'zod';
import { HOLD_ASKED_BY } from '#cases';
import { choice, civilDate, keyOf, line, requiredText } from '../../http/field-schemas.js';

const version = z.coerce.number().int().positive();

/** A hold as a person sets it; without an item it is on the whole case. */
export const holdBody = z.strictObject({
  evidenceId: z
    .union(
      [z.literal('').transform(() => null), z.null(), z.uuid()],
      'Choose the whole case, or an item of it',
    )
    .default(null),
  askedBy: keyOf('who asks for it', HOLD_ASKED_BY),
  theirReference: line('their reference', 200).default(''),
  reason: requiredText('why it is held', 5000),
  fromOn: civilDate('the day it begins'),
  reviewOn: civilDate('the day on which somebody looks again'),
});
export type HoldBody = z.output<typeof holdBody>;

export const liftRequestBody = z.strictObject({
  liftReason: requiredText('why it is no longer needed', 5000),
  version,
});
export type LiftRequestBody = z.output<typeof liftRequestBody>;

export const liftDecisionBody = z.strictObject({
  decision: choice('what is decided', ['lift', 'keep']),
  decisionReason: requiredText('the reason', 5000),
  version,
});
export type LiftDecisionBody = z.output<typeof liftDecisionBody>;
