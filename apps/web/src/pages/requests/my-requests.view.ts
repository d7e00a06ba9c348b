import type { NextStep } from '#cases';
import {
  type CaseProgress,
  type DoctorRequest,
  type FollowedRequest,
  type OwnRequest,
  type RequestAnswers,
  type RequestState,
  SELF_HELP,
  SELF_HELP_STEPS,
  suggestedTitle,
  WHAT_HAPPENED,
} from '#intake';
import type { SentFile } from '#evidence';
import type { Page } from '#kernel';
import type { LetterToDoctor } from '#responses';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime, formatShortDate } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';
import { hearingWords } from './hearing-words.js';
import type { ownWordsViews } from './own-words.view.js';
import { answerFacts } from './questions.view.js';
import { ownRow } from './request-files.view.js';

const STATES: Record<RequestState, { text: string; colour: string }> = {
  begun: { text: 'Not sent yet', colour: 'yellow' },
  sent: { text: 'Received', colour: 'blue' },
  accepted: { text: 'With an adviser', colour: 'green' },
  declined: { text: 'Answered: not taken on', colour: 'grey' },
};

/** What is said of each step of a case. It tells how far things are, never what is being considered. */
const NEXT: Record<NextStep, string> = {
  triage: 'Your adviser is working out what is best to do.',
  decide: 'Your adviser is deciding what is best to do.',
  draft: 'What is to be done is being prepared.',
  approve: 'A second person is checking what has been prepared.',
  accept: 'There are words in your name to read. Nothing is sent until you agree.',
  release: 'What was prepared has been checked. Your adviser takes the next step.',
  post: 'What was prepared is ready to be used. Your adviser tells you how.',
  'follow-up': 'The first steps are done. Your adviser watches what comes of them.',
  none: 'Nothing more is planned at the moment.',
};

/** The list of a doctor's own requests. */
export function myRequestsView(
  { items, next }: Page<OwnRequest>,
  begun: DoctorRequest | undefined,
): PageView {
  return {
    page: { title: 'My requests' },
    begun: begun && { reference: begun.reference, begunAt: begun.begunAt },
    emptyList: {
      text: 'You have no requests. When something about you or by you appears online, tell us here: you do not have to deal with it alone.',
    },
    table: {
      caption: 'Your requests, newest first',
      captionHidden: true,
      columns: ['Reference', 'What', 'State', 'When'].map((text) => ({ text })),
      rows: items.map((request) => ({ cells: cellsOf(request) })),
    },
    pages: listPages('/my/requests', next),
  };
}

function cellsOf({ reference, state, answers, begunAt, sentAt }: OwnRequest) {
  return [
    { text: reference, href: `/my/requests/${reference}` },
    { text: answers.whatHappened ? WHAT_HAPPENED[answers.whatHappened] : 'Not answered yet' },
    { tag: STATES[state] },
    { text: sentAt ? `Sent ${formatShortDate(sentAt)}` : `Begun ${formatShortDate(begunAt)}` },
  ];
}

/** How one request goes, in plain words. */
export function statusView(
  { request, progress, hearings }: FollowedRequest,
  {
    letters,
    words,
    files,
    pdf,
  }: {
    letters: readonly LetterToDoctor[];
    words: ReturnType<typeof ownWordsViews>;
    files: readonly SentFile[];
    pdf: boolean;
  },
): PageView {
  const answers = request.answers as RequestAnswers;
  return {
    page: {
      title: suggestedTitle(answers),
      caption: request.reference,
      backLink: { href: '/my/requests', text: 'My requests' },
    },
    state:
      progress?.state === 'closed' ? { text: 'Closed', colour: 'grey' } : STATES[request.state],
    status: statusFacts(
      request,
      progress,
      words.some(({ waits }) => waits),
    ),
    hearings: hearings.map(hearingWords),
    letters: letters.map(({ id, title, text, releasedAt }) => ({
      id,
      title,
      text,
      sent: formatDateTime(releasedAt),
      base: `/my/requests/${request.reference}/letters/${id}`,
      pdf,
    })),
    words,
    selfHelp: selfHelpView(request),
    files: files.map((file) => ownRow(file, request.reference)),
    filesHref: `/my/requests/${request.reference}/files`,
    isOver: progress?.state === 'closed' || request.state === 'declined',
    sent: answerFacts(answers),
  };
}

/** What the doctor can do for themselves, and when each step was done. */
function selfHelpView({ reference, selfHelp }: DoctorRequest) {
  return {
    action: `/my/requests/${reference}/self-help`,
    steps: SELF_HELP_STEPS.map((step) => {
      const doneAt = selfHelp[step];
      return { step, text: SELF_HELP[step], done: doneAt && formatDateTime(new Date(doneAt)) };
    }),
  };
}

function statusFacts(request: DoctorRequest, progress: CaseProgress | undefined, isAsked: boolean) {
  const { sentAt, decidedAt, state, declineReason } = request;
  const sent = { key: 'Sent', text: formatDateTime(sentAt) };
  if (state === 'declined') {
    return [
      sent,
      { key: 'Answered', text: formatDateTime(decidedAt) },
      { key: 'Why it was not taken on', text: declineReason },
      { key: 'What you can do', text: 'If things change or you disagree, send a new request.' },
    ];
  }
  if (state === 'accepted') {
    return [
      sent,
      { key: 'Taken on', text: formatDateTime(decidedAt) },
      { key: 'Who has it', text: progress?.ownerName ?? 'The advisers’ team' },
      { key: 'What happens now', text: isAsked ? NEXT.accept : happeningNow(progress) },
    ];
  }
  return [
    sent,
    { key: 'Who has it', text: 'The advisers’ team. The first free adviser takes it.' },
    {
      key: 'What happens next',
      text: `An adviser answers by ${formatDateTime(request.answerBy)}.`,
    },
  ];
}

function happeningNow(progress: CaseProgress | undefined): string {
  if (!progress) return 'An adviser is working on it.';
  return progress.state === 'closed' ? 'It is finished.' : NEXT[progress.nextStep];
}
