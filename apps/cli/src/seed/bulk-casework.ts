import type { INestApplicationContext } from '@nestjs/common';
import { type AuditChain, AuditTrail } from '#audit';
import type { OrganisationId, PersonId } from '#kernel';
import { Transactions } from '#platform';
import { writeDrafts } from './bulk-drafts.js';
import { insertRows } from './insert-rows.js';
import type { MadeUpCase } from './made-up-case.js';
import { madeUpDeadline, madeUpNotes, madeUpReferrals } from './made-up-casework.js';
import { type MadeUpDraft, madeUpDraft } from './made-up-draft.js';
import {
  type MadeUpRequest,
  type RequestMaking,
  requestOfCase,
  waitingRequest,
} from './made-up-request.js';

/** What the work on made-up cases is made with. */
export interface CaseworkOrder extends RequestMaking {
  readonly people: readonly PersonId[];
}

/** The share of cases that began as a doctor's request, and of requests that wait beside them. */
const FROM_REQUESTS = 0.3;
const WAITING = 0.02;

/** A case with what was done on it. */
interface Worked {
  readonly made: MadeUpCase;
  readonly request: MadeUpRequest | undefined;
  readonly notes: readonly object[];
  readonly draft: MadeUpDraft | undefined;
}

/** The work on many cases, as rows. */
export interface Casework {
  readonly requests: readonly MadeUpRequest[];
  readonly notes: readonly object[];
  readonly deadlines: readonly object[];
  readonly referrals: readonly object[];
  readonly drafts: readonly MadeUpDraft[];
  readonly chains: readonly AuditChain[];
}

/** Makes up what is done on cases: requests, notes, clocks, referrals, drafts, and the trail of it all. */
export function madeUpCasework(batch: readonly MadeUpCase[], order: CaseworkOrder): Casework {
  const { chance, people } = order;
  const worked = batch.map((made): Worked => ({
    made,
    request: chance.happens(FROM_REQUESTS) ? requestOfCase(made, order) : undefined,
    notes: madeUpNotes(made, chance),
    draft: madeUpDraft(made, people, chance),
  }));
  const waiting = batch.filter(() => chance.happens(WAITING)).map(() => waitingRequest(order));
  const requests = [...worked.flatMap(({ request }) => request ?? []), ...waiting];
  return {
    requests,
    notes: worked.flatMap(({ notes }) => notes),
    deadlines: batch.flatMap(madeUpDeadline),
    referrals: batch.flatMap((made) => madeUpReferrals(made, chance)),
    drafts: worked.flatMap(({ draft }) => draft ?? []),
    chains: [...worked.map(chainOfCase), ...requests.map(chainOfRequest)],
  };
}

/** Writes it, in the unit of work of its cases. */
export async function writeCasework(
  app: INestApplicationContext,
  organisationId: OrganisationId,
  work: Casework,
): Promise<void> {
  const tx = app.get(Transactions);
  await insertRows(tx, 'request', work.requests);
  await insertRows(tx, 'case_note', work.notes);
  await insertRows(tx, 'case_deadline', work.deadlines);
  await insertRows(tx, 'referral', work.referrals);
  await writeDrafts(tx, work.drafts);
  await app.get(AuditTrail).recordChains({ organisationId, personId: null }, work.chains);
}

/** What each state of a draft leaves behind on its case. */
const DRAFT_ACTIONS = ['draft.created', 'draft.submitted', 'draft.approved', 'draft.released'];
const REACHED = { draft: 1, returned: 2, submitted: 2, approved: 3, released: 4 };

function chainOfCase({ made, request, notes, draft }: Worked): AuditChain {
  const { id, reference, kind, platform, state } = made.found;
  const did = (action: string, detail = {}) => ({ action, detail });
  return {
    type: 'case',
    id,
    events: [
      did('case.opened', { reference, kind, platform }),
      ...(request ? [did('case.came-from-request', { reference: request.reference })] : []),
      ...(made.decidedAt ? [did('triage.assessed'), did('route.adopted')] : []),
      ...notes.map(() => did('note.added')),
      ...(draft ? DRAFT_ACTIONS.slice(0, REACHED[draft.state]).map((one) => did(one)) : []),
      ...(state === 'closed' ? [did('case.closed')] : []),
    ],
  };
}

function chainOfRequest({ id, reference, state }: MadeUpRequest): AuditChain {
  const actions = state === 'sent' ? ['request.sent'] : ['request.sent', 'request.accepted'];
  return {
    type: 'request',
    id,
    events: actions.map((action) => ({ action, detail: { reference } })),
  };
}
