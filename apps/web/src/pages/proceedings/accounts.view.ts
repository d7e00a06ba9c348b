import { type AccountEntry, type CaseOverview, DIFFERENCES, type ProceedingFile } from '#cases';
import { type Actor, can } from '#identity';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';

export function accountTag({ state, isEarlier }: Pick<AccountEntry, 'state' | 'isEarlier'>) {
  if (state === 'written') return { text: 'Not given yet', colour: 'yellow' };
  return isEarlier
    ? { text: 'Given before it came to us', colour: 'grey' }
    : { text: 'Given', colour: 'green' };
}

/** The form for what the doctor says, or has said. */
export function newAccountView(
  overview: CaseOverview,
  { found, proceeding }: ProceedingFile,
): PageView {
  const list = `/cases/${found.reference}/proceedings`;
  return {
    page: { title: 'Keep an account of the doctor', caption: proceeding.body },
    caseBar: caseBarOf(found, list, overview),
    base: `${list}/${proceeding.id}`,
  };
}

/** One account: what the guard finds in it, and the sentences in which it differs from others. */
export function accountView(overview: CaseOverview, account: AccountEntry, actor: Actor): PageView {
  const { found } = overview;
  const list = `/cases/${found.reference}/proceedings`;
  return {
    page: { title: `To ${account.givenTo}`, caption: 'What the doctor says' },
    caseBar: caseBarOf(found, list, overview),
    back: `${list}/${account.proceedingId}`,
    base: `${list}/${account.proceedingId}/accounts/${account.id}`,
    state: accountTag(account),
    facts: [
      { key: 'Given on', text: account.givenOn ? formatDate(account.givenOn) : 'Not yet' },
      { key: 'Kept by', text: account.writtenByName },
      ...(account.reason ? [{ key: 'Given although', text: account.reason }] : []),
    ],
    text: account.text,
    isBlocked: account.findings.some(({ severity }) => severity >= 2),
    findings: account.findings.map(({ start, end, why }) => ({
      words: account.text.slice(start, end),
      why,
    })),
    differences: account.differences.map(({ sort, own, other }) => ({
      sort: DIFFERENCES[sort],
      own,
      other,
    })),
    canGive: account.state === 'written' && can(actor, 'case:write') && found.state === 'open',
    version: String(account.version),
  };
}
