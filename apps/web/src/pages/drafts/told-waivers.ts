import type { DraftFile, FindingWaiver } from '#responses';
import { formatDateTime } from '../../views/filters.js';

/** What is said of a finding that an approver lets pass, wherever it is shown. */
export interface ToldWaiver {
  readonly quote: string;
  readonly reason: string;
  readonly by: string;
  /** Who agreed; empty while a second approver is waited for. */
  readonly second: string;
}

/** What approvers let pass in the text as it stands. */
export function toldWaivers({ draft, names }: DraftFile): ToldWaiver[] {
  const standing = draft.waivers.filter(({ textHash }) => textHash === draft.textHash);
  return standing.map((waiver) => toldWaiver(waiver, draft.text, (id) => names.get(id)));
}

/** One of them. */
export function toldWaiver(
  { start, end, reason, waivedBy, waivedAt, secondedBy, secondedAt }: FindingWaiver,
  text: string,
  nameOf: (id: string) => string | undefined,
): ToldWaiver {
  const signed = (id: string, at: Date) => `${nameOf(id) ?? 'somebody'}, ${formatDateTime(at)}`;
  return {
    quote: text.slice(start, end),
    reason,
    by: signed(waivedBy, waivedAt),
    second: secondedBy && secondedAt ? signed(secondedBy, secondedAt) : '',
  };
}
