import type { MovedCases } from '#cases';
import { type Actor, can } from '#identity';
import { packVersionOf, type RulePackDocument, type RulePackReview } from '#knowledge';
import type { GoldenFault, GoldenResult } from '#triage';
import type { PageView } from '../../http/page-renderer.js';
import { formatDateTime, plural } from '../../views/filters.js';
import { changesView } from './rule-changes.view.js';
import { byOn, STATE_WORDS } from './rule-packs.view.js';
import { deadlineTitle, routeOrAct, whenSentence } from './rule-words.js';

/** What the page of a version is made from. */
export interface RulePackPage {
  readonly actor: Actor;
  readonly review: RulePackReview;
  readonly moved: MovedCases;
  readonly today: string;
}

/** One version: what it changes, what that does, and what the person may do with it. */
export function rulePackView({ actor, review, moved, today }: RulePackPage): PageView {
  const { found, golden, inForce } = review;
  const base = `/admin/rules/packs/${found.id}`;
  return {
    page: {
      title: `Version ${found.number} of the rules`,
      breadcrumbs: [{ href: '/admin/rules', text: 'Changes to the rules' }],
    },
    base,
    version: found.version,
    state: STATE_WORDS[found.state],
    facts: factsOf(found),
    heldAgainst: inForce.version,
    isInForce: found.state === 'published',
    isFixed: found.state !== 'preparing',
    changes: changesView(review, today),
    golden: goldenView(golden),
    cases: found.state === 'preparing' ? null : casesView(found, moved),
    rules: found.state === 'preparing' ? rulesOf(review) : [],
    may: mayOf(actor, review),
    values: { note: '' },
  };
}

function factsOf(found: RulePackDocument) {
  const ended = found.state === 'withdrawn' ? 'Withdrawn' : 'Replaced';
  return [
    { key: 'What changes and why', text: found.note || 'Not said yet' },
    { key: 'Proposed', text: byOn(found.proposedByName, found.proposedAt) },
    { key: 'Published', text: byOn(found.publishedByName, found.publishedAt) },
    ...(found.endedAt ? [{ key: ended, text: byOn(found.endedByName, found.endedAt) }] : []),
    { key: 'Name in advice', text: packVersionOf(found.number) },
    ...found.acknowledged.map(({ golden, reason }) => ({
      key: `Why ${golden} comes out otherwise`,
      text: reason,
    })),
  ];
}

function mayOf(actor: Actor, { found, inForce }: RulePackReview) {
  const { state, proposedBy, contributorIds } = found;
  const isOwn = proposedBy === actor.personId || contributorIds.includes(actor.personId);
  const isOutdated = state === 'proposed' && found.basedOn !== inForce.version;
  const isSecond = can(actor, 'rule:publish');
  const mayPropose = can(actor, 'rule:propose');
  return {
    edit: state === 'preparing' && mayPropose,
    propose: state === 'preparing' && mayPropose,
    publish: state === 'proposed' && isSecond && !isOwn && !isOutdated && found.comparedAt !== null,
    waitsForSecond: state === 'proposed' && (isOwn || !isSecond) && !isOutdated,
    isOutdated,
    withdraw: (state === 'preparing' && mayPropose) || state === 'proposed',
    again: mayPropose && (isOutdated || state === 'superseded' || state === 'withdrawn'),
  };
}

function goldenView(results: readonly GoldenResult[]) {
  const failing = results.filter(({ faults }) => faults.length > 0);
  const moved = results.filter(({ primary, before }) => primary !== before);
  return {
    summary: `${results.length - failing.length} of ${results.length} worked cases come out as agreed. ${plural(moved.length, 'goes', 'go')} another way than by the rules in force.`,
    failing: failing.map(({ id, title, faults }) => ({
      field: `reason-${id}`,
      label: `${id} “${title}”`,
      faults: faults.map(faultWords),
    })),
    rows: results.map(({ id, title, expected, primary, before, faults }) => ({
      id,
      title,
      agreed: routeOrAct(expected),
      now: routeOrAct(primary),
      isMoved: primary !== before,
      before: routeOrAct(before),
      faults: faults.map(faultWords),
    })),
  };
}

function faultWords({ kind, ids }: GoldenFault): string {
  const isClock = kind === 'clock-missing' || kind === 'clock-extra';
  return `${FAULT_WORDS[kind]}: ${ids.map(isClock ? deadlineTitle : routeOrAct).join('; ')}`;
}

const FAULT_WORDS: Record<GoldenFault['kind'], string> = {
  primary: 'Another route than agreed',
  missing: 'Not recommended any more',
  forbidden: 'Recommended and should not be',
  'clock-missing': 'Does not start any more',
  'clock-extra': 'Starts and should not',
};

function casesView(found: RulePackDocument, { moves, cases }: MovedCases) {
  const { compared, toCompare, comparedAt } = found;
  const total = toCompare ?? 0;
  const isGoing = comparedAt === null && found.state === 'proposed';
  return {
    isGoing,
    compared,
    total,
    sentence: isGoing
      ? `Looked at ${compared} of ${toCompare === null ? 'the' : total} open cases so far.`
      : `${plural(compared, 'open case')} looked at${comparedAt ? ` on ${formatDateTime(comparedAt)}` : ''}.`,
    moves: moves.map(({ from, to, count }) => ({
      from: routeOrAct(from),
      to: from === to ? 'The same route; what goes with it changes' : routeOrAct(to),
      count,
      references: cases
        .filter((one) => one.from === from && one.to === to)
        .map(({ reference }) => ({ text: reference, href: `/cases/${reference}/triage/result` })),
    })),
  };
}

function rulesOf({ found, pack }: RulePackReview) {
  const { rules, off } = found.content;
  return rules.map((rule) => ({
    id: rule.id,
    when: whenSentence(rule.when, pack),
    route: rule.primary === null ? 'No route of its own' : routeOrAct(rule.primary),
    isOff: off.includes(rule.id),
  }));
}
