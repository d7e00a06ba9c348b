import type { AlertRow, OnDuty } from '#intake';
import type { PersonId } from '#kernel';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';
import { URGENCY_WORDS } from '../triage/answer-words.js';

const HOURS = [4, 8, 12, 24, 48, 72];

/** Open alerts first, then those of the last day that somebody has acknowledged, then the duty. */
export function alertsView(
  { open, acknowledged }: { open: AlertRow[]; acknowledged: AlertRow[] },
  onDuty: readonly OnDuty[],
  personId: PersonId,
): PageView {
  const own = onDuty.find((one) => one.personId === personId);
  return {
    page: { title: 'Alerts' },
    open: open.map((row) => ({ id: row.id, facts: factsOf(row) })),
    acknowledged: acknowledged.map((row) => ({ facts: factsOf(row) })),
    emptyList: {
      text: 'Nobody waits for an answer: no one has said that anyone is in danger, and no case cannot wait.',
    },
    onDuty: onDuty.map(({ name, until }) => `${name}, until ${formatDateTime(until)}`),
    isOnDuty: own !== undefined,
    hours: HOURS.map((hours) => ({ value: String(hours), text: `${hours} hours` })),
  };
}

/** Who raised it and how to reach them, or the case that cannot wait. */
function sourceOf({ urgentCase, raisedByName, phone }: AlertRow) {
  if (urgentCase) {
    const { reference, urgency } = urgentCase;
    return [
      { key: 'Case', text: reference, href: `/cases/${reference}` },
      { key: 'How soon', text: URGENCY_WORDS[urgency].text },
    ];
  }
  return [
    { key: 'By', text: raisedByName ?? 'Somebody who was not signed in' },
    { key: 'Number to call', text: phone ?? 'None was left' },
  ];
}

function factsOf(row: AlertRow) {
  return [
    { key: 'Raised', text: formatDateTime(row.raisedAt) },
    ...sourceOf(row),
    ...(row.acknowledgedAt
      ? [
          {
            key: 'Acknowledged',
            text: `${formatDateTime(row.acknowledgedAt)} by ${row.acknowledgedByName ?? ''}`,
          },
        ]
      : [{ key: 'On duty then', text: row.wasAnybodyOnDuty ? 'Somebody was' : 'Nobody was' }]),
  ];
}
