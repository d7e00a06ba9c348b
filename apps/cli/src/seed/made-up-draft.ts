import { createHash } from 'node:crypto';
import { GUARD_VERSION } from '#confidentiality';
import { newId, type PersonId } from '#kernel';
import type { DraftState } from '#responses';
import type { Chance } from './chance.js';
import type { MadeUpCase } from './made-up-case.js';

/** A made-up draft, and how far it came. */
export interface MadeUpDraft {
  readonly row: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly state: DraftState;
  readonly submittedAt: Date;
  readonly text: string;
  readonly textHash: string;
  readonly approverId: PersonId | null;
}

const TEXTS = [
  'Thank you for taking the time to write. We take every comment seriously.',
  'We are sorry to read this. Please contact our feedback team, so that we can look into it.',
  'We cannot discuss anything here. Our feedback team is glad to hear from you.',
];

/** A draft on a decided case: released on most closed ones; on open ones every fourth waits for approval. */
export function madeUpDraft(
  { found, decidedAt }: MadeUpCase,
  people: readonly PersonId[],
  chance: Chance,
): MadeUpDraft | undefined {
  if (decidedAt === null || chance.happens(0.2)) return undefined;
  const approverId = people.find((id) => id !== found.openedBy) ?? null;
  const text = chance.pick(TEXTS);
  const textHash = createHash('sha256').update(text).digest('hex');
  return {
    row: draftRow({ found, decidedAt }, { text, textHash, chance }),
    state: stateOf(found.state, approverId, chance),
    submittedAt: decidedAt,
    text,
    textHash,
    approverId,
  };
}

function stateOf(of: 'open' | 'closed', approver: PersonId | null, chance: Chance): DraftState {
  if (approver === null) return 'submitted';
  if (of === 'closed') return 'released';
  return chance.happens(0.4) ? 'submitted' : chance.pick(['draft', 'approved', 'released']);
}

function draftRow(
  { found, decidedAt }: Pick<MadeUpCase, 'found' | 'decidedAt'>,
  { text, textHash, chance }: { text: string; textHash: string; chance: Chance },
) {
  return {
    id: newId(),
    organisation_id: found.organisationId,
    case_id: found.id,
    template_id: 'T-PUB-ACK-UK',
    template_version: 1,
    title: 'Public acknowledgement (UK)',
    channel: 'review_reply',
    audience: 'public',
    risk: chance.happens(0.3) ? 'high' : 'low',
    inputs: { inputs: {}, facts: {} },
    text,
    is_typed: false,
    state: 'draft',
    author_id: found.openedBy,
    contributor_ids: [found.openedBy],
    checked_hash: textHash,
    verdict: 'pass',
    findings: [],
    guard_version: GUARD_VERSION,
    created_at: decidedAt,
    updated_at: decidedAt,
    version: 1,
  };
}
