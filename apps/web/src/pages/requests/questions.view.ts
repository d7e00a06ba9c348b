import { SETTINGS } from '#cases';
import { addDays } from '#deadlines';
import type { SentFile } from '#evidence';
import { EMERGENCY_CONTACTS, JURISDICTIONS, PLATFORM_NAMES } from '#guidance';
import {
  type DoctorRequest,
  isPressing,
  REPLIED,
  REQUEST_STEPS,
  type RequestAnswers,
  type RequestStep,
  stepBefore,
  WELLBEING,
  WHAT_HAPPENED,
  YES_NO_UNSURE,
} from '#intake';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate } from '../../views/filters.js';
import { patientDetailsIn } from './patient-details.js';
import { QUESTION_WORDS } from './questions.words.js';
import { ownRow } from './request-files.view.js';

/** One question with what was answered before. */
export function questionView(
  step: RequestStep,
  answers: Partial<RequestAnswers>,
  today: string,
): PageView {
  const { title, lead, fields } = QUESTION_WORDS[step];
  const before = stepBefore(step);
  return {
    page: {
      title,
      backLink: { href: before ? `/requests/new/${before}` : '/requests/new/safety' },
    },
    question: {
      number: REQUEST_STEPS.indexOf(step) + 1,
      total: REQUEST_STEPS.length,
      action: `/requests/new/${step}`,
      leaveHref: '/my/requests',
      help: {
        text: 'Worried about yourself or anybody else? Samaritans, day and night:',
        phone: '116 123',
      },
    },
    lead,
    fields,
    isSingle: fields[0]!.label === title,
    noticed: step === 'words' ? patientDetailsIn(answers.words ?? '') : [],
    values: { ...answers, ...seenValues(answers.seenOn, today) },
  };
}

function seenValues(seenOn: string | undefined, today: string) {
  if (seenOn === undefined) return {};
  if (seenOn === today) return { seen: 'today', seenOn: '' };
  if (seenOn === addDays(today, -1)) return { seen: 'yesterday', seenOn: '' };
  return { seen: 'date', seenOn };
}

/** All answers before they are sent. */
export function checkView(
  { reference, answers }: { reference: string; answers: RequestAnswers },
  files: readonly SentFile[],
): PageView {
  return {
    page: { title: 'Check your answers', backLink: { href: '/requests/new/how-are-you' } },
    facts: answerFacts(answers, true),
    noticed: patientDetailsIn(answers.words),
    files: files.map((file) => ownRow(file, reference)),
    values: { reference },
  };
}

/** What was answered, in words. @param canChange adds a link to each question. */
export function answerFacts(answers: RequestAnswers, canChange = false) {
  const fact = (step: RequestStep, key: string, text: string) => ({
    key,
    text,
    ...(canChange ? { changeHref: `/requests/new/${step}` } : {}),
  });
  return [
    fact('what-happened', 'What happened', WHAT_HAPPENED[answers.whatHappened]),
    fact('where', 'Where', PLATFORM_NAMES[answers.platform] ?? answers.platform),
    fact('link', 'Link', answers.url),
    fact('link', 'Account', answers.account),
    fact('link', 'What it says', answers.postText),
    fact('when', 'First seen', formatDate(answers.seenOn)),
    fact('replied', 'Replied', REPLIED[answers.replied]),
    fact('patient', 'By or about a patient', YES_NO_UNSURE[answers.patient]),
    fact('patient', 'A complaint as well', YES_NO_UNSURE[answers.complaint]),
    fact('work', 'Nation', JURISDICTIONS[answers.jurisdiction]),
    fact('work', 'Place of work', SETTINGS[answers.setting]),
    fact('words', 'Own words', answers.words),
    fact('how-are-you', 'Wellbeing', WELLBEING[answers.wellbeing]),
  ];
}

/** The receipt. */
export function sentView({ reference, answerBy, sentAt, answers }: DoctorRequest): PageView {
  const needsSupport = isPressing(answers) || answers.wellbeing === 'strained';
  return {
    page: { title: 'Your request is sent' },
    reference,
    answerBy,
    sentAt,
    contacts: needsSupport ? EMERGENCY_CONTACTS : [],
  };
}

/** A word after a threat, before the next question. */
export function threatView(next: string): PageView {
  return {
    page: {
      title: 'A threat is for the police too',
      backLink: { href: '/requests/new/what-happened' },
    },
    paragraphs: [
      'You do not have to judge whether it is meant. If you think that somebody may come to harm, call now. You can go on here afterwards.',
      'Do not answer the threat, and keep a copy of it.',
    ],
    contacts: EMERGENCY_CONTACTS,
    next,
  };
}

/** To a doctor who is not safe: whom to call, and a way to be called, before the request goes on. */
export function notSafeView(next: string): PageView {
  return {
    page: {
      title: 'Thank you for telling us. You come first',
      backLink: { href: '/requests/new/how-are-you' },
    },
    paragraphs: [
      'You do not have to go through this alone. If you may come to harm now, call 999 or 112. To talk to somebody at any hour, call Samaritans.',
      'What you have written is kept. It can wait.',
    ],
    contacts: EMERGENCY_CONTACTS,
    canRaise: true,
    next,
  };
}

/** A calm word to a doctor who has replied. */
export function stopView(next: string): PageView {
  return {
    page: {
      title: 'Thank you for telling us. Please stop here',
      backLink: { href: '/requests/new/replied' },
    },
    paragraphs: [
      'Many people reply at first. It can be dealt with.',
      'Please do not write anything more, and do not change or delete what is there. Keep a copy of it: we need to see it as it is.',
      'If somebody answers you, leave it unanswered. We look at it together.',
    ],
    contacts: [],
    next,
  };
}
