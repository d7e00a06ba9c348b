import { z } from 'zod';
import { REPORT_LEVELS } from '#guidance';
import { GONE_CAUSES } from '#referrals';
import { choice, civilDate, line, text } from '../../http/field-schemas.js';

/** Empty is the platform of the case. */
const platform = z.enum(['', 'search_delisting'], { error: 'Choose where the report goes' });

/** A report that is written: what is reported, on which ground, quoting what. */
export const reportBody = z.strictObject({
  platform: platform.default(''),
  surface: z.string('Choose what is reported').min(1, 'Choose what is reported').max(100),
  level: choice('to whom the report goes', REPORT_LEVELS).optional(),
  ground: line('the rule', 100).default(''),
  /** One quotation on each line. */
  quotes: text('the quotation', 4000).default(''),
  videoTime: z
    .union([
      z.literal(''),
      z.string().regex(/^\d{1,2}(:\d{2}){1,2}$/, 'Enter the time in the video, such as 1:23'),
    ])
    .default(''),
});
export type ReportBody = z.output<typeof reportBody>;

/** When a report was sent. */
export const reportSendingBody = z.strictObject({
  happenedOn: civilDate('the day it was sent'),
  theirReference: line('their reference', 200).default(''),
});
export type ReportSendingBody = z.output<typeof reportSendingBody>;

/** What can be recorded after a report was sent, or instead of sending it. */
const RECORDED = [
  'acknowledged',
  'removed',
  'kept',
  'edited',
  'no_answer',
  'appealed',
  'appeal_removed',
  'appeal_kept',
  'withdrawn',
] as const;

export const stepBody = z.strictObject({
  to: choice('what happened', RECORDED),
  happenedOn: civilDate('the day'),
  theirReference: line('their reference', 200).default(''),
  note: text('the reason', 5000).default(''),
  cause: z
    .union([z.literal('').transform(() => null), z.null(), choice('who took it down', GONE_CAUSES)])
    .default(null),
});
export type StepBody = z.output<typeof stepBody>;
