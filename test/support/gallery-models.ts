import { barChart, monthChart } from '../../apps/web/src/views/chart.js';
import { deadlineWord } from '../../apps/web/src/views/deadline-words.js';
import { ERROR_WORDS, errorWords } from '../../apps/web/src/views/error-words.js';
import { markText } from '../../apps/web/src/views/marked-text.js';
import { overview, pages, start } from './gallery-words.js';
import type { PageFrame } from '../../apps/web/src/views/page-model.js';

/** A page of the gallery: a template of its own, and a model of invented words. */
export interface Sample {
  name: string;
  view: string;
  model: object;
}

/** Makes the frame of a page as an adviser sees it. */
export function frame(title: string, more: Partial<PageFrame> = {}): PageFrame {
  return {
    title,
    organisationName: 'Example Defence Organisation',
    personName: 'J Adviser',
    csrfToken: 'token',
    shortcuts: true,
    navigation: [
      { href: '/work', text: 'My work', current: true },
      { href: '/requests', text: 'New requests (3)' },
      { href: '/cases', text: 'All cases' },
      { href: '/reports', text: 'Reports' },
    ],
    ...more,
  };
}

const STEPS = [
  'The post was seen on 18 November 2026.',
  '4 working days are counted from the day after.',
  'Saturday 21 and Sunday 22 November are not working days.',
];

const due = {
  dueAt: '2026-11-24T17:00:00Z',
  ...deadlineWord(2),
  steps: STEPS,
};

/** The bar over each page of a case. */
export const caseBar = {
  reference: 'PAR-26-7K4MX-3',
  title: 'Review criticising Dr A Example',
  state: { text: 'Response drafted', colour: 'blue' },
  urgent: true,
  restricted: true,
  owner: 'J Adviser',
  due,
  tabs: [
    { href: '#a', text: 'Overview', current: true },
    { href: '#b', text: 'Evidence', count: 4 },
    { href: '#c', text: 'Triage' },
    { href: '#d', text: 'Drafts', count: 2 },
    { href: '#e', text: 'Messages', count: 1 },
    { href: '#f', text: 'History' },
  ],
  nextStep: {
    text: 'Send for approval',
    href: '/cases/PAR-26-7K4MX-3/drafts/2',
    why: 'Draft 2 is checked and has nothing left to fix.',
  },
};

const DRAFT =
  'Thank you for taking the time to comment.\n\nWe are sorry your visit in June did not go as hoped. ' +
  'Please contact Sister Sample on 020 7946 0018.';

const marked = {
  ...markText(DRAFT, [
    span(
      'We are sorry your visit in June',
      'block',
      'This confirms that someone was seen, and when.',
    ),
    span('Sister Sample', 'block', 'This names a member of staff.'),
    span('020 7946 0018', 'warn', 'Check that this number is meant for the public.'),
  ]),
  textLabel: 'Draft with findings marked',
  action: '/drafts/2/suggestions',
  csrfToken: 'token',
};

function span(quote: string, severity: 'block' | 'warn', why: string) {
  const start = DRAFT.indexOf(quote);
  const suggestion = severity === 'block' ? 'our team' : null;
  return { start, end: start + quote.length, severity, why, suggestion, citation: 'Guard rule 7' };
}

const charts = [
  barChart({
    id: 'routes',
    title: 'Cases by route',
    description: 'Most went to the moderator route: 61 of 127.',
    labelHeading: 'Route',
    valueHeading: 'Cases',
    figures: [
      { label: 'Moderator route', value: 61 },
      { label: 'Don’t engage', value: 33 },
      { label: 'Private conversation', value: 29 },
      { label: 'Regulator referral', value: 3 },
      { label: 'Police', value: 0 },
    ],
  }),
  monthChart({
    id: 'months',
    title: 'New cases by month',
    description: 'New cases rose from 8 in August 2025 to 19 in July 2026.',
    labelHeading: 'Month',
    valueHeading: 'Cases',
    figures: [8, 9, 7, 3, 12, 11, 14, 10, 0, 15, 17, 19].map((value, index) => ({
      label: `${index < 5 ? 2025 : 2026}-${String(((index + 7) % 12) + 1).padStart(2, '0')}`,
      value,
    })),
  }),
];

