import type { Enquiry, EnquiryRow, EnquiryState } from '#responses';
import { formatDateTime } from '../../views/filters.js';

const STATES: Record<EnquiryState, { text: string; colour: string }> = {
  open: { text: 'Open', colour: 'yellow' },
  answered: { text: 'Answered', colour: 'green' },
  closed: { text: 'Closed', colour: 'grey' },
};

/** The log of enquiries: nobody's name and none of what was asked. */
export function enquiriesTable(rows: readonly EnquiryRow[], base: string) {
  return {
    caption: 'Enquiries, newest first',
    captionHidden: true,
    columns: ['Outlet', 'State', 'Received', 'Deadline', 'Answered', 'Logged by'].map((text) => ({
      text,
    })),
    rows: rows.map((row) => ({
      cells: [
        { text: row.outlet, href: `${base}/${row.id}` },
        { tag: STATES[row.state] },
        { text: formatDateTime(row.receivedAt) },
        { text: row.deadlineAt ? formatDateTime(row.deadlineAt) : 'None given' },
        { text: row.answeredAt ? formatDateTime(row.answeredAt) : 'Not yet' },
        { text: row.loggedByName },
      ],
    })),
  };
}

/** One enquiry with the forms of what can follow. */
export function enquiryModel(
  enquiry: Enquiry,
  { base, canWrite, now }: { base: string; canWrite: boolean; now: string },
) {
  return {
    base: `${base}/${enquiry.id}`,
    state: STATES[enquiry.state],
    facts: enquiryFacts(enquiry),
    canEnd: canWrite && enquiry.state === 'open',
    values: { answeredAt: now },
  };
}

function enquiryFacts(enquiry: Enquiry) {
  const ending = enquiry.state === 'closed' ? 'Closed because' : 'What was answered';
  return [
    { key: 'Outlet', text: enquiry.outlet },
    { key: 'Journalist', text: enquiry.journalist },
    { key: 'How to reach them', text: enquiry.contact },
    { key: 'Received', text: formatDateTime(enquiry.receivedAt) },
    {
      key: 'Deadline',
      text: enquiry.deadlineAt ? formatDateTime(enquiry.deadlineAt) : 'None given',
    },
    { key: 'What was asked', text: enquiry.asked },
    ...(enquiry.ending === null ? [] : endingFacts(enquiry, ending)),
    { key: 'Logged by', text: enquiry.loggedByName },
  ];
}

function endingFacts(enquiry: Enquiry, key: string) {
  return [
    { key, text: enquiry.ending ?? '' },
    ...(enquiry.answeredAt ? [{ key: 'Answered', text: formatDateTime(enquiry.answeredAt) }] : []),
    {
      key: 'Recorded by',
      text: `${enquiry.endedByName ?? 'Somebody'}, ${formatDateTime(enquiry.endedAt)}`,
    },
  ];
}
