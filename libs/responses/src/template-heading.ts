import { z } from 'zod';
import { CONFIDENTIALITY_LABELS, TEMPLATE_AUDIENCES } from './template-labels.js';

/** The routes that a text can serve. */
export const TEMPLATE_ROUTES = [
  'no_engagement',
  'monitor',
  'acknowledge_signpost',
  'private_contact',
  'moderator_report',
  'platform_legal_notice',
  'police_report',
  'press_office',
  'data_protection',
  'employer_ro',
  'regulator_advice',
  'safeguarding',
  'remediate_post',
  'wellbeing_support',
  'indemnity_scope_check',
] as const;

export type TemplateRoute = (typeof TEMPLATE_ROUTES)[number];

/** How a text goes out; the names are the guard's. */
export const TEMPLATE_CHANNELS = [
  'review_reply',
  'social_post',
  'press_statement',
  'template_output',
  'free_text',
  'moderator_report',
  'letter',
  'regulator_letter',
  'adviser_email',
] as const;

export type TemplateChannel = (typeof TEMPLATE_CHANNELS)[number];

export const TEMPLATE_JURISDICTIONS = [
  'england',
  'scotland',
  'wales',
  'northern_ireland',
  'ireland',
] as const;

export type TemplateJurisdiction = (typeof TEMPLATE_JURISDICTIONS)[number];

const wording = (limit: number) =>
  z.string().trim().min(1, 'must not be empty').max(limit, `must be ${limit} characters or fewer`);

const inputSchema = z
  .strictObject({
    type: z.enum(['text', 'date', 'choice']),
    label: wording(200),
    confidentiality: z.enum(CONFIDENTIALITY_LABELS),
    limit: z.number().int().min(1).max(4000).default(500),
    choices: z.array(wording(500)).min(2).max(20).optional(),
    optional: z.boolean().default(false),
  })
  .refine((input) => (input.type === 'choice') === (input.choices !== undefined), {
    message: '“choices” goes with the type “choice”, and only with it',
    path: ['choices'],
  });

/** One thing that the author of a draft fills in. `limit` is in UTF-16 units. */
export type TemplateInput = z.infer<typeof inputSchema>;

/** What stands between the `---` lines at the head of a template. */
export const headingSchema = z.strictObject({
  id: z.string().regex(/^T(-[A-Z0-9]+)+$/, 'must look like T-PUB-ACK-UK'),
  version: z.number().int('must be a whole number').min(1, 'starts at 1'),
  title: wording(100),
  summary: wording(300),
  route: z.enum(TEMPLATE_ROUTES),
  channel: z.enum(TEMPLATE_CHANNELS),
  audience: z.enum(TEMPLATE_AUDIENCES),
  jurisdictions: z.array(z.enum(TEMPLATE_JURISDICTIONS)).min(1, 'must name at least one'),
  platforms: z.array(z.string().regex(/^[a-z_]+$/, 'must be a key such as nhs_uk')).optional(),
  approval: z.enum(['low', 'high']),
  inTheNameOf: z.enum(['organisation', 'doctor']).default('organisation'),
  alsoApprovedBy: z.enum(['solicitor']).optional(),
  sources: z
    .array(z.string().regex(/^[A-Z]\w*(\.\w+)*$/, 'must be a citation such as A3.press'))
    .min(1, 'must name at least one'),
  reviewBy: z.iso.date('must be a date such as 2027-11-30'),
  inputs: z
    .record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be a name such as awareOn'), inputSchema)
    .default({}),
});

/**
 * The heading of a template. `version` counts up; `reviewBy` is the date by which somebody reads it
 * again; `inTheNameOf` says whose words they are: what is the doctor's waits for the doctor's word; `alsoApprovedBy`
 * whose approval it needs besides the approver's; `platforms` limits it to some sites; `sources` are citation keys of the guidance.
 */
export type TemplateHeading = z.infer<typeof headingSchema>;
