import { Keyset } from './index.js';

const byInstant = new Keyset('descending', 'instant', 'id');
const byName = new Keyset('ascending', 'words', 'id');
const ID = '0190b7a2-0000-7000-8000-000000000001';

const cursorOf = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

describe('the pages of a list', () => {
  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('["').toString('base64url')],
    ['nothing of its kind', cursorOf({ at: 1 })],
    ['too few values', cursorOf(['2026-01-05 09:00:00+00'])],
    ['too many values', cursorOf(['2026-01-05 09:00:00+00', ID, ID])],
    ['a day that does not exist', cursorOf(['2026-02-31 09:00:00+00', ID])],
    ['a time that does not exist', cursorOf(['2026-02-03 29:00:00+00', ID])],
    ['a year that PostgreSQL does not know', cursorOf(['0000-01-05 09:00:00+00', ID])],
    ['a bare year', cursorOf(['1', ID])],
    ['an instant in another form', cursorOf(['Mon, 05 Jan 2026 09:00:00 GMT', ID])],
    ['a number where words belong', cursorOf([7, ID])],
    ['no id', cursorOf(['2026-01-05 09:00:00+00', 'one'])],
  ])('are refused for a cursor with %s', (_what, cursor) => {
    expect(() => byInstant.after(cursor)).toThrow(
      expect.objectContaining({ code: 'cursor-wrong', kind: 'unreadable' }),
    );
  });

  it('are refused for words that no column can hold', () => {
    for (const words of ['a\u0000b', 'x'.repeat(201)]) {
      expect(() => byName.after(cursorOf([words, ID]))).toThrow('cannot be found');
    }
  });

  it('are refused for a number that no column can hold', () => {
    const bySequence = new Keyset('descending', 'number');
    for (const wrong of ['-1', '1e3', '2147483648']) {
      expect(() => bySequence.after(cursorOf([wrong]))).toThrow('cannot be found');
    }
  });

  it('begin before the first row, whichever way the list runs', () => {
    expect(byInstant.after(undefined)).toEqual([
      'infinity',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
    ]);
    expect(byName.after('')).toEqual(['', '00000000-0000-0000-0000-000000000000']);
  });

  it('start after the last row of the page before', () => {
    const rows = ['2026-01-05 09:00:00.123456+00', 'infinity', '2025-01-05 09:00:00+00'].map(
      (at) => ({ title: at.slice(0, 4), key: [at, ID] }),
    );
    const page = byInstant.page<{ title: string }>(rows, 2);
    expect(page.items).toEqual([{ title: '2026' }, { title: 'infi' }]);
    expect(byInstant.after(page.next!)).toEqual(['infinity', ID]);
    const first = byInstant.page<{ title: string }>(rows.slice(0, 2), 1);
    expect(byInstant.after(first.next!)).toEqual(['2026-01-05 09:00:00.123456+00', ID]);
  });

  it('end with the one that has no row after it', () => {
    const rows = [{ key: ['Ashdown', ID] }];
    expect(byName.page(rows, 1).next).toBeNull();
    expect(byName.page([], 1)).toEqual({ items: [], next: null });
  });
});
