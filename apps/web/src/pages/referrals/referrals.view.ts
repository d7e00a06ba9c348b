import type { CaseOverview } from '#cases';
import { type Actor, can } from '#identity';
import {
  type Referral,
  REFERRAL_ROUTES,
  REFERRAL_STEPS,
  type ReferralRoute,
  type ReferralState,
} from '#referrals';
import type { PageView } from '../../http/page-renderer.js';
import { formatDate, formatDateTime } from '../../views/filters.js';
import { caseBarOf } from '../cases/cases.view.js';

const STATES: Record<ReferralState, { text: string; colour: string }> = {
  decided: { text: 'To be sent', colour: 'yellow' },
  sent: { text: 'Sent', colour: 'blue' },
  answered: { text: 'Answered', colour: 'green' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
};

/** The referrals of a case, and the form for another on one of the decided routes. */
export function referralsView(
  overview: CaseOverview,
  referrals: readonly Referral[],
  actor: Actor,
): PageView {
  const { found } = overview;
  const base = `/cases/${found.reference}/referrals`;
  const decided = new Set([found.primaryRoute, ...found.alsoRoutes]);
  const routes = (Object.keys(REFERRAL_ROUTES) as ReferralRoute[]).filter((route) =>
    decided.has(route),
  );
  return {
    page: { title: 'Referrals' },
    caseBar: caseBarOf(found, base, overview),
    base,
    routes: routes.map((route) => ({ value: route, text: REFERRAL_ROUTES[route] })),
    canMake: can(actor, 'case:write') && found.state === 'open',
    triageHref: `/cases/${found.reference}/triage`,
    table: {
      caption: 'Referrals, newest first',
      captionHidden: true,
      columns: ['Recipient', 'Route', 'State', 'Sent', 'Their reference'].map((text) => ({ text })),
      rows: referrals.map((referral) => ({ cells: referralCells(referral, base) })),
    },
  };
}

function referralCells(referral: Referral, base: string) {
  return [
    { text: referral.recipient, href: `${base}/${referral.id}` },
    { text: REFERRAL_ROUTES[referral.route] },
    { tag: STATES[referral.state] },
    { text: referral.sentOn ? formatDate(referral.sentOn) : 'Not yet' },
    { text: referral.theirReference || 'None' },
  ];
}

/** One referral with the forms of the steps that can follow. */
export function referralView(overview: CaseOverview, referral: Referral, actor: Actor): PageView {
  const { found } = overview;
  const list = `/cases/${found.reference}/referrals`;
  const steps = can(actor, 'case:write') ? REFERRAL_STEPS[referral.state] : [];
  return {
    page: { title: `Referral to ${referral.recipient}` },
    caseBar: caseBarOf(found, list, overview),
    base: `${list}/${referral.id}`,
    list,
    state: STATES[referral.state],
    facts: referralFacts(referral),
    canSend: steps.includes('sent'),
    canAnswer: steps.includes('answered'),
    canWithdraw: steps.includes('withdrawn'),
  };
}

function referralFacts(referral: Referral) {
  const ending = referral.state === 'withdrawn' ? 'Withdrawn because' : 'What came back';
  return [
    { key: 'Route', text: REFERRAL_ROUTES[referral.route] },
    { key: 'Recipient', text: referral.recipient },
    { key: 'Reason', text: referral.reason },
    { key: 'Made by', text: `${referral.decidedByName}, ${formatDateTime(referral.decidedAt)}` },
    { key: 'Sent on', text: referral.sentOn ? formatDate(referral.sentOn) : 'Not yet' },
    { key: 'Their reference', text: referral.theirReference },
    { key: 'Answered on', text: referral.answeredOn ? formatDate(referral.answeredOn) : 'Not yet' },
    { key: ending, text: referral.outcome },
  ];
}
