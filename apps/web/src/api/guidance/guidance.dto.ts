import { z } from 'zod';
import { JURISDICTIONS, MESSAGING_RULES } from '#guidance';
import {
  civilDate,
  keyOf,
  line,
  requiredLine,
  requiredText,
  text,
  tick,
} from '../../http/field-schemas.js';

/** How far a source can be relied on, in words. */
export const CURRENCY_WORDS = {
  current: 'Read and current',
  second_hand: 'Read in another’s account',
  unverified: 'Not verified',
  overdue: 'Another look is overdue',
} as const;

/** What asking for a link found, in words. */
export const LINK_WORDS = {
  found: 'The page is there',
  gone: 'The page is gone',
  moved: 'The link leads elsewhere',
  unclear: 'The site gave no clear answer',
} as const;

const orAny = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();

/** What the library may be asked for. */
export const guidanceQuery = z.strictObject({
  q: line('the words', 100).optional(),
  body: line('the body', 200).optional(),
  place: orAny(keyOf('a place', JURISDICTIONS)),
  status: orAny(keyOf('a state', CURRENCY_WORDS)),
});
export type GuidanceQuery = z.output<typeof guidanceQuery>;

const page = z.coerce.number().int().min(1).max(100).default(1);

/** The same, and which page of the library is shown. */
export const libraryQuery = guidanceQuery.extend({ page });
export type LibraryQuery = z.output<typeof libraryQuery>;

/** Which page of the sources that wait is shown. */
export const tasksQuery = z.strictObject({ page });
export type TasksQuery = z.output<typeof tasksQuery>;

/** Address of one edition of one source. */
export const editionParams = z.object({
  key: z.string().max(100),
  edition: z.string().max(20),
});
export type EditionParams = z.output<typeof editionParams>;

/** What is written down after a look. */
export const checkFields = z.strictObject({
  checkedOn: civilDate('the day of the look'),
  link: requiredLine('the address of the text', 2000).pipe(
    z.url({ protocol: /^https?$/, error: 'Enter the address as it begins: https://' }),
  ),
  reviewBy: civilDate('the day of the next look'),
});
export type CheckFields = z.output<typeof checkFields>;

export const checkBody = checkFields.extend(editionParams.shape);
export type CheckBody = z.output<typeof checkBody>;

const contact = (label: string) => line(label, 500).default('');

/** What an organisation says of itself. */
export const organisationContacts = z.strictObject({
  adviceLine: contact('the advice line'),
  adviceHours: contact('the hours of the advice line'),
  membershipLine: contact('the membership line'),
  medicoLegalEmail: contact('the e-mail address for advice'),
  pressOffice: contact('the press office'),
  pressHours: contact('the hours of the press office'),
  complaintsContact: contact('the complaints contact'),
  phone: contact('the telephone number'),
  email: contact('the e-mail address'),
  website: contact('the website'),
  address: contact('the address'),
  dataProtectionContact: contact('the data protection contact'),
  safeguardingLead: contact('the safeguarding lead'),
  complaintsAdvocacy: contact('the independent help with complaints'),
  complaintsOmbudsman: contact('the ombudsman'),
});

/** Services that support doctors, one line each. */
export const supportServiceList = z.array(line('a support service', 300)).max(50);

/** The same in a form: one on each line. */
export const supportServiceLines = text('the support services', 10_000)
  .default('')
  .transform((value) =>
    value
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
  )
  .pipe(supportServiceList);

const version = z.coerce.number().int().min(1);

export const organisationChange = organisationContacts.extend({
  supportServices: supportServiceLines,
  version,
});
export type OrganisationChange = z.output<typeof organisationChange>;

/** Fields of the API that are left out stay as they are. */
export const organisationPatch = z.strictObject({
  ...Object.fromEntries(
    Object.keys(organisationContacts.shape).map((name) => [
      name,
      line('the contact', 500).optional(),
    ]),
  ),
  supportServices: supportServiceList.optional(),
  version: z.int().min(1),
});

/** Key of an entry of the support directory. */
export const contactParams = z.object({ key: z.string().max(100) });
export type ContactParams = z.output<typeof contactParams>;

export const contactChange = z.strictObject({
  number: line('the number', 100).default(''),
  hours: line('the hours', 200).default(''),
  isShown: tick,
});
export type ContactChange = z.output<typeof contactChange>;

const clause = z.strictObject({
  number: requiredLine('the number of the clause', 40),
  words: requiredText('the words of the clause', 2000),
});

/** The clauses of a policy. */
export const clauseList = z.array(clause).max(100, 'That is too many');

/** A policy as the API takes it. */
export const policyBody = z.strictObject({
  employer: line('the employer', 200).default(''),
  title: requiredLine('the title', 200),
  edition: requiredLine('the edition', 100),
  inForceFrom: civilDate('the first day'),
  messaging: keyOf('what it says of messaging apps', MESSAGING_RULES),
  clauses: clauseList.default([]),
});
export type PolicyBody = z.output<typeof policyBody>;

export const policyPatch = policyBody.extend({ version });
export type PolicyPatch = z.output<typeof policyPatch>;
