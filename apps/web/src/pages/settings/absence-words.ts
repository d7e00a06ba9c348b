import type { KnownAbsence } from '#identity';
import { formatDate } from '../../views/filters.js';

/** An absence in a sentence or two. @param who `You are`, or a name with its verb. @param them `you` or `them`. */
export function absenceWords(
  { awayFrom, awayUntil, coverName, coverApproves }: KnownAbsence,
  who: string,
  them: 'you' | 'them',
): string {
  const days = `from ${formatDate(awayFrom)} until ${formatDate(awayUntil)}`;
  const approves = coverApproves ? ` and approves drafts for ${them}` : '';
  return `${who} away ${days}. ${coverName} stands in for ${them}${approves}.`;
}

/** What the form of an absence holds. */
export function absenceValues(absence: KnownAbsence | undefined) {
  if (!absence) return {};
  const { awayFrom, awayUntil, coverId, coverApproves } = absence;
  return { awayFrom, awayUntil, coverId, coverApproves: coverApproves ? 'true' : '' };
}
