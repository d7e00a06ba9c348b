import { EMERGENCY_CONTACTS } from '#guidance';
import type { Organisation } from '#identity';
import { type AlertStatus, answerBy } from '#intake';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';

/** What makes it worse, whoever advises. */
export const DO_NOT = [
  'Do not reply, not even to say sorry. A reply can confirm that somebody is your patient.',
  'Do not tell anybody online, or friends or family, anything about a patient.',
  'Do not look into a patient’s record to find out who wrote it.',
  'Do not delete anything that you have posted yourself. Show it to us first.',
];

const DO = [
  'Keep a copy: a screenshot with the address, the date and the time.',
  'Stop notifications for it if reading it upsets you.',
  'Tell us here what happened. It takes about five minutes.',
];

/** The first page: who will see it, what not to do now, who answers and when. */
export function startView(organisations: readonly Organisation[], now: Date): PageView {
  const only = organisations.length === 1 ? organisations[0] : undefined;
  return {
    page: {
      title: 'Get help with something online about you or by you',
      organisationName: only?.name,
    },
    doNot: DO_NOT,
    dos: DO,
    only: only?.slug,
    choices: choicesOf(organisations),
    readers: organisations.map((one) => ({ name: one.name, paragraphs: readersOf(one) })),
    adviceLines: organisations.flatMap(adviceLineOf),
    answers: organisations.map(({ name, jurisdiction }) => ({
      name,
      by: formatDateTime(answerBy(now, jurisdiction)),
    })),
  };
}

/** The question that comes before everything else. */
export function safetyView(organisations: readonly Organisation[]): PageView {
  const only = organisations.length === 1 ? organisations[0] : undefined;
  return {
    page: {
      title: 'Is anyone in danger or threatened now?',
      organisationName: only?.name,
      backLink: { href: '/requests/new' },
    },
    contacts: EMERGENCY_CONTACTS,
    only: only?.slug,
    choices: choicesOf(organisations),
  };
}

/** The page of one alert. It claims no more than is known. */
export function alertView(status: AlertStatus): PageView {
  const words = alertWords(status);
  return {
    page: { title: words.title },
    contacts: EMERGENCY_CONTACTS,
    status: { ...words, state: status.state },
  };
}

/** What the one who raised an alert is told. */
export function alertWords(status: AlertStatus): { title: string; paragraphs: string[] } {
  const raised = `You told us at ${formatDateTime(status.raisedAt)}.`;
  if (status.state === 'acknowledged') {
    const who = status.byDutyAdviser ? 'the duty adviser' : 'an adviser';
    return {
      title: 'An adviser has seen your alert',
      paragraphs: [
        `Acknowledged by ${who} at ${formatDateTime(status.acknowledgedAt)}. ${raised}`,
        'We do not call the emergency services for you. If anyone is in danger, call them yourself.',
      ],
    };
  }
  const duty = status.isAnybodyOnDuty
    ? 'Somebody is on duty, but we cannot say when they will look.'
    : 'Nobody is on duty at the moment. It may be the next working day before anybody looks.';
  return {
    title: 'Nobody has seen your alert yet',
    paragraphs: [`${raised} ${duty}`, 'Do not wait for us. If anyone is in danger, call now.'],
  };
}

/** The advice line of an organisation and its hours; nothing where it has none. */
function adviceLineOf({ name, contacts }: Organisation) {
  const { adviceLine, adviceHours } = contacts;
  return adviceLine ? [{ name, adviceLine, adviceHours }] : [];
}

function choicesOf(organisations: readonly Organisation[]) {
  return organisations.map(({ slug, name, kind }) => ({
    value: slug,
    text: name,
    hint: kind === 'mdo' ? 'A medical defence organisation' : 'An employer',
  }));
}

function readersOf({ kind, name }: Organisation): string[] {
  if (kind === 'mdo') {
    return [
      `Advisers of ${name} read what you write. They advise you as their member, in confidence. Your employer does not see it here.`,
    ];
  }
  return [
    `${name} is an employer. Its staff who deal with these matters read what you write, and it becomes part of the employer’s record. It is not your own advice, and it is not in confidence between you and an adviser of your own.`,
    'For advice that is yours alone, speak to your medical defence organisation or your union first.',
  ];
}
