import { dayIn, findDeadlineRule } from '#deadlines';
import { newId } from '#kernel';
import { REFERRAL_ROUTES } from '#referrals';
import type { Chance } from './chance.js';
import type { MadeUpCase } from './made-up-case.js';

const HOUR = 3_600_000;
const NOTES = [
  'Spoke to the doctor on the telephone. They will leave it as it is.',
  'Looked at the page again: nothing new has been posted.',
  'Asked the practice for the name of their complaints lead.',
  'The moderators have confirmed that they received the report.',
];
const RECIPIENTS = ['Moderation team', 'Press office', 'Responsible officer', 'Duty desk'];

/** The clock that ends first on a case; none where the case has no date. */
export function madeUpDeadline({ found, nextDueAt, isDueByHour }: MadeUpCase): object[] {
  if (nextDueAt === null) return [];
  const isIrish = found.jurisdiction === 'ireland';
  const deadline = isDueByHour
    ? isIrish
      ? 'dpc_breach_72h'
      : 'ico_breach_72h'
    : 'dp_complaint_ack_30d';
  return [
    {
      id: newId(),
      organisation_id: found.organisationId,
      case_id: found.id,
      deadline,
      title: findDeadlineRule(deadline)!.title,
      started_at: found.openedAt,
      due_on: isDueByHour ? null : dayIn(nextDueAt, found.jurisdiction),
      due_at: nextDueAt,
      explanation: { kind: isDueByHour ? 'instant' : 'date', needs: null, steps: [] },
      state: 'open',
      assumed: [],
      origin: 'triage',
      version: 1,
    },
  ];
}

/** Notes of a case, an hour apart: two as a rule, now and then very many. */
export function madeUpNotes({ found }: MadeUpCase, chance: Chance): object[] {
  const many = chance.happens(0.0005) ? 400 : chance.between(0, 4);
  return Array.from({ length: many }, (_, index) => ({
    id: newId(),
    organisation_id: found.organisationId,
    case_id: found.id,
    text: chance.pick(NOTES),
    written_by: found.openedBy,
    written_at: new Date(found.openedAt.getTime() + index * HOUR),
  }));
}

/** A referral on each decided route that leads to somebody else. */
export function madeUpReferrals({ found, decidedAt }: MadeUpCase, chance: Chance): object[] {
  if (decidedAt === null) return [];
  const routes = [found.primaryRoute!, ...found.alsoRoutes];
  return (
    routes
      // A referral to a regulator rests on a signed worksheet, which nobody fills in for made-up cases.
      .filter((route) => Object.hasOwn(REFERRAL_ROUTES, route) && route !== 'regulator_advice')
      .map((route) => {
        const isSent = found.state === 'closed' || chance.happens(0.5);
        return {
          id: newId(),
          organisation_id: found.organisationId,
          case_id: found.id,
          route,
          recipient: chance.pick(RECIPIENTS),
          reason: 'Made up for a trial of Parapet.',
          state: isSent ? 'sent' : 'decided',
          sent_on: isSent ? dayIn(decidedAt, found.jurisdiction) : null,
          decided_by: found.openedBy,
          decided_at: decidedAt,
          version: 1,
        };
      })
  );
}
