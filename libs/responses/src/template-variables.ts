import type { ConfidentialityLabel } from './template-labels.js';

/** `text` is one string, `date` a civil date written `2026-01-05`, `list` up to fifty strings. */
export type VariableKind = 'text' | 'date' | 'list';

/** One fact that a template may name. */
export interface TemplateVariable {
  readonly kind: VariableKind;
  readonly label: ConfidentialityLabel;
  /** What it is, for sentences such as “This text needs …”. */
  readonly words: string;
}

const text = (label: ConfidentialityLabel, words: string) =>
  ({ kind: 'text', label, words }) as const;
const date = (label: ConfidentialityLabel, words: string) =>
  ({ kind: 'date', label, words }) as const;
const list = (label: ConfidentialityLabel, words: string) =>
  ({ kind: 'list', label, words }) as const;

/**
 * Every fact that a template may name, with its confidentiality. A name that is not here, and is not
 * an input that the template declares, stops the template from loading.
 *
 * `organisation` is always the body in whose name the text goes out: for a public reply or a
 * complaint letter the practice, hospital or trust that gives care; for a letter to a member the
 * defence organisation.
 */
export const TEMPLATE_VARIABLES = {
  'organisation.name': text('organisation-public', 'the name of the organisation'),
  'organisation.complaintsContact': text('organisation-public', 'the complaints contact'),
  'organisation.phone': text('organisation-public', 'the public telephone number'),
  'organisation.website': text('organisation-public', 'the website of the organisation'),
  'organisation.address': text('organisation-public', 'the postal address of the organisation'),
  'organisation.pressOffice': text('organisation-public', 'the contact of the press office'),
  'organisation.dataProtectionContact': text(
    'organisation-public',
    'the contact of the data protection officer',
  ),
  'organisation.complaintsAdvocacy': text(
    'organisation-public',
    'the independent service that helps people to complain',
  ),
  'organisation.complaintsOmbudsman': text(
    'organisation-public',
    'the ombudsman that looks at complaints about the organisation',
  ),
  'organisation.supportServices': list(
    'organisation-public',
    'the list of support services for doctors',
  ),
  'organisation.adviceLine': text('organisation-private', 'the advice line for members and staff'),
  'organisation.safeguardingLead': text('organisation-private', 'the safeguarding lead'),
  'doctor.name': text('doctor', 'the name of the doctor'),
  'doctor.registrationNumber': text('doctor', 'the registration number of the doctor'),
  'adviser.name': text('organisation-private', 'the name of the adviser'),
  'case.reference': text('case', 'the reference of the case'),
  'complaint.receivedOn': date('case', 'the day on which the complaint arrived'),
  'acknowledgement.dueOn': date('case', 'the day by which the acknowledgement is due'),
  'response.dueOn': date('case', 'the day by which the full answer is due'),
  'platform.name': text('post', 'the name of the site'),
  'platform.addressee': text('post', 'whom a report to the site addresses'),
  'platform.request': text('post', 'what a report asks of the site'),
  'post.url': text('post', 'the address of the post'),
  'post.handle': text('post', 'the name of the account'),
  'post.date': date('post', 'the date of the post'),
  'post.timestamp': text('post', 'the minute and second of the video'),
  'post.quotes': list('post', 'the words of the post that break the rule'),
  'ground.title': text('post', 'the rule that the post breaks'),
  'ground.explanation': text('post', 'why the post breaks that rule'),
  'patient.name': text('patient', 'the name of the patient'),
} as const satisfies Readonly<Record<string, TemplateVariable>>;

/** Name of a fact, such as `organisation.name`. */
export type VariableName = keyof typeof TEMPLATE_VARIABLES;

type Group = VariableName extends infer Name
  ? Name extends `${infer Head}.${string}`
    ? Head
    : never
  : never;

type Leaves<G extends string> = {
  readonly [
    Name in VariableName as Name extends `${G}.${infer Leaf}` ? Leaf : never
  ]?: (typeof TEMPLATE_VARIABLES)[Name]['kind'] extends 'list' ? readonly string[] : string;
};

/**
 * What is known when a text is written: `{ organisation: { name, … }, doctor: { name, … }, case: {
 * reference }, complaint, acknowledgement, response, platform, post, ground, patient, inputs }`. Every
 * leaf is an optional string (dates as `2026-01-05`), save `organisation.supportServices` and
 * `post.quotes`, which are lists.
 * `inputs` are what the author filled in, by the names that the template declares.
 */
export type TemplateFacts = { readonly [G in Group]?: Leaves<G> } & {
  readonly inputs?: Readonly<Record<string, string>>;
};
