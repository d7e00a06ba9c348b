import {
  type CaseOverview,
  HEARING_KINDS,
  type HearingEntry,
  type HearingState,
  type ProceedingFile,
} from '#cases';
import { type Actor, can } from '#identity';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate, formatDateTime } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';

const STATES: Record<HearingState, { text: string; colour: string }> = {
  listed: { text: 'Listed', colour: 'blue' },
  adjourned: { text: 'Put off, no day yet', colour: 'yellow' },
  held: { text: 'Held', colour: 'green' },
  vacated: { text: 'Does not take place', colour: 'grey' },
};

/** A hearing in words. */
export function hearingName({ kind }: Pick<HearingEntry, 'kind'>): string {
  return HEARING_KINDS[kind].text;
}

export function hearingTag({ state }: Pick<HearingEntry, 'state'>) {
  return STATES[state];
}

/** When it begins, and its last day where that is another. */
export function whenOf({ beginsAt, endsOn }: Pick<HearingEntry, 'beginsAt' | 'endsOn'>): string {
  if (!beginsAt) return 'No day yet';
  return endsOn
    ? `${formatDateTime(beginsAt)}, until ${formatDate(endsOn)}`
    : formatDateTime(beginsAt);
}

/** The form for a notice of hearing. */
export function newHearingView(
  overview: CaseOverview,
  { found, proceeding }: ProceedingFile,
): PageView {
  const list = `/cases/${found.reference}/proceedings`;
  return {
    page: { title: 'List a hearing', caption: proceeding.body },
    caseBar: caseBarOf(found, list, overview),
    base: `${list}/${proceeding.id}`,
    kinds: Object.entries(HEARING_KINDS)
      .filter(([, { of }]) => of === proceeding.kind)
      .map(([value, { text }]) => ({ value, text })),
    values: { representative: proceeding.representative },
  };
}

/** One hearing, with the times that it was put off. */
export function hearingView(overview: CaseOverview, hearing: HearingEntry, actor: Actor): PageView {
  const { found } = overview;
  const list = `/cases/${found.reference}/proceedings`;
  const isAhead = hearing.state === 'listed' || hearing.state === 'adjourned';
  return {
    page: { title: hearingName(hearing) },
    caseBar: caseBarOf(found, list, overview),
    back: `${list}/${hearing.proceedingId}`,
    base: `${list}/${hearing.proceedingId}/hearings/${hearing.id}`,
    state: hearingTag(hearing),
    facts: [
      { key: 'When', text: whenOf(hearing) },
      { key: 'Where', text: hearing.venue },
      { key: 'Public or private', text: hearing.isPublic ? 'In public' : 'In private' },
      { key: 'Represents the doctor', text: hearing.representative || 'Nobody yet' },
      ...(hearing.outcome ? [{ key: 'What came of it', text: hearing.outcome }] : []),
    ],
    adjournments: hearing.adjournments.map(({ fromAt, toAt, reason, recordedByName }) => ({
      key: fromAt ? `From ${formatDateTime(fromAt)}` : 'From no day',
      lines: [
        toAt ? `To ${formatDateTime(toAt)}` : 'Without a new day',
        reason,
        `Recorded by ${recordedByName}`,
      ],
    })),
    canChange: isAhead && can(actor, 'case:write') && found.state === 'open',
    version: String(hearing.version),
  };
}
