import { z } from 'zod';
import type { ToldClock } from '#cases';
import {
  line,
  referenceParams,
  requiredLine,
  requiredText,
  text,
} from '../../http/field-schemas.js';
import { toldStart } from './triage-forms.js';

/** Address of one clock. */
export const clockParams = referenceParams.extend({ id: z.uuid() });

const told = {
  'start-at': line('the day', 40).optional(),
  'start-time': line('the time', 40).optional(),
  'start-noticedBy': line('who noticed it', 200).optional(),
  stated: line('the day it is due', 40).optional(),
  'stated-time': line('the time', 40).optional(),
};

/** When a clock started, or by when it is due. */
export const toldForm = z.strictObject(told);
export type ToldForm = z.output<typeof toldForm>;

/** Starting a clock by hand; its dates are told on its own page. */
export const newClockForm = z.strictObject({ deadline: requiredLine('a deadline', 60) });
export type NewClockForm = z.output<typeof newClockForm>;

/** Why a clock need not be kept. */
export const withdrawForm = z.strictObject({ reason: text('the reason', 2000).default('') });
export type WithdrawForm = z.output<typeof withdrawForm>;

/** Why a goal of one's own waits. */
export const pauseForm = z.strictObject({ pauseReason: requiredText('why it waits', 2000) });
export type PauseForm = z.output<typeof pauseForm>;

/** What was told of a clock. */
export function toldClock(form: ToldForm): ToldClock {
  const { stated, 'stated-time': time } = form;
  const due = time ? `${stated}T${time}` : stated;
  return { start: toldStart(form, 'start'), stated: due || undefined };
}
