import {
  type CaseConflict,
  CONFLICT_DECISIONS,
  type ConflictCheck,
  type ConflictCheckToDecide,
  type CaseOverview,
  type Membership,
  type MembershipFile,
  STANDINGS,
} from '#cases';
import { type Actor, can, type PersonSummary } from '#identity';
import type { Id } from '#kernel';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';

interface Conflicts {
  readonly conflicts: readonly CaseConflict[];
  readonly checks: readonly (ConflictCheck | ConflictCheckToDecide)[];
  /** The check whose form was refused and is shown again. */
  readonly refused?: Id | undefined;
}

/** What is known of the membership of a case's doctor, and of who stands on the other side. */
export function membershipView(
  overview: CaseOverview,
  { membership, standings, conflicts, checks, refused }: MembershipFile & Conflicts,
  actor: Actor,
): PageView {
  const { found } = overview;
  return {
    page: { title: 'Membership and conflicts' },
    caseBar: caseBarOf(found, `/cases/${found.reference}/membership`, overview),
    base: `/cases/${found.reference}`,
    isEmployer: actor.organisationKind === 'trust',
    facts: membership ? factsOf(membership) : [],
    isStranger: membership?.standing === 'not-member',
    standings: standings.map((value) => ({ value, text: STANDINGS[value] })),
    conflicts: conflicts.map(({ reason, declaredByName, declaredAt }) => ({
      key: formatDateTime(declaredAt),
      lines: [reason, `Recorded by ${declaredByName}`],
    })),
    checks: checks.map((check) => checkView(check, check.id === refused)),
    decisions: Object.entries(CONFLICT_DECISIONS).map(([value, text]) => ({ value, text })),
    canWrite: can(actor, 'case:write') && found.state === 'open',
    canPart: can(actor, 'case:wall') && found.state === 'open',
    values: membership ? { ...membership, version: String(membership.version) } : { version: '0' },
  };
}

/** Each check has a form of its own; the errors of a refused one lead to its fields, so those keep their plain ids. */
function checkView(check: ConflictCheck | ConflictCheckToDecide, isRefused: boolean) {
  const { id, raisedAt, decision, reason, decidedByName, decidedAt } = check;
  return {
    id,
    isRefused,
    ids: isRefused ? {} : { decision: `decision-${id}`, reason: `reason-${id}` },
    raisedAt: formatDateTime(raisedAt),
    decided: decision && {
      lines: [
        CONFLICT_DECISIONS[decision],
        reason,
        `${decidedByName}, ${decidedAt ? formatDateTime(decidedAt) : ''}`,
      ],
    },
    isPersonHere: 'isPersonHere' in check && check.isPersonHere,
    others: 'others' in check ? check.others : [],
  };
}

function factsOf({ standing, otherOrganisation, checkedHow, ...checked }: Membership) {
  return [
    { key: 'The doctor is', text: STANDINGS[standing] },
    { key: 'Also advised by', text: otherOrganisation || 'Nobody that is known' },
    { key: 'How it was found out', text: checkedHow },
    {
      key: 'Checked by',
      text: `${checked.checkedByName}, ${formatDateTime(checked.checkedAt)}`,
    },
  ];
}

/** The form that parts two cases. */
export function conflictView(
  overview: CaseOverview,
  caseworkers: readonly PersonSummary[],
): PageView {
  const { found } = overview;
  return {
    page: { title: 'Two members in one dispute' },
    caseBar: caseBarOf(found, `/cases/${found.reference}/membership`, overview),
    base: `/cases/${found.reference}`,
    people: caseworkers.map(({ id, name }) => ({ value: id, text: name })),
    values: { adviserId: found.ownerId ?? '' },
  };
}
