import { dayIn } from '#deadlines';
import { PLATFORM_NAMES } from '#guidance';
import type { TextDocument } from '#platform';
import type { OpenedDraft } from '../draft-records.js';
import type { Draft } from '../draft.js';
import type { PublishedBody } from '../published-body.js';
import type { Release } from '../release.repository.js';
import { AUDIENCES, type TemplateAudience } from '../template-labels.js';

/** Whether a text goes out as a letter: letters, notices to the legal team of a site, and all that is written to the doctor. */
export function isLetter({ channel, audience }: Pick<Draft, 'channel' | 'audience'>): boolean {
  if (channel === 'letter' || channel === 'regulator_letter') return true;
  return audience === 'doctor' || audience === 'platform-legal';
}

/**
 * A released text as a letter. Around the exact words stands only what the organisation publishes of itself, the day of the release,
 * the reference where these readers may know it, and to whom it goes.
 */
export function letterOf(
  { draft, found, body }: OpenedDraft,
  { text, textHash, releasedAt }: Pick<Release, 'text' | 'textHash' | 'releasedAt'>,
): TextDocument {
  const isNotice = draft.audience === 'platform-legal';
  const mayKnowCase = AUDIENCES[draft.audience].clearance.has('case');
  const to = recipientOf(draft, found);
  return {
    title: `${isNotice ? 'Notice' : 'Letter'} from ${body.name}`,
    language: found.jurisdiction === 'ireland' ? 'en-IE' : 'en-GB',
    sender: { name: body.name, lines: contactLines(body) },
    facts: [
      { key: 'Date', text: dateInWords(dayIn(releasedAt, found.jurisdiction)) },
      ...(mayKnowCase ? [{ key: 'Reference', text: found.reference }] : []),
      ...(to ? [{ key: 'To', text: to }] : []),
    ],
    text,
    foot: `SHA-256 of the released text: ${textHash}`,
  };
}

function contactLines({ address, phone, website }: PublishedBody): string[] {
  const contacts = [address, phone && `Telephone: ${phone}`, website];
  return contacts.flatMap((contact) => contact.split('\n')).filter((line) => line !== '');
}

/** Nobody is named who is not addressed: a person outside is named by the words of the letter, or not at all. */
const RECIPIENTS: Partial<Record<TemplateAudience, string>> = {
  complainant: 'The person addressed below',
  patient: 'The person addressed below',
  employer: 'The employer',
  regulator: 'The regulator',
  police: 'The police',
  safeguarding: 'The safeguarding team',
};

function recipientOf(
  { audience }: Draft,
  { doctorName, platform }: OpenedDraft['found'],
): string | undefined {
  if (audience === 'doctor') return doctorName || 'The doctor';
  if (audience === 'platform-legal')
    return `The legal team of ${PLATFORM_NAMES[platform] ?? 'the site'}`;
  return RECIPIENTS[audience];
}

const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** @param day civil date */
function dateInWords(day: string): string {
  return LONG.format(new Date(`${day}T00:00:00Z`));
}
