import * as fc from 'fast-check';
import { isSmall, type ShownCounts, suppress } from './small-numbers.js';

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const shownOf = (counts: readonly number[]) => suppress(counts, sumOf(counts));

/** Every table with the same total that a reader cannot tell from the one that is shown. */
function* worldsOf(counts: readonly number[], shown: ShownCounts): Generator<number[]> {
  const hidden = counts.flatMap((_, index) => (shown.counts[index]!.count === null ? [index] : []));
  const left = sumOf(hidden.map((index) => counts[index]!));
  yield* fill([...counts], hidden, shown, left);
}

function* fill(
  world: number[],
  hidden: readonly number[],
  shown: ShownCounts,
  left: number,
): Generator<number[]> {
  const [index, ...rest] = hidden;
  if (index === undefined) {
    if (left === 0) yield [...world];
    return;
  }
  const range = shown.counts[index]!.hidden === 'small' ? [1, 4] : [5, left];
  for (let value = range[0]!; value <= Math.min(range[1]!, left); value += 1) {
    world[index] = value;
    yield* fill(world, rest, shown, left - value);
  }
}

describe('small numbers', () => {
  it.each([1, 2, 3, 4])('never shows %i', (count) => {
    expect(shownOf([count, 60, 70]).counts[0]).toEqual({ count: null, hidden: 'small' });
  });

  it('hides a second count where the total would give the only small one away', () => {
    expect(shownOf([3, 20, 60, 0])).toEqual({
      total: 83,
      isTooSmall: false,
      counts: [
        { count: null, hidden: 'small' },
        { count: null, hidden: 'protecting' },
        { count: 60 },
        { count: 0 },
      ],
    });
  });

  it('hides another when two small ones can only be one and one, or four and four', () => {
    expect(shownOf([1, 1, 30, 60]).counts[2]).toEqual({ count: null, hidden: 'protecting' });
    expect(shownOf([4, 4, 30, 60]).counts[2]).toEqual({ count: null, hidden: 'protecting' });
  });

  it('shows the rest as it is where the small ones cover each other', () => {
    expect(shownOf([2, 3, 61]).counts[2]).toEqual({ count: 61 });
  });

  it('shows nothing where nothing can cover a small one', () => {
    expect(shownOf([4, 4])).toMatchObject({ isTooSmall: true, total: null });
    expect(shownOf([1])).toMatchObject({ isTooSmall: true, total: null });
  });

  it('shows noughts, and all of a table without small numbers', () => {
    expect(shownOf([0, 5, 61])).toEqual({
      total: 66,
      isTooSmall: false,
      counts: [{ count: 0 }, { count: 5 }, { count: 61 }],
    });
  });

  it('leaves no hidden number that the total less the shown ones gives away', () => {
    const table = fc.array(fc.nat({ max: 14 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (counts) => {
        const shown = shownOf(counts);
        if (shown.isTooSmall) return;
        const small = counts.flatMap((count, index) => (isSmall(count) ? [index] : []));
        const seen = small.map(() => new Set<number>());
        for (const world of worldsOf(counts, shown)) {
          small.forEach((index, place) => seen[place]!.add(world[index]!));
        }
        for (const values of seen) expect(values.size).toBeGreaterThan(1);
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing and hides every small number, whatever the table', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 200 }), { maxLength: 20 }), (counts) => {
        const { counts: cells } = shownOf(counts);
        counts.forEach((count, index) => {
          const cell = cells[index]!;
          expect(cell.count === null || (cell.count === count && !isSmall(count))).toBe(true);
        });
      }),
    );
  });
});
