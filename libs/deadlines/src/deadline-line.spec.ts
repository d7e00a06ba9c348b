import * as fc from 'fast-check';
import { deadlineLine } from './deadline-line.js';

const line = { id: 'd-1', deadline: 'sar_1m', jurisdiction: 'england', start: '2026-11-20' };

describe('a line of the deadlines command', () => {
  it.each([null, 7, 'text', [], undefined])('refuses %p, which is no object', (input) => {
    expect(deadlineLine(input)).toMatchObject({ id: null, error: { code: 'line-not-understood' } });
  });

  it.each(['deadline', 'jurisdiction', 'start'])('refuses a line without %s', (field) => {
    expect(deadlineLine({ ...line, [field]: undefined })).toMatchObject({
      id: 'd-1',
      error: { code: 'line-not-understood' },
    });
  });

  it('refuses an entered date that is no text', () => {
    expect(deadlineLine({ ...line, stated: 5 })).toMatchObject({
      error: { code: 'line-not-understood' },
    });
  });

  it('gives the code of a refusal, and no date', () => {
    const answer = deadlineLine({ ...line, deadline: 'nothing' });
    expect(answer).toMatchObject({ id: 'd-1', error: { code: 'unknown-deadline' } });
    expect(answer).not.toHaveProperty('due');
  });

  it('answers with the id as it came', () => {
    expect(deadlineLine(line)).toMatchObject({ id: 'd-1', due: '2026-12-20', kind: 'date' });
    expect(deadlineLine({ ...line, id: 4 })).toMatchObject({ id: 4, due: '2026-12-20' });
  });

  it('passes on what a person entered', () => {
    expect(
      deadlineLine({ ...line, deadline: 'media_deadline', stated: '2026-11-20T18:00:00Z' }),
    ).toMatchObject({ due: '2026-11-20T18:00:00Z' });
  });

  it('never throws, whatever the line holds', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (whatever, start) => {
        expect(deadlineLine(whatever)).toHaveProperty('id');
        expect(deadlineLine({ ...line, start })).toHaveProperty('id', 'd-1');
      }),
    );
  });
});
