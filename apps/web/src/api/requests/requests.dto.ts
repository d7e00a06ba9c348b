import { z } from 'zod';
import { SETTINGS } from '#cases';
import { addDays } from '#deadlines';
import { JURISDICTIONS, PLATFORM_NAMES } from '#guidance';
import {
  REPLIED,
  type RequestAnswers,
  type RequestStep,
  SELF_HELP,
  WELLBEING,
  WHAT_HAPPENED,
  YES_NO_UNSURE,
} from '#intake';
import { INCIDENT_KIND_LABELS } from '#triage';
import {
  choice,
  civilDate,
  keyOf,
  line,
  optionalDate,
  requiredLine,
  requiredText,
  text,
  tick,
  webAddress,
} from '../../http/field-schemas.js';
import { fileField } from '../../http/upload.js';

const answers = {
  whatHappened: keyOf('what happened', WHAT_HAPPENED),
  platform: keyOf('where it is', PLATFORM_NAMES),
  url: webAddress('the address').default(''),
  account: line('the account name', 200).default(''),
  postText: text('the words of the post', 50_000).default(''),
  seenOn: civilDate('the day you saw it'),
  replied: keyOf('whether anybody has replied', REPLIED),
  patient: keyOf('whether it involves a patient', YES_NO_UNSURE),
  complaint: keyOf('whether there is a complaint too', YES_NO_UNSURE),
  jurisdiction: keyOf('the nation you work in', JURISDICTIONS),
  setting: keyOf('where you work', SETTINGS),
  words: requiredText('what happened, in your own words', 50_000),
  wellbeing: keyOf('how you are', WELLBEING).default('unsaid'),
};

/** A step that the doctor has done. */
export const selfHelpBody = z.strictObject({ step: keyOf('what you have done', SELF_HELP) });
export type SelfHelpBody = z.output<typeof selfHelpBody>;

/** A picture or file that a doctor sends, as a form. */
export const sentFileBody = z.strictObject({
  seenAt: requiredLine('when you saw it', 40),
  shows: text('what it shows', 2000).default(''),
  file: fileField('a file'),
});
export type SentFileBody = z.output<typeof sentFileBody>;

/** A whole request, as a program sends it. */
export const requestBody = z.strictObject(answers);

const { whatHappened, platform, url, account, postText, replied, patient, complaint } = answers;
const { jurisdiction, setting, words, wellbeing } = answers;

/** The form of each question. @param today civil date for "today" and "yesterday". */
export function stepForm(step: RequestStep, today: string): z.ZodType<Partial<RequestAnswers>> {
  return {
    'what-happened': z.strictObject({ whatHappened }),
    where: z.strictObject({ platform }),
    link: z.strictObject({ url, account, postText }),
    when: whenForm(today),
    replied: z.strictObject({ replied }),
    patient: z.strictObject({ patient, complaint }),
    work: z.strictObject({ jurisdiction, setting }),
    words: z.strictObject({ words }),
    'how-are-you': z.strictObject({ wellbeing }),
  }[step];
}

function whenForm(today: string) {
  return z
    .strictObject({
      seen: choice('when you saw it', ['today', 'yesterday', 'date']),
      seenOn: optionalDate('the day you saw it').default(null),
    })
    .transform(({ seen, seenOn }, context) => {
      if (seen === 'today') return { seenOn: today };
      if (seen === 'yesterday') return { seenOn: addDays(today, -1) };
      if (seenOn) return { seenOn };
      context.addIssue({ code: 'custom', path: ['seenOn'], message: 'Enter the day you saw it' });
      return z.NEVER;
    });
}

const version = z.coerce.number().int().min(1);
const title = line('the short title', 200);
const kind = keyOf('what happened', INCIDENT_KIND_LABELS);
const reason = requiredText('the reason, in words for the doctor', 2000);

/** Accepting a request on its page. */
export const acceptForm = z.strictObject({ version, title, kind, isUrgent: tick });
export type AcceptForm = z.output<typeof acceptForm>;

/** Declining a request on its page. */
export const declineForm = z.strictObject({ version, reason });
export type DeclineForm = z.output<typeof declineForm>;

/** Deciding a request through the API. */
export const decisionBody = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('accept'),
    version: version.optional(),
    title: title.optional(),
    kind: kind.optional(),
    isUrgent: z.boolean().optional(),
  }),
  z.strictObject({ decision: z.literal('decline'), version: version.optional(), reason }),
]);
export type DecisionBody = z.output<typeof decisionBody>;

/** Going on duty for alerts: hours from now. */
export const dutyForm = z.strictObject({
  hours: z.coerce
    .number('Choose for how long')
    .int('Choose for how long')
    .min(1, 'Choose for how long')
    .max(72, 'Nobody is on duty for more than 72 hours at a time'),
});
export type DutyForm = z.output<typeof dutyForm>;
