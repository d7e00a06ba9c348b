import { z } from 'zod';
import { requiredLine, requiredText } from '../../http/field-schemas.js';
import { noteField } from '../rules/rule-packs.dto.js';

/** The template in an address. */
export const templateParams = z.object({ template: z.string().max(100) });
export type TemplateParams = z.output<typeof templateParams>;

/** Whether another adviser may approve, or an approver of high risk has to. */
export const approvalField = z.enum(['low', 'high'], { error: 'Choose who approves' });

/** What of a wording page and API take alike; whether it is a template is for the service to say. */
export const wordingFields = {
  title: requiredLine('the title', 100),
  summary: requiredLine('the summary', 300),
  approval: approvalField,
  body: requiredText('the words', 19_000),
};

const inputWording = z.strictObject({
  label: z.string().max(1000),
  limit: z.number().optional(),
  choices: z.array(z.string().max(1000)).max(50).optional(),
});

/** A wording to check; nothing is kept. Inputs that are left out are worded as the product words them. */
export const wordingBody = z.strictObject({
  ...wordingFields,
  inputs: z.record(z.string().max(100), inputWording).default({}),
});
export type WordingBody = z.output<typeof wordingBody>;

/** A wording to propose. */
export const wordingProposalBody = wordingBody.extend({ note: noteField });
export type WordingProposalBody = z.output<typeof wordingProposalBody>;

/** An earlier version, or what ships, to propose once more. */
export const againBody = z.strictObject({ note: noteField });

/** A version as the caller saw it. */
export const seenBody = z.strictObject({ version: z.int().min(1) });
