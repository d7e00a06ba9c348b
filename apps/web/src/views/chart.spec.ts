import { barChart, monthChart } from './chart.js';
import type { ChartModel } from './chart.js';

describe('a chart', () => {
  const draw = (values: (number | null)[], kind: 'bars' | 'columns' = 'bars'): ChartModel => {
    const figures = values.map((value, index) => ({
      label: kind === 'bars' ? `Row ${index}` : `2026-0${index + 1}`,
      value,
    }));
    const words = { id: 'c', title: 'T', description: 'D.', labelHeading: 'L', valueHeading: 'V' };
    return kind === 'bars' ? barChart({ ...words, figures }) : monthChart({ ...words, figures });
  };

  it.each(['bars', 'columns'] as const)('draws 1, 2, 3, 4 and hidden alike: %s', (kind) => {
    const drawn = [1, 2, 3, 4, null].map((value) => draw([value, 60], kind));
    for (const model of drawn) expect(model).toEqual(drawn[0]);
    expect(drawn[0]!.bars[0]).toMatchObject({ hidden: true, text: 'fewer than 5' });
  });

  it('does not let a hidden number set the scale', () => {
    expect(draw([4, 0])).toEqual(draw([1, 0]));
  });

  it('shows nought and five as they are', () => {
    expect(draw([0, 5]).bars.map(({ text, hidden }) => [text, hidden])).toEqual([
      ['0', false],
      ['5', false],
    ]);
  });

  it('gives the largest number the longest bar', () => {
    expect(draw([1200, 600]).bars.map(({ text, width }) => [text, width])).toEqual([
      ['1,200', 82],
      ['600', 41],
    ]);
  });
});
