import type { Id } from '#kernel';

/** Columns of the press log, in order. No name, no question, no answer is among them. */
export const PRESS_LOG_COLUMNS = [
  'reference',
  'outlet',
  'received',
  'deadline',
  'answered',
  'state',
] as const;
export type PressLogColumn = (typeof PRESS_LOG_COLUMNS)[number];

/** One enquiry of a journalist as the press log counts it. */
export interface PressLogEntry {
  readonly id: Id;
  readonly reference: string;
  readonly outlet: string;
  readonly receivedAt: Date;
  readonly deadlineAt: Date | null;
  readonly answeredAt: Date | null;
  readonly state: string;
}

/** One enquiry as a row of the export. Times are instants in UTC. */
export function pressLogRow(entry: PressLogEntry): Record<PressLogColumn, string> {
  return {
    reference: entry.reference,
    outlet: entry.outlet,
    received: written(entry.receivedAt),
    deadline: written(entry.deadlineAt),
    answered: written(entry.answeredAt),
    state: entry.state,
  };
}

function written(at: Date | null): string {
  return at === null ? '' : at.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
