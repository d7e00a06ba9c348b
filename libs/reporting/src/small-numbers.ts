/** From this number on a count is shown; from one up to below it somebody could be recognised. */
export const SMALLEST_SHOWN = 5;

/** One count of a table as it may be shown. */
export interface ShownCount {
  /** Null when it must not be shown. */
  readonly count: number | null;
  /** `small`: it is one to four. `protecting`: it is more, and hidden so that a small one cannot be worked out. */
  readonly hidden?: 'small' | 'protecting';
}

/** A table of counts as it may be shown beside its exact total. */
export interface ShownCounts {
  /** Null when the total itself is small. */
  readonly total: number | null;
  readonly counts: readonly ShownCount[];
  /** Nothing of this table can be shown without giving a small number away. */
  readonly isTooSmall: boolean;
}

/**
 * Hides the counts from one to four, and as many of the next larger ones as it takes that no hidden count
 * follows from the total less what is shown. Nought is shown as nought.
 *
 * A reader is taken to know the total, which counts are small, and that a protecting count is the
 * smallest of those that are not.
 *
 * @param counts whole numbers; `total` is their sum.
 */
export function suppress(counts: readonly number[], total: number): ShownCounts {
  const small = counts.filter(isSmall);
  if (small.length === 0) return shown(counts, total, new Set());
  const larger = counts.filter((count) => count >= SMALLEST_SHOWN).sort((a, b) => a - b);
  for (let taken = 0; taken <= larger.length; taken += 1) {
    const protecting = larger.slice(0, taken);
    const next = larger[taken];
    // Equal counts are hidden together: which of them protects would say something of the small one.
    if (next !== undefined && next === protecting.at(-1)) continue;
    if (canBeMore({ small, protecting, below: next ?? Infinity })) {
      return shown(counts, total, new Set(protecting));
    }
  }
  return { total: null, counts: counts.map(hide), isTooSmall: true };
}

/** Whether a count must not be shown on its own. */
export function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_SHOWN;
}

interface Hidden {
  small: readonly number[];
  protecting: readonly number[];
  /** The smallest count of five or more that stays visible. */
  below: number;
}

/** Whether each small count has at least two values that fit all that a reader knows. */
function canBeMore({ small, protecting, below }: Hidden): boolean {
  const sum = sumOf(small) + sumOf(protecting);
  const [few, many] = [small.length, protecting.length];
  // The largest protecting count that a reader holds possible; infinite times none is none.
  const most = many === 0 ? 0 : many * (below - 1);
  const lowest = Math.max(few, sum - most);
  const highest = Math.min(few * (SMALLEST_SHOWN - 1), sum - many * SMALLEST_SHOWN);
  const least = Math.max(1, lowest - (few - 1) * (SMALLEST_SHOWN - 1));
  const greatest = Math.min(SMALLEST_SHOWN - 1, highest - (few - 1));
  return greatest > least;
}

function shown(
  counts: readonly number[],
  total: number,
  protecting: ReadonlySet<number>,
): ShownCounts {
  const cells = counts.map((count): ShownCount => {
    if (isSmall(count)) return { count: null, hidden: 'small' };
    return protecting.has(count) ? { count: null, hidden: 'protecting' } : { count };
  });
  return { total: isSmall(total) ? null : total, counts: cells, isTooSmall: false };
}

function hide(): ShownCount {
  return { count: null, hidden: 'small' };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
