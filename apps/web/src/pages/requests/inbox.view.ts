import type { SentFile } from '#evidence';
import { PLATFORM_NAMES } from '#guidance';
import {
  type InboxRow,
  isPressing,
  type ReceivedRequest,
  type SentRequest,
  suggestedKind,
  suggestedTitle,
  WHAT_HAPPENED,
} from '#intake';
import type { Page } from '#kernel';
import { INCIDENT_KIND_LABELS } from '#triage';
import type { PageView } from '../../http/page-renderer.js';
import { dueWord } from '../../views/deadline-words.js';
import { formatDateTime } from '../../views/filters.js';
import { listPages } from '../../views/list-pages.js';
import { answerFacts } from './questions.view.js';
import { receivedRow } from './request-files.view.js';

/** The inbox: what has to be answered first comes first. */
export function inboxView(page: Page<InboxRow>, now: Date): PageView {
  return {
    page: { title: 'New requests' },
    emptyList: { text: 'No request waits. Every doctor who sent one has had an answer.' },
    table: {
      caption: 'Requests that wait for an answer, the most pressing time first',
      captionHidden: true,
      columns: ['Answer by', 'Request', 'Doctor', 'What happened', 'Sent'].map((text) => ({
        text,
      })),
      rows: page.items.map((row) => ({ cells: cellsOf(row, now) })),
    },
    pages: listPages('/requests', page.next),
  };
}

function cellsOf(row: InboxRow, now: Date) {
  return [
    { text: formatDateTime(row.answerBy), due: dueOf(row, now) },
    { text: row.reference, href: `/requests/${row.reference}`, urgent: row.isPressing },
    { text: row.doctorName },
    { text: WHAT_HAPPENED[row.whatHappened], note: PLATFORM_NAMES[row.platform] ?? row.platform },
    { text: formatDateTime(row.sentAt) },
  ];
}

function dueOf({ answerBy, jurisdiction }: InboxRow, now: Date) {
  return dueWord({ dueAt: answerBy, isDueByHour: false, jurisdiction }, now);
}

/** One request with what the adviser can do about it. */
export function receivedView(received: ReceivedRequest, files: readonly SentFile[]): PageView {
  const { request, doctorName, duplicates } = received;
  const { answers, reference, version } = request;
  return {
    page: {
      title: suggestedTitle(answers),
      caption: reference,
      backLink: { href: '/requests', text: 'New requests' },
    },
    reference,
    version,
    isUrgent: isPressing(answers),
    status: [{ key: 'Doctor', text: doctorName }, ...statusFacts(received)],
    facts: answerFacts(answers),
    files: files.map((file) => receivedRow(file, reference, received.caseReference)),
    duplicates,
    canDecide: request.state === 'sent',
    kinds: Object.entries(INCIDENT_KIND_LABELS).map(([value, text]) => ({ value, text })),
    values: {
      title: suggestedTitle(answers),
      kind: suggestedKind(answers),
      isUrgent: isPressing(answers) ? 'on' : '',
    },
  };
}

function statusFacts({ request, decidedByName, caseReference }: ReceivedRequest) {
  const sent = { key: 'Sent', text: formatDateTime(request.sentAt) };
  if (request.state === 'sent') {
    return [sent, { key: 'Answer by', text: formatDateTime(request.answerBy) }];
  }
  return [sent, ...decisionFacts(request, decidedByName, caseReference)];
}

function decisionFacts(request: SentRequest, by: string, caseReference: string | undefined) {
  const when = `${formatDateTime(request.decidedAt)} by ${by}`;
  if (request.state === 'declined') {
    return [
      { key: 'Declined', text: when },
      { key: 'Reason given to the doctor', text: request.declineReason },
    ];
  }
  return [
    { key: 'Accepted', text: when },
    { key: 'Case', text: caseReference, href: `/cases/${caseReference}` },
  ];
}
