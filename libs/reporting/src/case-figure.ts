import type { CaseId } from '#kernel';

/** How a case ended, where it is kept as one of these codes. Anything else is a person's own words: never exported. */
export const OUTCOME_CODES = [
  'removed',
  'removed-in-part',
  'kept',
  'answered',
  'settled-in-private',
  'passed-on',
  'withdrawn',
  'no-action',
  'no_action',
  'logged-by-mistake',
  'other',
] as const;

/** Route of a case for which none is decided. */
export const UNDECIDED = 'undecided';

/** What reports know of one case: codes and civil dates, no words of anybody. */
export interface CaseFigure {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly openedOn: string;
  readonly jurisdiction: string;
  readonly kind: string;
  readonly platform: string;
  readonly route: string;
  readonly decidedOn: string | null;
  readonly releasedOn: string | null;
  readonly closedOn: string | null;
  /** One of {@link OUTCOME_CODES}, else empty. */
  readonly outcome: string;
  readonly isWalled: boolean;
}

/** What cases are counted by. `all` has one value, `all`. */
export const DIMENSIONS = ['all', 'route', 'platform', 'kind'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One count that changes, and by how much. */
export interface CountChange {
  /** First day of the month in which the case was opened. */
  readonly month: string;
  readonly dimension: Dimension;
  readonly value: string;
  readonly by: number;
}

/** What a case that was counted as `before` and is now `after` changes in the counts; sorted, without noughts. */
export function countChanges(
  before: CaseFigure | undefined,
  after: CaseFigure | undefined,
): CountChange[] {
  const changes = new Map<string, CountChange>();
  const add = (change: CountChange) => {
    const key = `${change.month} ${change.dimension} ${change.value}`;
    changes.set(key, { ...change, by: change.by + (changes.get(key)?.by ?? 0) });
  };
  countsOf(before, -1).forEach(add);
  countsOf(after, 1).forEach(add);
  // One order for everybody: two jobs that change the same counts never wait for each other in a ring.
  return [...changes.entries()]
    .filter(([, { by }]) => by !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change);
}

/** Where a case counts. A walled case counts nowhere: the counts are for people outside its wall. */
function countsOf(figure: CaseFigure | undefined, by: number): CountChange[] {
  if (!figure || figure.isWalled) return [];
  const values = { all: 'all', route: figure.route, platform: figure.platform, kind: figure.kind };
  const month = `${figure.openedOn.slice(0, 7)}-01`;
  return DIMENSIONS.map((dimension) => ({ month, dimension, value: values[dimension], by }));
}
