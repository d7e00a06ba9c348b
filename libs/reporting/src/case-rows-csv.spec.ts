import { csvWriter, EXPORT_COLUMNS, exportRow } from './case-rows-csv.js';
import { type CaseFigure, UNDECIDED } from './case-figure.js';

const figure: CaseFigure = {
  caseId: '01900000-0000-7000-8000-000000000000',
  reference: 'PAR-26-7K4MX-3',
  openedOn: '2026-03-27',
  jurisdiction: 'england',
  kind: 'negative_review',
  platform: 'google_business',
  route: 'moderator_report',
  decidedOn: '2026-03-30',
  releasedOn: null,
  closedOn: null,
  outcome: '',
  isWalled: false,
};

async function written(values: readonly string[]): Promise<string> {
  const writer = csvWriter(['cell']);
  for (const cell of values) writer.write({ cell });
  writer.end();
  let text = '';
  for await (const chunk of writer) text += String(chunk);
  return text;
}

describe('the rows of an export', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', '＋1', '－1', '＠x'])(
    'let no spreadsheet take %j for a formula',
    async (cell) => {
      expect((await written([cell])).split('\r\n"')[1]).toMatch(/^'/);
    },
  );

  it('quote every cell and double the quotes inside', async () => {
    expect(await written(['a "b", c', ''])).toBe('"cell"\r\n"a ""b"", c"\r\n""\r\n');
  });

  it('count calendar days over the change of the clocks, and leave empty what has not happened', () => {
    expect(exportRow(figure)).toMatchObject({ days_to_decision: '3', days_to_release: '' });
  });

  it('leave the route empty until it is decided', () => {
    expect(exportRow({ ...figure, route: UNDECIDED }).route).toBe('');
  });

  it('hold the columns of the issue and no other', () => {
    expect(Object.keys(exportRow(figure))).toEqual([...EXPORT_COLUMNS]);
  });
});
