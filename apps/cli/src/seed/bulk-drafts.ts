import { newId } from '#kernel';
import type { Transactions } from '#platform';
import { insertRows } from './insert-rows.js';
import type { MadeUpDraft } from './made-up-draft.js';

/** Writes drafts and leads each through the states to its own: the database allows no other way. */
export async function writeDrafts(tx: Transactions, drafts: readonly MadeUpDraft[]): Promise<void> {
  await insertRows(
    tx,
    'draft',
    drafts.map(({ row }) => row),
  );
  const gone = drafts.filter(({ state }) => state !== 'draft');
  await tx.query(
    `update draft d set state = 'submitted', submitted_at = m.at
       from unnest($1::uuid[], $2::timestamptz[]) m (id, at) where d.id = m.id`,
    [gone.map(({ row }) => row.id), gone.map(({ submittedAt }) => submittedAt)],
  );
  const approved = drafts.filter(({ state }) => state === 'approved' || state === 'released');
  await tx.query(
    `update draft d set state = 'approved', approved_by = m.by, approved_at = d.submitted_at,
            approved_hash = d.text_hash
       from unnest($1::uuid[], $2::uuid[]) m (id, by) where d.id = m.id`,
    [approved.map(({ row }) => row.id), approved.map(({ approverId }) => approverId)],
  );
  await release(
    tx,
    drafts.filter(({ state }) => state === 'released'),
  );
}

async function release(tx: Transactions, drafts: readonly MadeUpDraft[]): Promise<void> {
  const releases = drafts.map(({ row, text, textHash, submittedAt }) => ({
    id: newId(),
    organisation_id: row['organisation_id'],
    case_id: row['case_id'],
    draft_id: row.id,
    text,
    text_hash: textHash,
    released_by: row['author_id'],
    released_at: submittedAt,
  }));
  await insertRows(tx, 'release', releases);
  await insertRows(
    tx,
    'posting',
    releases.map((made) => ({
      id: newId(),
      organisation_id: made.organisation_id,
      release_id: made.id,
      way: 'posted',
      happened_on: made.released_at,
      place: 'Below the review',
      recorded_by: made.released_by,
      recorded_at: made.released_at,
    })),
  );
  await tx.query(`update draft set state = 'released' where id = any ($1::uuid[])`, [
    drafts.map(({ row }) => row.id),
  ]);
}
