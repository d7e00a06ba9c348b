import { z } from 'zod';
import { ENQUIRY_LENGTH, SUMMARY_LENGTH } from '#responses';
import {
  idParams,
  line,
  referenceParams,
  requiredLine,
  requiredText,
} from '../../http/field-schemas.js';

/** What the press office is told of a case; `version` is that of the summary that was read, 0 where there was none. */
export const summaryBody = z.strictObject({
  text: requiredText('the summary', SUMMARY_LENGTH),
  version: z.coerce.number().int().min(0),
});
export type SummaryBody = z.output<typeof summaryBody>;

/** A date, or date and time: an instant with its zone, or by the clock of the case's nation. */
const moment = (label: string) => requiredLine(label, 40);

/** An enquiry as it is logged. */
export const enquiryBody = z.strictObject({
  outlet: requiredLine('the newspaper, station or site', 200),
  journalist: requiredLine('the journalist', 200),
  contact: line('how to reach the journalist', 300).default(''),
  receivedAt: moment('when the enquiry came'),
  deadlineAt: line('the deadline', 40).default(''),
  asked: requiredText('what was asked', ENQUIRY_LENGTH),
});
export type EnquiryBody = z.output<typeof enquiryBody>;

export const enquiryAnswerBody = z.strictObject({
  answer: requiredText('what was answered', ENQUIRY_LENGTH),
  answeredAt: moment('when it was answered'),
});
export type EnquiryAnswerBody = z.output<typeof enquiryAnswerBody>;

export const enquiryClosureBody = z.strictObject({
  reason: requiredText('why it is closed without an answer', ENQUIRY_LENGTH),
});
export type EnquiryClosureBody = z.output<typeof enquiryClosureBody>;

/** Something of a press case, in an address. */
export const pressPartParams = referenceParams.extend(idParams.shape);
export type PressPartParams = z.output<typeof pressPartParams>;
