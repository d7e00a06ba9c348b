import type { Category, Severity } from '../model.js';
import type { RuleText } from '../rules.js';

const WELCOME = 'We welcome all feedback and take it seriously.';
const PRIVATE = 'Please contact us privately, so that we can listen to your concerns.';
const DUTY = 'Confidentiality comes first, so nothing more can be said in this place.';

const text = (
  rule: string,
  [category, severity]: readonly [Category, Severity],
  why: string,
  [citation, suggestion]: readonly [string, string],
): RuleText => ({ rule, category, severity, why, citation, suggestion });

const identifier = (category: Category, what: string): RuleText =>
  text(`identifier.${category}`, [category, 3], `Contains ${what}, which identifies a person.`, [
    'A1.p18',
    `Remove it. ${DUTY}`,
  ]);

/**
 * What each rule says of its findings.
 * @source GMC, Confidentiality (A1, paragraphs 18–19); GMC, Responding to criticism in the press
 *   (A3.press); GMC, recordings guidance on small details (A10); MDU, Using social media (S.mdu).
 */
export const RULE_TEXTS = {
  personName: identifier('person_name', 'the name of a patient'),
  nhs: identifier('nhs_number', 'an NHS number'),
  chi: identifier('chi_number', 'a CHI number'),
  hc: identifier('hc_number', 'a Health and Care number'),
  ihi: identifier('ihi_number', 'an Individual Health Identifier'),
  pps: identifier('pps_number', 'a PPS number'),
  mrn: identifier('mrn', 'a record number'),
  dob: identifier('dob', 'a date of birth'),
  phone: identifier('phone', 'a telephone number that is not the organisation’s'),
  email: identifier('email', 'an e-mail address that is not the organisation’s'),
  address: identifier('address', 'an address that is not the organisation’s'),
  postcode: identifier('postcode', 'a postcode that is not the organisation’s'),
  eircode: identifier('eircode', 'an Eircode that is not the organisation’s'),
  url: identifier('url', 'the address of the post or of a profile'),
  handle: identifier('handle', 'the account name of a person'),
  ip: identifier('ip', 'a network address'),
  relationship: text(
    'relationship.confirms-care',
    ['relationship_confirmation', 2],
    'Says or implies that a person received care from you.',
    ['A3.press', WELCOME],
  ),
  softRelationship: text(
    'relationship.suggests-contact',
    ['relationship_confirmation', 1],
    'May be read as saying that the writer was seen by you.',
    ['A3.press', WELCOME],
  ),
  clinical: text(
    'clinical.about-a-person',
    ['clinical_disclosure', 3],
    'Gives clinical information about a person.',
    ['A1.p18', DUTY],
  ),
  encounter: text(
    'encounter.date',
    ['encounter_detail', 2],
    'Gives the date or time of contact with a person.',
    ['A3.press', WELCOME],
  ),
  quasi: text(
    'quasi.description',
    ['quasi_identifier', 2],
    'Describes a person closely enough for others to recognise them.',
    ['A10', 'Remove the description; speak of nobody in particular.'],
  ),
  thirdParty: text(
    'third-party.named',
    ['third_party', 2],
    'Names or describes somebody else in the life of the person.',
    ['A1.p19', 'Remove any mention of relatives, friends or carers.'],
  ),
  thirdPartyTold: text(
    'third-party.told',
    ['third_party', 2],
    'Speaks of somebody else in the life of the person.',
    ['A1.p19', 'Remove any mention of relatives, friends or carers.'],
  ),
  unsure: text(
    'statement.unsure',
    ['relationship_confirmation', 1],
    'It cannot be told whether this is said of a person; confirm that it is not.',
    ['A3.press', WELCOME],
  ),
  echo: text(
    'echo.detail-of-post',
    ['echo_of_post', 2],
    'Repeats a detail of the post and so accepts that its story is about you.',
    ['S.mdu', WELCOME],
  ),
  overPlatform: text(
    'over-disclosure.platform',
    ['over_disclosure', 2],
    'The platform needs the address of the post and the rule it breaks, nothing about a person.',
    ['A1.p19', 'State the address of the post, its date and the rule that it breaks.'],
  ),
  overContact: text(
    'over-disclosure.contact',
    ['over_disclosure', 1],
    'Gives contact or identity data that was probably not asked for.',
    ['A1.p19', 'Send only what was asked for; refer to the person by the case reference.'],
  ),
  overThird: text(
    'over-disclosure.others',
    ['over_disclosure', 2],
    'Sends records or history beyond what an enquiry into the doctor needs.',
    ['A1.p19', 'Send only what was asked for.'],
  ),
  war: text('tone.hostile', ['tone_war', 1], 'Reads as hostile.', ['A3.press', WELCOME]),
  admission: text(
    'tone.admission',
    ['tone_admission', 1],
    'Reads as an admission; take advice before admitting fault in public.',
    ['S.mdu', 'It matters to us when somebody is unhappy, and we would like to listen.'],
  ),
  threat: text('tone.threat', ['tone_threat', 1], 'Reads as a threat.', ['A3.press', PRIVATE]),
  accusation: text('tone.accusation', ['tone_accusation', 1], 'Accuses the writer.', [
    'A3.press',
    WELCOME,
  ]),
  sarcasm: text('tone.sarcasm', ['tone_sarcasm', 1], 'Reads as sarcastic.', ['A3.press', WELCOME]),
  couldNotCheck: text(
    'guard-could-not-check',
    ['guard_failure', 3],
    'The text could not be checked, so it must not be sent.',
    [
      'S.mdu',
      'Shorten the text, or remove unusual characters and words that stand again and again, then check it again. Above 20,000 characters it needs 300 different words; above 100,000 it is never checked.',
    ],
  ),
} as const satisfies Record<string, RuleText>;
