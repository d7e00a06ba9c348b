import { z } from 'zod';
import { AUDIENCES, CHANNELS } from '#confidentiality';
import { ACCEPTANCE_WAYS, BREAK_GLASS_VERDICTS, MOST_COMMENTS, POSTING_WAYS } from '#responses';
import {
  choice,
  civilDate,
  idParams,
  line,
  list,
  referenceParams,
  requiredLine,
  requiredText,
  text,
  tick,
} from '../../http/field-schemas.js';
import { isReference, readReference } from '#kernel';
import { supportServiceList } from '../guidance/guidance.dto.js';

/** Longest text of a draft, in UTF-16 units. */
export const DRAFT_LIMIT = 50_000;

/** Answers by the names that a template declares. */
const answers = z.record(z.string().max(100), text('an answer', 4000)).default({});

/** A new draft in the words of a template; `isDoctorsWords` where it goes out in the doctor's name all the same. */
export const draftBody = z.strictObject({
  template: requiredLine('the template', 100),
  inputs: answers,
  facts: answers,
  body: z.uuid().nullable().default(null),
  isDoctorsWords: z.boolean().default(false),
});
export type DraftBody = z.output<typeof draftBody>;

/** Other words for a draft; `version` is that of the draft when it was read. */
export const editBody = z.strictObject({
  text: requiredText('the text', DRAFT_LIMIT),
  version: z.coerce.number().int().min(1),
});
export type EditBody = z.output<typeof editBody>;

export const submissionBody = z.strictObject({
  warningsReason: text('the reason', 2000).default(''),
});

const sha256 = (message: string) => z.string().regex(/^[0-9a-f]{64}$/, message);

/** Most sentences of one draft that are confirmed one by one. */
const MOST_SENTENCES = 1000;

/** What should change about words of a text, as they stand in it: offsets are UTF-16 units, `to` is exclusive. */
const commentOnWords = z.strictObject({
  from: z.int().min(0),
  to: z.int().min(1),
  quote: z.string().min(1, 'Enter the words').max(DRAFT_LIMIT),
  comment: requiredText('the comment', 2000),
});

/** A decision on exactly the text with this hash, and on those of its sentences that were typed by hand. */
export const approvalBody = z.strictObject({
  decision: choice('whether to approve or return it', ['approve', 'return']),
  textHash: sha256('Enter the hash of the text'),
  confirmed: list(sha256('Enter the hash of a sentence'), MOST_SENTENCES),
  comment: text('the comment', 5000).default(''),
  comments: z.array(commentOnWords).max(MOST_COMMENTS).default([]),
});
export type ApprovalBody = z.output<typeof approvalBody>;

/** The word of a doctor who has no page of their own, on the text with this hash. */
export const acceptanceBody = z.strictObject({
  textHash: sha256('Enter the hash of the text'),
  way: choice('how the doctor said it', ACCEPTANCE_WAYS),
  agreedOn: civilDate('the day'),
  proof: requiredText('by what it can be seen', 2000),
});
export type AcceptanceBody = z.output<typeof acceptanceBody>;

/** A comment of a draft. */
export const commentParams = idParams.extend({ comment: z.uuid() });
export type CommentParams = z.output<typeof commentParams>;

/** What one person says who lets a text out alone. */
export const breakGlassBody = z.strictObject({
  textHash: sha256('Enter the hash of the text'),
  reason: text('the reason', 2000).default(''),
  isLifeInDanger: tick,
  isWaiverKnown: tick,
});
export type BreakGlassBody = z.output<typeof breakGlassBody>;

/** What another person found who reviewed such a release. */
export const breakGlassReviewBody = z.strictObject({
  verdict: choice('whether the release was right', BREAK_GLASS_VERDICTS),
  note: text('what you found', 5000).default(''),
});
export type BreakGlassReviewBody = z.output<typeof breakGlassReviewBody>;

/** When and where a released text went out. */
export const postingBody = z.strictObject({
  way: choice('whether it was posted or sent', POSTING_WAYS),
  happenedOn: civilDate('the day'),
  place: requiredLine('where it was posted or sent', 2000),
});
export type PostingBody = z.output<typeof postingBody>;

/** A text as it stands: nothing is trimmed, so the offsets of findings fit what was sent. */
const textAsItStands = z
  .string('Enter a text')
  .max(DRAFT_LIMIT, `The text must be ${DRAFT_LIMIT.toLocaleString('en-GB')} characters or fewer`);

/** Words as they are typed; `version` is that of the draft whose words are being changed. */
export const typedBody = z.strictObject({
  text: text('the text', DRAFT_LIMIT),
  version: z.coerce.number().int().min(1).max(2_147_483_647),
});
export type TypedBody = z.output<typeof typedBody>;

export const tryBody = z.strictObject({ text: textAsItStands });

/** Most texts that one text is held against. */
const MOST_EARLIER_TEXTS = 50;

/** A text that is public already, and what a person calls it. */
const earlierText = z.strictObject({
  label: requiredLine('what the earlier text is called', 200),
  text: textAsItStands,
});

/** Any text to be checked, beside `earlier` ones that are public already; with a reference it is held against the facts of that case. */
export const guardCheckBody = z.strictObject({
  text: textAsItStands,
  channel: choice('the channel', CHANNELS),
  audience: choice('the audience', AUDIENCES),
  earlier: list(earlierText, MOST_EARLIER_TEXTS),
  reference: z
    .string()
    .transform(readReference)
    .refine(isReference, 'Enter the reference of a case')
    .optional(),
  /** Whether the patient of whom it tells without a name has agreed in writing to this very text. */
  hasConsent: z.boolean().default(false),
});
export type GuardCheckBody = z.output<typeof guardCheckBody>;

const detail = (label: string) => line(label, 500).default('');

/** What a body publishes about itself. */
export const bodyDetails = z.strictObject({
  name: requiredLine('the name', 200),
  complaintsContact: detail('the complaints contact'),
  phone: line('the telephone number', 100).default(''),
  website: detail('the website'),
  address: detail('the address'),
  pressOffice: detail('the press office'),
  dataProtectionContact: detail('the data protection contact'),
  complaintsAdvocacy: detail('the advocacy service'),
  complaintsOmbudsman: detail('the ombudsman'),
  supportServices: supportServiceList.default([]),
  adviceLine: line('the advice line', 200).default(''),
  safeguardingLead: line('the safeguarding lead', 200).default(''),
});

export const bodyChange = bodyDetails.extend({ version: z.coerce.number().int().min(1) });
export type BodyChange = z.output<typeof bodyChange>;

/** Address of a draft among the pages of its case. */
export const draftParams = referenceParams.extend(idParams.shape);
export type DraftParams = z.output<typeof draftParams>;

/** For which template. */
export const prefillsQuery = z.strictObject({ template: requiredLine('the template', 100) });
export type PrefillsQuery = z.output<typeof prefillsQuery>;
