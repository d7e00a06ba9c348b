import { SETTINGS } from '#cases';
import { JURISDICTIONS, PLATFORM_NAMES } from '#guidance';
import { REPLIED, type RequestStep, WELLBEING, WHAT_HAPPENED, YES_NO_UNSURE } from '#intake';

interface Option {
  value: string;
  text: string;
  hint?: string;
}

/** A field of a question; the template has a macro for each kind. */
export interface QuestionField {
  kind: 'radios' | 'select' | 'text' | 'date' | 'textarea' | 'counted';
  name: string;
  label: string;
  hint?: string;
  options?: Option[];
}

/** One question in words: the title of its page, what is said before it, and its fields. */
export interface QuestionWords {
  title: string;
  lead?: string;
  fields: QuestionField[];
}

const HAPPENED_HINTS: Partial<Record<string, string>> = {
  review: 'On a review site, a map or a health service page',
  post: 'On social media, in a forum or a group',
  threat: 'To hurt somebody, to publish something, to come to your home or work',
  own_post: 'Whatever it is, you are right to ask',
};

/** The questions in words. */
export const QUESTION_WORDS: Record<RequestStep, QuestionWords> = {
  'what-happened': {
    title: 'What happened?',
    fields: [
      {
        kind: 'radios',
        name: 'whatHappened',
        label: 'What happened?',
        hint: 'Choose what comes closest. You can say more later.',
        options: options(WHAT_HAPPENED, HAPPENED_HINTS),
      },
    ],
  },
  where: {
    title: 'Where is it?',
    fields: [
      {
        kind: 'select',
        name: 'platform',
        label: 'Where is it?',
        hint: 'The site or app. Choose the last one on the list if you do not find it.',
        options: options(PLATFORM_NAMES),
      },
    ],
  },
  link: {
    title: 'How can we find it?',
    lead: 'Give what you have. You can leave any of these empty.',
    fields: [
      {
        kind: 'text',
        name: 'url',
        label: 'Link',
        hint: 'Paste the address, or say in words where it is. We do not open it.',
      },
      { kind: 'text', name: 'account', label: 'Name of the account that posted it' },
      {
        kind: 'textarea',
        name: 'postText',
        label: 'What it says',
        hint: 'Copy it exactly as it stands, if you can.',
      },
    ],
  },
  when: {
    title: 'When did you first see it?',
    fields: [
      {
        kind: 'radios',
        name: 'seen',
        label: 'When did you first see it?',
        options: [
          { value: 'today', text: 'Today' },
          { value: 'yesterday', text: 'Yesterday' },
          { value: 'date', text: 'On another day' },
        ],
      },
      { kind: 'date', name: 'seenOn', label: 'If on another day: which?' },
    ],
  },
  replied: {
    title: 'Have you, or has anybody for you, replied?',
    fields: [
      {
        kind: 'radios',
        name: 'replied',
        label: 'Have you, or has anybody for you, replied?',
        hint: 'Please do not reply for now, not even to say sorry. A reply can confirm that somebody is your patient.',
        options: options(REPLIED),
      },
    ],
  },
  patient: {
    title: 'Does it involve a patient?',
    lead: 'Answer from what you know already. Please do not look into a patient’s record to find out.',
    fields: [
      {
        kind: 'radios',
        name: 'patient',
        label: 'Is it by a patient or about a patient?',
        options: options(YES_NO_UNSURE),
      },
      {
        kind: 'radios',
        name: 'complaint',
        label: 'Has the author also complained to where you work, in words or in writing?',
        options: options(YES_NO_UNSURE),
      },
    ],
  },
  work: {
    title: 'Where do you work?',
    lead: 'The rules and the time limits differ. If it is about care that you gave, answer for the place of that care.',
    fields: [
      { kind: 'radios', name: 'jurisdiction', label: 'Nation', options: options(JURISDICTIONS) },
      { kind: 'radios', name: 'setting', label: 'Place of work', options: options(SETTINGS) },
    ],
  },
  words: {
    title: 'What happened, in your own words?',
    fields: [
      {
        kind: 'counted',
        name: 'words',
        label: 'What happened, in your own words?',
        hint: 'A few sentences are enough. Please leave out names, dates of birth, addresses and record numbers: write “the patient”.',
      },
    ],
  },
  'how-are-you': {
    title: 'How are you?',
    fields: [
      {
        kind: 'radios',
        name: 'wellbeing',
        label: 'How are you?',
        hint: 'You do not have to answer. It helps us to know how soon to call you. Samaritans listen day and night on 116 123.',
        options: options(WELLBEING),
      },
    ],
  },
};

function options(
  table: Readonly<Record<string, string>>,
  hints: Partial<Record<string, string>> = {},
): Option[] {
  return Object.entries(table).map(([value, text]) => {
    const hint = hints[value];
    return hint === undefined ? { value, text } : { value, text, hint };
  });
}
