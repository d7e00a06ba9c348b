import { z } from 'zod';
import type { Permission } from '#identity';
import { line, referenceParams, requiredText, text } from '../../http/field-schemas.js';

/** Who comes in to read worksheets; the service shows each their own. */
export const READERS: readonly Permission[] = [
  'case:read',
  'case:read-press',
  'case:read-data-protection',
];

/** Who comes in to sign one off; the service asks for the right of its kind. */
export const SIGNERS: readonly Permission[] = [
  'worksheet:sign',
  'worksheet:sign-high',
  'worksheet:sign-press',
  'worksheet:sign-data-protection',
  'worksheet:sign-safeguarding',
  'worksheet:sign-indemnity',
  'worksheet:sign-legal',
];

/** A worksheet in an address: its case and its kind. */
export const worksheetParams = referenceParams.extend({
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
});
export type WorksheetParams = z.output<typeof worksheetParams>;

const version = z.coerce.number('Send the version that was read').int().positive();
/** What of it may stand in an answer is the kind's to say. */
const answer = z.union([z.string().max(20_000), z.array(z.string().max(200)).max(100)]);

/** Answers by the id of their question; those left out stay, empty ones are taken away. */
export const answersBody = z.strictObject({
  version,
  answers: z.record(z.string().max(60), answer),
});
export type AnswersBody = z.output<typeof answersBody>;

/** The page's form: a field for each question. */
export const answersForm = z.object({ version }).catchall(answer);
export type AnswersForm = z.output<typeof answersForm>;

export const signOffBody = z.strictObject({
  version,
  decision: line('what is decided', 60).default(''),
  reason: text('the reason', 5000).default(''),
  dissent: text('who saw it otherwise', 5000).default(''),
});
export type SignOffBody = z.output<typeof signOffBody>;

export const stepBody = z.strictObject({ version, step: z.string().max(60) });
export type StepBody = z.output<typeof stepBody>;

export const worksheetWithdrawalBody = z.strictObject({
  version,
  /** Another name than the reason of a sign-off, whose form stands on the same page. */
  withdrawnReason: requiredText('why it is withdrawn', 5000),
});
export type WorksheetWithdrawalBody = z.output<typeof worksheetWithdrawalBody>;
