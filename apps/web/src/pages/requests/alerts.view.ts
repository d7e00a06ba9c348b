import type { AlertRow, OnDuty } from '#intake';
import type { PersonId } from '#kernel';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';

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
    emptyList: { text: 'Nobody has said that anyone is in danger and still waits for an answer.' },
    onDuty: onDuty.map(({ name, until }) => `${name}, until ${formatDateTime(until)}`),
    isOnDuty: own !== undefined,
    hours: HOURS.map((hours) => ({ value: String(hours), text: `${hours} hours` })),
  };
}

function factsOf(row: AlertRow) {
  return [
    { key: 'Raised', text: formatDateTime(row.raisedAt) },
    { key: 'By', text: row.raisedByName ?? 'Somebody who was not signed in' },
    row.phone
      ? { key: 'Number to call', text: row.phone }
      : { key: 'Number to call', text: 'None was left' },
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
