import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectProofs, proofsIn, rowNumbers, writeMatrix } from './seeds-matrix.js';
import { SEED_ROWS } from './seed-rows.js';

const ROOT = join(import.meta.dirname, '../../..');
const NUMBERS = Object.values(SEED_ROWS)
  .flat()
  .map(({ number }) => number);

describe('the seeds matrix', () => {
  it('has each of the 120 rows once', () => {
    expect(NUMBERS.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
  });

  it('reads the numbers of rows one by one and as a stretch', () => {
    expect(rowNumbers('1, 57–60 and 9')).toEqual([1, 57, 58, 59, 60, 9]);
  });

  it('finds the rows in the names of tests only', () => {
    const source = `// seeds ${'row'} 7\nit('keeps away (seeds ${'rows'} 1, 3)', () => undefined);`;
    expect(proofsIn('a.spec.ts', source)).toEqual([
      [1, { file: 'a.spec.ts', name: 'keeps away' }],
      [3, { file: 'a.spec.ts', name: 'keeps away' }],
    ]);
  });

  it('has no test that names a row which is not there', () => {
    const unknown = [...collectProofs(ROOT).keys()].filter((number) => !NUMBERS.includes(number));
    expect(unknown).toEqual([]);
  });

  it('is written down as the tests are now', () => {
    const written = readFileSync(join(ROOT, 'docs/seeds-matrix.md'), 'utf8');
    expect(written).toBe(writeMatrix(collectProofs(ROOT)));
  });
});
