import { z } from 'zod';
import { REFERRAL_ROUTES } from '#referrals';
import { civilDate, keyOf, line, requiredLine, requiredText } from '../../http/field-schemas.js';

export const referralBody = z.strictObject({
  route: keyOf('the route', REFERRAL_ROUTES),
  recipient: requiredLine('the recipient', 200),
  reason: requiredText('why it is referred', 5000),
});
export type ReferralBody = z.output<typeof referralBody>;

export const sendingBody = z.strictObject({
  sentOn: civilDate('the day it was sent'),
  theirReference: line('their reference', 200).default(''),
});
export type SendingBody = z.output<typeof sendingBody>;

export const answerBody = z.strictObject({
  answeredOn: civilDate('the day of the answer'),
  outcome: requiredText('what they answered', 5000),
});
export type AnswerBody = z.output<typeof answerBody>;

export const withdrawalBody = z.strictObject({
  outcome: requiredText('why it is withdrawn', 5000),
});
export type WithdrawalBody = z.output<typeof withdrawalBody>;
