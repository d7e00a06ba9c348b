import { Invalid } from '#kernel';
import type { GoldenResult } from '#triage';
import type { Acknowledgement } from './rule-pack.js';

/**
 * The reasons for those golden cases that come out otherwise than agreed; others are let go.
 *
 * @throws Invalid `golden-cases-fail`, a fault at `reason-` and the id of each without a reason
 */
export function acknowledge(
  results: readonly GoldenResult[],
  reasons: readonly Acknowledgement[],
): Acknowledgement[] {
  const given = new Map(reasons.map(({ golden, reason }) => [golden, reason.trim()]));
  const failing = results.filter(({ faults }) => faults.length > 0);
  const open = failing.filter(({ id }) => !given.get(id));
  if (open.length === 0) return failing.map(({ id }) => ({ golden: id, reason: given.get(id)! }));
  throw new Invalid(
    'golden-cases-fail',
    'Some worked cases come out otherwise than agreed. Say for each why that is right.',
    open.map(({ id, title }) => ({
      field: `reason-${id}`,
      message: `Say why it is right that ${id} “${title}” comes out otherwise`,
    })),
  );
}