const worklist = {
  caption: 'Cases that I own',
  captionHidden: true,
  select: { name: 'case', label: 'Choose cases' },
  columns: [
    { text: 'Due', sortHref: '?sort=-due', sorted: 'ascending' },
    { text: 'Reference' },
    { text: 'Doctor' },
    { text: 'What' },
    { text: 'State' },
    { text: 'Next step' },
  ],
  rows: [
    row('PAR-26-7K4MX-3', 'A Example', 0, 'Approve draft'),
    row('PAR-26-7K39X-4', 'B Sample', 1, 'Finish triage'),
    row('PAR-26-7K31X-4', 'C Person', 3, 'Report it'),
    row('PAR-26-7K27X-4', 'D Doctor', -1, 'Call the doctor'),
  ],
};

function row(reference: string, doctor: string, left: number, next: string) {
  const word = deadlineWord(left);
  return {
    value: reference,
    label: `Choose ${reference}`,
    cells: [
      { text: 'Tue 24 Nov', due: word },
      { text: reference, href: `/cases/${reference}`, urgent: left <= 0 },
      { text: doctor },
      { text: 'Review', note: 'two accounts' },
      { tag: { text: 'Triage', colour: 'purple' } },
      { text: next },
    ],
  };
}

const errors = [
  { field: 'replied', text: 'Choose whether you have replied', href: '#replied' },
  { field: 'seen', text: 'The date you saw it must be in the past', href: '#seen' },
  { field: 'words', text: 'Write what happened', href: '#words' },
];
const values = {
  link: 'not an address',
  'seen-day': '31',
  'seen-month': '2',
  team: 'b',
  kinds: ['review'],
};

const errorPages = Object.keys(ERROR_WORDS).map((status) => {
  const words = errorWords(Number(status));
  return {
    name: `error-${status}`,
    view: 'errors/error',
    model: { page: frame(words.title), words, requestId: 'req-1a2b3c' },
  };
});

/** All pages of the gallery. */
export const SAMPLES: readonly Sample[] = [
  { name: 'case', view: 'case', model: { page: frame('Overview'), caseBar, ...overview } },
  {
    name: 'worklist',
    view: 'worklist',
    model: {
      page: frame('My work', {
        flash: { text: 'Case assigned', detail: 'It is now in A Colleague’s list.' },
      }),
      worklist,
      pages,
    },
  },
  {
    name: 'draft',
    view: 'draft',
    model: { page: frame('Draft 2'), caseBar, marked, draft: DRAFT, copyText: 'Copy text' },
  },
  { name: 'reports', view: 'reports', model: { page: frame('Reports'), charts } },
  {
    name: 'form',
    view: 'form',
    model: { page: frame('Fields', { breadcrumbs: [{ href: '/work', text: 'My work' }] }), values },
  },
  { name: 'form-errors', view: 'form', model: { page: frame('Fields'), errors, values } },
  {
    name: 'question',
    view: 'question',
    model: {
      page: frame('Have you replied?', {
        navigation: [],
        backLink: { href: '/requests/new/kind' },
        shortcuts: false,
      }),
      question: {
        number: 3,
        total: 9,
        action: '/requests/new/replied',
        savedAt: '2026-11-22T02:14:00Z',
        leaveHref: '/requests/new/leave',
        help: { text: 'Worried now? Call us, day or night:', phone: '0800 000 0000' },
      },
    },
  },
  {
    name: 'start',
    view: 'start',
    model: {
      page: frame('If someone has criticised you online', { navigation: [], personName: '' }),
      ...start,
    },
  },
  ...errorPages,
];
