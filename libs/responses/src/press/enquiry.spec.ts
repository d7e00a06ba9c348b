import { assertAnswered, assertTimes, firstDue } from './enquiry.js';
import { momentIn } from './told-moment.js';

const at = (text: string) => new Date(text);
const NOW = at('2026-01-05T09:00:00Z');
const refusal = (field: string) =>
  expect.objectContaining({
    code: 'enquiry-times-wrong',
    faults: [expect.objectContaining({ field })],
  }) as Error;

describe('the times of an enquiry', () => {
  it('refuse one that comes in the future, and a deadline before it came', () => {
    const late = { receivedAt: at('2026-01-05T10:00:00Z'), deadlineAt: null };
    expect(() => assertTimes(late, NOW)).toThrow(refusal('receivedAt'));
    const past = { receivedAt: NOW, deadlineAt: at('2026-01-05T08:00:00Z') };
    expect(() => assertTimes(past, NOW)).toThrow(refusal('deadlineAt'));
  });

  it('refuse an answer before the question, or in the future', () => {
    const asked = { receivedAt: at('2026-01-05T08:00:00Z') };
    for (const answered of ['2026-01-05T07:59:00Z', '2026-01-05T09:01:00Z']) {
      expect(() => assertAnswered(at(answered), asked, NOW)).toThrow(refusal('answeredAt'));
    }
    expect(() => assertAnswered(NOW, asked, NOW)).not.toThrow();
  });

  it('are read by the clock of the nation, a date alone as the end of its day', () => {
    const told = (deadlineAt: string) =>
      momentIn({ jurisdiction: 'ireland' }, { deadlineAt }, 'deadlineAt');
    expect(told('2026-07-01T17:00')).toEqual(at('2026-07-01T16:00:00Z'));
    expect(told('2026-07-01')).toEqual(at('2026-07-01T22:59:59Z'));
    expect(told('')).toBeNull();
    expect(() => told('tomorrow')).toThrow(refusal('deadlineAt'));
  });
});

describe('the media deadline', () => {
  it('is the first among the open enquiries that state one', () => {
    const enquiry = (state: 'open' | 'answered', deadline: string | null) => ({
      state,
      receivedAt: NOW,
      deadlineAt: deadline ? at(deadline) : null,
    });
    expect(firstDue([enquiry('open', null), enquiry('answered', '2026-01-05T10:00:00Z')])).toBe(
      undefined,
    );
    const found = firstDue([
      enquiry('open', '2026-01-06T10:00:00Z'),
      enquiry('open', '2026-01-05T17:00:00Z'),
      enquiry('answered', '2026-01-05T10:00:00Z'),
    ]);
    expect(found?.deadlineAt).toEqual(at('2026-01-05T17:00:00Z'));
  });
});
